/// Why a text is no JSON.
struct JSONFault: Error {
  let message: String
  let offset: Int
}

/// Reads JSON, and the words for what is no finite number that Python writes.
struct JSONParser {
  /// More than any graph needs; each level is a call in a call.
  private let depthLimit = 200
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads the whole text.
  mutating func document() throws(JSONFault) -> JSONValue {
    skipBlanks()
    let value = try value()
    skipBlanks()
    guard index == bytes.count else { throw fault("text stands behind the end of the JSON") }
    return value
  }

  private func fault(_ message: String, at offset: Int? = nil) -> JSONFault {
    JSONFault(message: message, offset: offset ?? index)
  }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private mutating func value() throws(JSONFault) -> JSONValue {
    let start = index
    let content: JSONValue.Content
    switch byte {
    case UInt8(ascii: "{"): content = try object()
    case UInt8(ascii: "["): content = try list()
    case UInt8(ascii: "\""): content = .text(try text())
    case UInt8(ascii: "-"), 48, 49, 50, 51, 52, 53, 54, 55, 56, 57: content = try number()
    case nil: throw fault("the text ends where a value should stand")
    default: content = try word()
    }
    return JSONValue(content: content, offset: start)
  }

  private mutating func enter() throws(JSONFault) {
    depth += 1
    guard depth <= depthLimit else {
      throw fault("values stand in one another over \(depthLimit) deep")
    }
    index += 1
    skipBlanks()
  }

  private mutating func object() throws(JSONFault) -> JSONValue.Content {
    try enter()
    var fields: [(name: String, value: JSONValue)] = []
    while byte != UInt8(ascii: "}") {
      guard byte == UInt8(ascii: "\"") else { throw fault("a name in quotes should stand here") }
      let name = try text()
      skipBlanks()
      guard byte == UInt8(ascii: ":") else { throw fault("“:” should stand after a name") }
      index += 1
      skipBlanks()
      fields.append((name, try value()))
      try separate(before: UInt8(ascii: "}"))
    }
    index += 1
    depth -= 1
    return .object(fields)
  }

  private mutating func list() throws(JSONFault) -> JSONValue.Content {
    try enter()
    var values: [JSONValue] = []
    while byte != UInt8(ascii: "]") {
      values.append(try value())
      try separate(before: UInt8(ascii: "]"))
    }
    index += 1
    depth -= 1
    return .list(values)
  }

  /// Goes over a comma, or stops before the end of a list.
  private mutating func separate(before end: UInt8) throws(JSONFault) {
    skipBlanks()
    if byte == end { return }
    guard byte == UInt8(ascii: ",") else {
      throw fault(byte == nil ? "the text ends within a value" : "“,” or an end should stand here")
    }
    index += 1
    skipBlanks()
    if byte == end { throw fault("nothing follows the comma") }
  }

  private mutating func word() throws(JSONFault) -> JSONValue.Content {
    let words: [(String, JSONValue.Content)] = [
      ("true", .flag(true)), ("false", .flag(false)), ("null", .null),
      ("NaN", .decimal(.nan)), ("Infinity", .decimal(.infinity)),
    ]
    for (word, content) in words where bytes[index...].starts(with: word.utf8) {
      index += word.utf8.count
      return content
    }
    throw fault("this is no value; texts stand in quotes")
  }

  private mutating func number() throws(JSONFault) -> JSONValue.Content {
    let start = index
    if bytes[index...].starts(with: "-Infinity".utf8) {
      index += 9
      return .decimal(-.infinity)
    }
    let marks = Array("+-.eE".utf8)
    while let byte, (48...57).contains(byte) || marks.contains(byte) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if let number = Int(text), text != "-0" { return .integer(number) }
    guard let number = Double(text) else { throw fault("this is no number", at: start) }
    return .decimal(number)
  }

  // MARK: Texts

  private mutating func text() throws(JSONFault) -> String {
    let start = index
    index += 1
    var decoded: [UInt8] = []
    var run = index
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        decoded.append(contentsOf: bytes[run..<index])
        index += 1
        return String(decoding: decoded, as: UTF8.self)
      case UInt8(ascii: "\\"):
        decoded.append(contentsOf: bytes[run..<index])
        try escape(into: &decoded)
        run = index
      case ..<0x20: throw fault("a control character stands in a text; write it as an escape")
      default: index += 1
      }
    }
    throw fault("the quote that opens here is never closed", at: start)
  }

  private mutating func escape(into decoded: inout [UInt8]) throws(JSONFault) {
    let start = index
    index += 1
    guard let byte else { throw fault("the text ends within an escape", at: start) }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(byte)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"):
      var units = [try unit(start)]
      // Half a character must be followed by its other half, or it is none.
      if (0xD800..<0xDC00).contains(units[0]), bytes[index...].starts(with: "\\u".utf8) {
        let other = index
        index += 2
        let second = try unit(other)
        if (0xDC00..<0xE000).contains(second) { units.append(second) } else { index = other }
      }
      decoded.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
    default: throw fault("this escape is not known", at: start)
    }
  }

  private mutating func unit(_ start: Int) throws(JSONFault) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard let byte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault("four hexadecimal digits should follow “\\u”", at: start)
      }
      value = value << 4 | UInt16(digit)
      index += 1
    }
    return value
  }
}
