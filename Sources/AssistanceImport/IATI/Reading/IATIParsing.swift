internal import Foundation
internal import FoundationXML
internal import GraphCore

/// Follows a parser through a file and hands on one activity after the other.
///
/// Only the activity at hand is held, and of it only what ``IATIElement/kept`` names.
final class IATIParsing: NSObject, XMLParserDelegate {
  private let stream: WatchedStream
  private let file: String
  private let limits: IATILimits
  private let receive: (IATIActivity) -> Void

  /// The first fault; after it nothing is handed on.
  private(set) var fault: Diagnostic?
  private(set) var summary = IATISummary()

  private var stack: [IATIElement] = []
  private var depth = 0
  /// The depth of the element that is passed over with all that it holds.
  private var passedDepth: Int?
  private var byteCount = 0
  private var contactCount = 0
  private var ignored: [String: Int] = [:]
  private var root: String?
  private var isClosed = false
  private var version: String?

  init(
    _ stream: WatchedStream,
    file: String,
    limits: IATILimits,
    receive: @escaping (IATIActivity) -> Void
  ) {
    self.stream = stream
    self.file = file
    self.limits = limits
    self.receive = receive
  }

  /// Reads the stream to its end or to the first fault.
  func run() {
    let parser = XMLParser(stream: stream)
    parser.delegate = self
    parser.shouldResolveExternalEntities = false
    _ = parser.parse()
    summary.byteCount = stream.byteCount
    switch stream.prologue.verdict {
    case .documentType:
      fault = refusal(1, "a document type (<!DOCTYPE>) is refused", "take it out; IATI needs none")
    case .noMarkup where root == nil:
      fault = refusal(1, "the file is no XML: it does not begin with “<”")
    case .open, .clean, .noMarkup: break
    }
    if stream.attributes.isTooMany {
      fault = refusal(
        stream.attributes.line,
        "an element has over \(AttributeWatch.limit) attributes"
      )
    }
    if let failure = stream.failure { fault = refusal(parser.lineNumber, failure) }
    guard fault == nil else { return }
    if root == nil {
      fault = refusal(1, "the file is empty")
    } else if !isClosed {
      fault = truncation(parser.lineNumber)
    } else if root != "iati-activities", summary.activityCount == 0 {
      let name = (root ?? "").prefix(40)
      fault = refusal(1, "“\(name)” holds no IATI activities", hint(of: String(name)))
    }
  }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    guard fault == nil else { return }
    depth += 1
    root = root ?? name
    guard depth <= limits.depth else {
      return stop(parser, "elements lie more than \(limits.depth) deep in each other")
    }
    guard passedDepth == nil else { return }
    guard let outer = stack.last else { return startOutside(parser, name, attributes) }
    guard IATIElement.kept[outer.name]?.contains(name) == true else { return pass(name) }
    push(parser, name, attributes)
  }

  private func startOutside(_ parser: XMLParser, _ name: String, _ attributes: [String: String]) {
    switch name {
    case "iati-activity": push(parser, name, attributes)
    case "iati-activities":
      let element = IATIElement(name, attributes, line: 0)
      let own = element["version"]
      version = own.isEmpty ? element.foreignVersion : own
    default:
      if attributes.keys.contains(where: { $0.contains("email") }) { summary.contactCount += 1 }
      if depth > 1 { summary.ignored[name, default: 0] += 1 }
    }
  }

  private func push(_ parser: XMLParser, _ name: String, _ attributes: [String: String]) {
    byteCount += name.utf8.count + 100
    for (key, value) in attributes { byteCount += key.utf8.count + value.utf8.count }
    guard byteCount <= limits.activityBytes else { return stopAtSize(parser) }
    stack.append(IATIElement(name, attributes, line: parser.lineNumber))
  }

  private func pass(_ name: String) {
    passedDepth = depth
    if name == "contact-info" {
      contactCount += 1
    } else if stack.count == 1 {
      ignored[name, default: 0] += 1
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    guard fault == nil, passedDepth == nil, !stack.isEmpty else { return }
    byteCount += string.utf8.count
    guard byteCount <= limits.activityBytes else { return stopAtSize(parser) }
    stack[stack.count - 1].text += string
  }

  func parser(_ parser: XMLParser, foundCDATA CDATABlock: Data) {
    self.parser(parser, foundCharacters: String(decoding: CDATABlock, as: UTF8.self))
  }

  func parser(
    _ parser: XMLParser,
    didEndElement name: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    guard fault == nil else { return }
    depth -= 1
    if depth == 0 { isClosed = true }
    if let passed = passedDepth {
      if depth < passed { passedDepth = nil }
      return
    }
    guard var element = stack.popLast() else { return }
    if element.text.utf8.contains(64) {
      // Addresses of people go from every text.
      let words = element.text.split(whereSeparator: \.isWhitespace)
      let kept = words.filter { !String($0).holdsAddress }
      if kept.count < words.count {
        element.text = kept.joined(separator: " ")
        contactCount += 1
      }
    }
    guard stack.isEmpty else {
      stack[stack.count - 1].children.append(element)
      return
    }
    var activity = IATIDecoder.activity(element, version: version, file: file)
    activity.contactCount = contactCount
    activity.ignored = ignored
    summary.add(activity)
    (byteCount, contactCount, ignored) = (0, 0, [:])
    receive(activity)
  }

  // A document type in an encoding that hides it from the watch ends here.

  func parser(
    _ parser: XMLParser,
    foundInternalEntityDeclarationWithName name: String,
    value: String?
  ) {
    stop(parser, "a declaration of an entity is refused")
  }

  func parser(
    _ parser: XMLParser,
    foundExternalEntityDeclarationWithName name: String,
    publicID: String?,
    systemID: String?
  ) {
    stop(parser, "a declaration of an entity is refused")
  }

  func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) {
    let code = (parseError as NSError).code
    // Codes from 200 to 299 are about prefixes of names, which are not looked at.
    guard fault == nil, !(200..<300).contains(code) else { return }
    let line = parser.lineNumber
    switch code {
    case 4 where root == nil, 5 where root == nil: return
    case _ where stream.isExhausted && !isClosed: fault = truncation(line)
    case 5 where isClosed:
      fault = refusal(line, "text after the end of the root element")
    default:
      let (message, hint) = Self.words(code)
      fault = refusal(line, message, hint)
    }
    parser.abortParsing()
  }

  private static func words(_ code: Int) -> (message: String, hint: String?) {
    switch code {
    case 9, 81:
      (
        "a character that XML forbids, or bytes that are not in the stated encoding",
        "save the file as UTF-8, or state its real encoding in the first line"
      )
    case 31, 32: ("the stated encoding is not known", "save the file as UTF-8")
    case 26, 27: ("an entity that nobody declared", "write the character itself")
    case 42: ("an attribute stands twice in one element", nil)
    case 64: ("the XML declaration is not at the very beginning", "take out what is before it")
    case 76: ("an end tag does not match its start tag", nil)
    case 1, 110: ("a name, an attribute or a comment is too long to be read", nil)
    default: ("broken XML (libxml2 error \(code))", nil)
    }
  }

  private func hint(of root: String) -> String {
    ["gexf", "graphml"].contains(root)
      ? "pillar import graph reads it" : "give a file of “iati-activities”"
  }

  private func truncation(_ line: Int) -> Diagnostic {
    refusal(line, "the file ends before its root element does", "it may be cut off: fetch it again")
  }

  private func stopAtSize(_ parser: XMLParser) {
    stop(parser, "one activity holds more than \(limits.activityBytes) bytes")
  }

  private func stop(_ parser: XMLParser, _ message: String) {
    fault = fault ?? refusal(parser.lineNumber, message)
    stack = []
    parser.abortParsing()
  }

  private func refusal(_ line: Int, _ message: String, _ hint: String? = nil) -> Diagnostic {
    Diagnostic(.error, at: .init(file: file, line: max(1, line)), message, hint: hint)
  }
}
