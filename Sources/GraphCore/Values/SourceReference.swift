/// Where a statement comes from: a document, its section, and the lines, pages or rows.
///
/// Written as text, `000 l.91 § Capacity building` names document `000`, line 91 and a section.
/// White space, `%` and `§` inside a document's key or an anchor are written as in a web address:
/// `registry #XM%20DAC-1`.
public struct SourceReference: Hashable, Sendable {
  /// A place inside a document.
  public enum Locator: Hashable, Sendable {
    /// Lines of a text, counted from 1.
    case lines(ClosedRange<Int>)
    /// Pages, counted from 1.
    case pages(ClosedRange<Int>)
    /// Rows of a table, counted from 1.
    case rows(ClosedRange<Int>)
    /// A name inside the document, such as an activity's identifier.
    case anchor(String)
  }

  /// The key of the document.
  public let document: String
  /// The section's title, if known.
  public let section: String?
  /// The place in the document, if known.
  public let locator: Locator?

  /// Creates a reference.
  ///
  /// - Parameters:
  ///   - document: The key of the document; it must not be empty.
  ///   - section: The section's title; white space at its ends is dropped, and none is left of an
  ///     empty one.
  ///   - locator: The place in the document; numbers count from 1, and an anchor has a name.
  public init(document: String, section: String? = nil, locator: Locator? = nil) {
    precondition(!document.isEmpty, "a source names its document")
    precondition(locator?.isWritable ?? true, "places in a document count from 1")
    self.document = document
    self.section = section.map { $0.trimmingSpaces() }.flatMap { $0.isEmpty ? nil : $0 }
    self.locator = locator
  }

  /// Reads the written form, or gives `nil` if the document or the locator is malformed.
  public init?(_ text: some StringProtocol) {
    self.init(String(text))
  }

  /// The same for a string: tables hold many sources, and most are read byte by byte.
  package init?(_ text: String) {
    var scan = SourceScan()
    guard scan.read(text) else {
      self.init(byCharacters: text)
      return
    }
    guard let document = scan.document, !scan.isMalformed else { return nil }
    self.init(read: document.decodingPercents(), scan.section, scan.locator)
  }

  private init(read document: String, _ section: String?, _ locator: Locator?) {
    self.document = document
    self.section = section
    self.locator = locator
  }

  private init?(byCharacters text: String) {
    let halves = text.split(separator: "§", maxSplits: 1, omittingEmptySubsequences: false)
    let words = halves[0].split(separator: " ", omittingEmptySubsequences: true)
    guard let document = words.first, words.count <= 2 else { return nil }
    self.document = String(document).decodingPercents()
    if words.count == 2 {
      guard let locator = Locator(words[1]) else { return nil }
      self.locator = locator
    } else {
      locator = nil
    }
    if halves.count == 2 {
      let section = String(halves[1]).trimmingSpaces()
      guard !section.isEmpty else { return nil }
      self.section = section
    } else {
      section = nil
    }
  }
}

extension SourceReference: CustomStringConvertible {
  /// The reference in its written form, which reads back to an equal one.
  public var description: String {
    var text = document.encodingBlanks()
    if let locator { text += " \(locator)" }
    if let section { text += " § \(section)" }
    return text
  }
}

extension SourceReference.Locator: CustomStringConvertible {
  /// The place in its written form: `l.3-7`, `p.12`, `r.5` or `#name`.
  public var description: String {
    switch self {
    case .lines(let range): "l.\(Self.text(range))"
    case .pages(let range): "p.\(Self.text(range))"
    case .rows(let range): "r.\(Self.text(range))"
    case .anchor(let name): "#\(name.encodingBlanks())"
    }
  }

  /// Reads `l.3`, `l.3-7`, `p.12`, `r.5` or `#name`.
  init?(_ text: some StringProtocol) {
    if text.hasPrefix("#") {
      guard text.utf8.count > 1 else { return nil }
      self = .anchor(String(text.dropFirst()).decodingPercents())
      return
    }
    guard let range = Self.range(text.dropFirst(2)) else { return nil }
    switch text.prefix(2) {
    case "l.": self = .lines(range)
    case "p.": self = .pages(range)
    case "r.": self = .rows(range)
    default: return nil
    }
  }

  /// Whether the written form can be read back.
  fileprivate var isWritable: Bool {
    switch self {
    case .lines(let range), .pages(let range), .rows(let range):
      range.lowerBound >= 1 && range.upperBound <= Int(Int32.max)
    case .anchor(let name): !name.isEmpty
    }
  }

  private static func text(_ range: ClosedRange<Int>) -> String {
    range.lowerBound == range.upperBound
      ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
  }

