import Foundation
import FoundationXML
import Testing

/// What XMLParser reads from GraphML.
final class GraphMLContent: NSObject, XMLParserDelegate {
  struct Key: Equatable {
    let domain: String
    let name: String
    let type: String
  }

  struct Element {
    /// The XML attributes.
    let attributes: [String: String]
    /// The values by the name of their key.
    var values: [String: String] = [:]
  }

  private(set) var keys: [String: Key] = [:]
  private(set) var title: String?
  private(set) var nodes: [Element] = []
  private(set) var edges: [Element] = []
  private(set) var faults: [String] = []
  private var path: [String] = []
  private var key = ""
  private var text = ""

  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    let isSound = parser.parse()
    try #require(isSound, "\(String(describing: parser.parserError))")
    try #require(faults.isEmpty, "\(faults)")
  }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    path.append(name)
    text = ""
    switch name {
    case "key":
      key = attributes["id"] ?? ""
      if keys[key] != nil { faults.append("key \(key) twice") }
      if !nodes.isEmpty || !edges.isEmpty { faults.append("key \(key) after the graph") }
      let type = attributes["attr.type"] ?? ""
      let found = Key(
        domain: attributes["for"] ?? "",
        name: attributes["attr.name"] ?? "",
        type: type
      )
      if keys.values.contains(where: { $0.domain == found.domain && $0.name == found.name }) {
        faults.append("two keys for \(found)")
      }
      if !["string", "long", "double", "boolean"].contains(type) { faults.append("type \(type)") }
      keys[key] = found
    case "node": nodes.append(Element(attributes: attributes))
    case "edge": edges.append(Element(attributes: attributes))
    case "data": key = attributes["key"] ?? ""
    case "graphml", "graph", "desc": break
    default: faults.append("element \(name)")
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    text += string
  }

  func parser(
    _ parser: XMLParser,
    didEndElement name: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    path.removeLast()
    if name == "desc", path.last == "graph" { title = text }
    guard name == "data" else { return }
    guard let found = keys[key], found.domain == path.last else {
      faults.append("no key \(key) for \(path)")
      return
    }
    switch path.last {
    case "node": nodes[nodes.count - 1].values[found.name] = text
    case "edge": edges[edges.count - 1].values[found.name] = text
    default: faults.append("a value of \(path)")
    }
  }
}

/// Reads a name token back, without the code under test.
func decodedToken(_ token: String) -> String {
  guard token != "_x_" else { return "" }
  var text = String.UnicodeScalarView()
  var rest = token.unicodeScalars[...]
  while let scalar = rest.popFirst() {
    if scalar == "_", rest.first == "x", let end = rest.dropFirst().firstIndex(of: "_"),
      let value = UInt32(String(rest[rest.startIndex..<end].dropFirst()), radix: 16),
      let decoded = Unicode.Scalar(value)
    {
      text.append(decoded)
      rest = rest[end...].dropFirst()
    } else {
      text.append(scalar)
    }
  }
  return String(text)
}

/// A text as XML 1.0 can hold it: characters that it has no place for replaced.
func heldByXML(_ text: String) -> String {
  var held = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...: held.append(scalar)
    default: held.append("\u{FFFD}")
    }
  }
  return String(held)
}
