internal import Foundation

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

/// Takes the elements of an XML file one after the other.
protocol XMLHandler {
  var notes: ReadingNotes { get set }
  /// An element begins; its name is without a prefix.
  mutating func begin(_ name: String, _ attributes: [String: String], at place: ReadingPlace)
  /// An element ends; the text is what stands directly before the end.
  mutating func end(_ name: String, text: String, at place: ReadingPlace)
}

/// Reads an XML file and hands its elements over, one at a time.
final class XMLEvents<Handler: XMLHandler>: NSObject, XMLParserDelegate {
  /// More than any graph needs; a reader that calls itself for each level would run out of stack.
  private let depthLimit = 200

  private(set) var handler: Handler
  private var text = ""
  private var depth = 0
  /// How deep the element of another format is whose end is awaited.
  private var foreignDepth: Int?
  private var rootPrefix: Substring?
  private var isStopped = false

  init(_ handler: Handler) {
    self.handler = handler
  }

  /// Reads text that ``XMLSource`` has made.
  func read(_ source: [UInt8]) {
    let parser = XMLParser(data: Data(source))
    parser.delegate = self
    parser.shouldResolveExternalEntities = false
    // The parser may be content with a tag that does not match; what counts is what it reported.
    _ = parser.parse()
    guard !isStopped else { return }
    if rootPrefix == nil {
      fault("the file holds no element", at: place(parser))
    } else if depth > 0 {
      fault("the file ends before all elements are closed", at: place(parser))
    }
  }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    guard !isStopped else { return }
    depth += 1
    text = ""
    guard depth <= depthLimit else {
      fault("elements stand in one another over \(depthLimit) deep", at: place(parser))
      parser.abortParsing()
      return
    }
    guard foreignDepth == nil else { return }
    let (prefix, local) = Self.parts(name)
    if rootPrefix == nil { rootPrefix = prefix }
    guard prefix == rootPrefix else {
      foreignDepth = depth
      handler.notes.note(
        "elements of another format, such as of the drawing, were left out",
        about: name,
        at: place(parser)
      )
      return
    }
    handler.begin(local, attributes, at: place(parser))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if !isStopped, foreignDepth == nil { text += string }
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    if !isStopped, foreignDepth == nil { text += String(decoding: block, as: UTF8.self) }
  }

  func parser(
    _ parser: XMLParser,
    didEndElement name: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    guard !isStopped else { return }
    defer {
      depth -= 1
      text = ""
    }
    guard let foreign = foreignDepth else {
      handler.end(Self.parts(name).local, text: text, at: place(parser))
      return
    }
    if foreign == depth { foreignDepth = nil }
  }

  func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) {
    let code = (parseError as NSError).code
    // A prefix that nobody declared is no reason to refuse a graph.
    guard !isStopped, !(200..<210).contains(code) else { return }
    // The same number stands for a text that ends too early and for one that goes on.
    fault(Self.words(code == 5 && depth > 0 ? 77 : code), at: place(parser))
    parser.abortParsing()
  }

  private func fault(_ message: String, at place: ReadingPlace) {
    isStopped = true
    handler.notes.fault(message, hint: "save the file anew with the tool it comes from", at: place)
  }

  /// Where the parser stands: a line, and a column in bytes.
  private func place(_ parser: XMLParser) -> ReadingPlace {
    ReadingPlace(line: max(1, parser.lineNumber), column: max(1, parser.columnNumber))
  }

  private static func parts(_ name: String) -> (prefix: Substring, local: String) {
    guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return ("", name) }
    return (name[..<colon], String(name[name.index(after: colon)...]))
  }

  /// What the numbers of libxml2 mean.
  private static func words(_ code: Int) -> String {
    switch code {
    case 4: "the file holds no element"
    case 5: "text stands behind the end of the XML"
    case 9: "a character stands here that XML cannot hold"
    case 22, 23, 26, 68: "“&” begins no entity that XML knows; write it as “&amp;”"
    case 38: "“<” stands in an attribute; write it as “&lt;”"
    case 39, 40, 41, 65: "an attribute is not written as name=\"value\""
    case 42: "an attribute is given twice"
    case 64, 89: "document types and declarations stand before the root only"
    case 73: "a tag is not closed with “>”"
    case 76: "an element is closed that is not the last one opened"
    case 77: "the file ends before all elements are closed"
    default: "this is not well-formed XML (number \(code) of libxml2)"
    }
  }
}