  private static func range(_ text: some StringProtocol) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count <= 2, ends.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let first = Int32(ends[0]), let last = Int32(ends[ends.count - 1]), first >= 1, first <= last
    else { return nil }
    return Int(first)...Int(last)
  }
}

extension StringProtocol {
  /// The text without white space at either end.
  package func trimmingSpaces() -> String {
    // Most texts begin and end with a letter, a digit or a sign of ASCII.
    let scalars = unicodeScalars
    if let first = scalars.first, let last = scalars.last, 33..<127 ~= first.value,
      33..<127 ~= last.value
    {
      return String(self)
    }
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }
}

/// Reads a source reference whose document and locator are ASCII; other text is left alone, since
/// what is one character there depends on what follows.
private struct SourceScan {
  var document: String?
  var locator: SourceReference.Locator?
  var section: String?
  var isMalformed = false

  /// Whether the text could be read; a malformed one is read, too.
  mutating func read(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { unsafe read($0) }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = 0
    while end < bytes.count, unsafe bytes[end] < 0x80 { end += 1 }
    if end < bytes.count {
      // The section sign, C2 A7, and no mark after it that would join it.
      guard end + 2 < bytes.count, unsafe bytes[end] == 0xC2, unsafe bytes[end + 1] == 0xA7,
        unsafe bytes[end + 2] < 0x80
      else { return false }
      var (start, stop) = (end + 2, bytes.count)
      while start < stop, unsafe bytes[start] == 32 { start += 1 }
      while start < stop, unsafe bytes[stop - 1] == 32 { stop -= 1 }
      let title = unsafe Self.string(bytes, start..<stop).trimmingSpaces()
      if title.isEmpty { isMalformed = true }
      section = title
    }
    var words = 0
    var index = 0
    while index < end {
      let start = index
      while index < end, unsafe bytes[index] != 32 { index += 1 }
      if index > start {
        words += 1
        if words == 1 {
          document = unsafe Self.string(bytes, start..<index)
        } else if words == 2 {
          locator = unsafe Self.locator(bytes, start..<index)
          if locator == nil { isMalformed = true }
        } else {
          isMalformed = true
        }
      }
      index += 1
    }
    return true
  }

  private static func string(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  private static func locator(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>)
    -> SourceReference.Locator?
  {
    let first = unsafe bytes[range.lowerBound]
    guard range.count > 2, first != UInt8(ascii: "#"),
      unsafe bytes[range.lowerBound + 1] == UInt8(ascii: ".")
    else { return unsafe SourceReference.Locator(string(bytes, range)) }
    var numbers = SIMD2<Int>.zero
    var (part, digits) = (0, 0)
    for index in range.lowerBound + 2..<range.upperBound {
      let byte = unsafe bytes[index]
      if byte == UInt8(ascii: "-") {
        guard part == 0, digits > 0 else { return nil }
        (part, digits) = (1, 0)
        continue
      }
      guard (48...57).contains(byte) else { return nil }
      numbers[part] = numbers[part] * 10 + Int(byte) - 48
      guard numbers[part] <= Int(Int32.max) else { return nil }
      digits += 1
    }
    let last = part == 0 ? numbers[0] : numbers[1]
    guard digits > 0, numbers[0] >= 1, numbers[0] <= last else { return nil }
    switch first {
    case UInt8(ascii: "l"): return .lines(numbers[0]...last)
    case UInt8(ascii: "p"): return .pages(numbers[0]...last)
    case UInt8(ascii: "r"): return .rows(numbers[0]...last)
    default: return nil
    }
  }
}

extension String {
  /// The text with white space, `%` and `§` as the bytes of their UTF-8 form: `%20`.
  fileprivate func encodingBlanks() -> String {
    // Most keys and anchors are letters, digits and signs of ASCII.
    guard !utf8.allSatisfy({ 33..<127 ~= $0 && $0 != 37 }) else { return self }
    var text = ""
    for scalar in unicodeScalars {
      guard scalar.properties.isWhitespace || scalar == "%" || scalar == "§" else {
        text.unicodeScalars.append(scalar)
        continue
      }
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        text += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }

  /// Undoes `encodingBlanks`; a percent sign without two digits stays, and so does text that
  /// would be no UTF-8.
  fileprivate func decodingPercents() -> String {
    guard utf8.contains(37) else { return self }
    let encoded = Array(utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < encoded.count {
      if encoded[index] == 37, index + 2 < encoded.count,
        let high = Character(Unicode.Scalar(encoded[index + 1])).hexDigitValue,
        let low = Character(Unicode.Scalar(encoded[index + 2])).hexDigitValue
      {
        decoded.append(UInt8(high * 16 + low))
        index += 3
      } else {
        decoded.append(encoded[index])
        index += 1
      }
    }
    return String(validating: decoded, as: UTF8.self) ?? self
  }
}
