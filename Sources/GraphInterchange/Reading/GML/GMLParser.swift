internal import GraphCore

/// Reads GML, the Graph Modelling Language, as an object with the lists `nodes` and `links`.
///
/// A key that stands several times in a list has a list of values; what only says how to draw is
/// left out.
struct GMLParser {
  /// More than any graph needs; each level is a call in a call.
  private let depthLimit = 200
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads the whole text.
  mutating func document(_ notes: inout ReadingNotes) throws(JSONFault) -> JSONValue {
    let entries = try self.entries()
    guard index == bytes.count else { throw fault("a bracket is closed that was never opened") }
    let graphs = entries.filter { $0.name.lowercased() == "graph" && $0.value.isObject }
    guard let graph = graphs.first else { throw fault("the file holds no graph", at: 0) }
    if graphs.count > 1 {
      notes.note("graphs after the first were left out (there are \(graphs.count))")
    }
    return Self.nodeLink(graph.value, &notes)
  }

  private static func nodeLink(_ graph: JSONValue, _ notes: inout ReadingNotes) -> JSONValue {
    var nodes: [JSONValue] = []
    var links: [JSONValue] = []
    var others: [(name: String, value: JSONValue)] = []
    // A graph that does not say otherwise has edges without a direction.
    var isDirected = false
    for (name, value) in graph.fields {
      switch name.lowercased() {
      case "node": nodes.append(plain(value, &notes))
      case "edge": links.append(plain(value, &notes))
      case "directed": isDirected = value.integer != 0
      case "graphics", "labelgraphics": notes.noteDrawing(name, at: value.offset)
      default: others.append((name, plain(value, &notes)))
      }
    }
    let root: [(name: String, value: JSONValue)] = [
      ("directed", JSONValue(content: .flag(isDirected), offset: graph.offset)),
      ("nodes", JSONValue(content: .list(nodes), offset: graph.offset)),
      ("links", JSONValue(content: .list(links), offset: graph.offset)),
      ("graph", JSONValue(content: .object(others), offset: graph.offset)),
    ]
    return JSONValue(content: .object(root), offset: graph.offset)
  }

  /// An element without its drawing, keys that stand several times as one list.
  private static func plain(_ value: JSONValue, _ notes: inout ReadingNotes) -> JSONValue {
    guard value.isObject else { return value }
    var fields: [(name: String, value: JSONValue)] = []
    var places: [String: Int] = [:]
    for (name, field) in value.fields {
      guard !["graphics", "labelgraphics"].contains(name.lowercased()) else {
        notes.noteDrawing(name, at: field.offset)
        continue
      }
      let field = plain(field, &notes)
      guard let place = places[name] else {
        places[name] = fields.count
        fields.append((name, field))
        continue
      }
      let known = fields[place].value
      let list = (known.list ?? [known]) + [field]
      fields[place].value = JSONValue(content: .list(list), offset: known.offset)
    }
    return JSONValue(content: .object(fields), offset: value.offset)
  }

  // MARK: Text

  private func fault(_ message: String, at offset: Int? = nil) -> JSONFault {
    JSONFault(message: message, offset: offset ?? index)
  }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte {
      if byte == UInt8(ascii: "#") {
        while let byte = self.byte, byte != 0x0A, byte != 0x0D { index += 1 }
      } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
        index += 1
      } else {
        return
      }
    }
  }

  /// Keys and values until a bracket closes or the text ends.
  private mutating func entries() throws(JSONFault) -> [(name: String, value: JSONValue)] {
    var entries: [(name: String, value: JSONValue)] = []
    while true {
      skipBlanks()
      guard let byte, byte != UInt8(ascii: "]") else { return entries }
      let start = index
      while let byte = self.byte, Self.isWord(byte) { index += 1 }
      guard index > start else { throw fault("a key should stand here") }
      let name = String(decoding: bytes[start..<index], as: UTF8.self)
      skipBlanks()
      entries.append((name, try value()))
    }
  }

  private mutating func value() throws(JSONFault) -> JSONValue {
    let start = index
    switch byte {
    case nil: throw fault("the text ends where a value should stand")
    case UInt8(ascii: "["): return JSONValue(content: try self.list(), offset: start)
    case UInt8(ascii: "\""): return JSONValue(content: .text(try self.text()), offset: start)
    default:
      while let byte, byte > 0x20, byte != UInt8(ascii: "]"), byte != UInt8(ascii: "[") {
        index += 1
      }
      let word = String(decoding: bytes[start..<index], as: UTF8.self)
      if let number = Int(word) { return JSONValue(content: .integer(number), offset: start) }
      let read: PropertyValue? = TypedText.value(word, as: PropertyType.decimal)
      if case .decimal(let number)? = read {
        return JSONValue(content: .decimal(number), offset: start)
      }
      throw fault("this is no value; texts stand in quotes", at: start)
    }
  }

  private mutating func list() throws(JSONFault) -> JSONValue.Content {
    let start = index
    depth += 1
    guard depth <= depthLimit else {
      throw fault("lists stand in one another over \(depthLimit) deep")
    }
    index += 1
    let entries = try self.entries()
    guard byte == UInt8(ascii: "]") else {
      throw fault("the bracket that opens here is never closed", at: start)
    }
    index += 1
    depth -= 1
    return .object(entries)
  }

  private mutating func text() throws(JSONFault) -> String {
    let start = index
    index += 1
    while let byte, byte != UInt8(ascii: "\"") { index += 1 }
    guard byte != nil else { throw fault("the quote that opens here is never closed", at: start) }
    let text = String(decoding: bytes[(start + 1)..<index], as: UTF8.self)
    index += 1
    return text.utf8.contains(UInt8(ascii: "&")) ? Self.decodingEntities(text) : text
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A)
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  /// Characters that GML writes as `&#233;` or `&quot;`; other words of this kind stay.
  static func decodingEntities(_ text: String) -> String {
    let parts = text.split(separator: "&", omittingEmptySubsequences: false)
    var decoded = String(parts.first ?? "")
    for part in parts.dropFirst() {
      guard let end = part.firstIndex(of: ";"), let scalar = Self.scalar(part[..<end]) else {
        decoded += "&" + part
        continue
      }
      decoded.unicodeScalars.append(scalar)
      decoded += part[part.index(after: end)...]
    }
    return decoded
  }

  private static func scalar(_ word: Substring) -> Unicode.Scalar? {
    switch word {
    case "quot": return "\""
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "apos": return "'"
    default: break
    }
    guard word.hasPrefix("#") else { return nil }
    let digits = word.dropFirst()
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    let number = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10)
    return number.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  }
}

extension ReadingNotes {
  fileprivate mutating func noteDrawing(_ name: String, at offset: Int) {
    note(
      "attributes of the drawing were left out",
      about: name,
      at: ReadingPlace(offset: offset)
    )
  }
}
