/// A piece of the text of a picture.
enum SVGToken: Equatable {
  /// A tag that opens an element, and whether it closes it, too.
  case open(name: String, attributes: [SVGAttribute], isClosed: Bool)
  /// A tag that closes an element.
  case close(name: String)
  /// Text, with its references resolved.
  case text(String)
}

/// An attribute as it is written, with its references resolved.
struct SVGAttribute: Hashable {
  var name: String
  var value: String
}

/// Splits XML into tags and text, once over the bytes.
///
/// Comments, declarations and processing instructions are left out. Graphviz writes some values as
/// they come, so a stray ampersand, quote or angle bracket is no fault here.
struct SVGScanner {
  private let bytes: [UInt8]
  private(set) var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next piece, or `nil` at the end.
  mutating func next() throws(SVGError) -> SVGToken? {
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else { return scanText() }
      if starts(with: "<!--") {
        try skip(past: "-->", from: place + 4)
      } else if starts(with: "<![CDATA[") {
        return try scanCharacterData()
      } else if starts(with: "<!") {
        try skipDeclaration()
      } else if starts(with: "<?") {
        try skip(past: "?>", from: place + 2)
      } else if starts(with: "</") {
        return try scanClosingTag()
      } else if place + 1 < bytes.count, isNameStart(bytes[place + 1]) {
        return try scanOpeningTag()
      } else {
        return scanText()
      }
    }
    return nil
  }

  // MARK: Text

  private mutating func scanText() -> SVGToken {
    let start = place
    place += 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
    return .text(SVGCharacters.resolved(bytes[start..<place]))
  }

  private mutating func scanCharacterData() throws(SVGError) -> SVGToken {
    let start = place + 9
    try skip(past: "]]>", from: start)
    return .text(SVGCharacters.valid(bytes[start..<(place - 3)]))
  }

  // MARK: Tags

  private mutating func scanClosingTag() throws(SVGError) -> SVGToken {
    place += 2
    let name = scanName()
    while let byte = peek, byte != UInt8(ascii: ">") { place += 1 }
    try take()
    return .close(name: name)
  }

  private mutating func scanOpeningTag() throws(SVGError) -> SVGToken {
    place += 1
    let name = scanName()
    var attributes: [SVGAttribute] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: ">"):
        place += 1
        return .open(name: name, attributes: attributes, isClosed: false)
      case UInt8(ascii: "/") where starts(with: "/>"):
        place += 2
        return .open(name: name, attributes: attributes, isClosed: true)
      case _ where isNamePart(byte):
        if let attribute = try scanAttribute() { attributes.append(attribute) }
      default:
        place += 1
      }
    }
    throw .cutShort
  }

  private mutating func scanAttribute() throws(SVGError) -> SVGAttribute? {
    let name = scanName()
    skipBlanks()
    guard peek == UInt8(ascii: "=") else { return nil }
    place += 1
    skipBlanks()
    guard let quote = peek, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return nil
    }
    place += 1
    let start = place
    while let byte = peek, byte != quote { place += 1 }
    try take()
    return SVGAttribute(name: name, value: SVGCharacters.resolved(bytes[start..<(place - 1)]))
  }

  private mutating func scanName() -> String {
    let start = place
    while let byte = peek, isNamePart(byte) { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  // MARK: What is left out

  /// Skips a declaration, which may hold others between brackets.
  private mutating func skipDeclaration() throws(SVGError) {
    var depth = 0
    var quote: UInt8?
    while let byte = peek {
      place += 1
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "<"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">"):
        depth -= 1
        if depth <= 0 { return }
      default: break
      }
    }
    throw .cutShort
  }

  private mutating func skip(past end: String, from start: Int) throws(SVGError) {
    place = start
    while place < bytes.count {
      if starts(with: end) {
        place += end.utf8.count
        return
      }
      place += 1
    }
    throw .cutShort
  }

  private mutating func skipBlanks() {
    while let byte = peek, isBlank(byte) { place += 1 }
  }

  // MARK: Bytes

  private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

  /// Steps over the byte at hand, which the caller has seen to be the right one if it is there.
  private mutating func take() throws(SVGError) {
    guard place < bytes.count else { throw .cutShort }
    place += 1
  }

  private func starts(with text: String) -> Bool {
    bytes[place...].starts(with: text.utf8)
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private func isNameStart(_ byte: UInt8) -> Bool {
    isNamePart(byte) && !(0x30...0x39).contains(byte) && byte != UInt8(ascii: "-")
      && byte != UInt8(ascii: ".")
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    case UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: false
    }
  }
}
