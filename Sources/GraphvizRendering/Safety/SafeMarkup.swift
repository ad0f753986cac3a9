/// A label with markup, without what reads files, leads astray or wastes the machine.
///
/// What is not changed stays as it is written, broken markup included.
struct SafeMarkup {
  /// Something that was changed.
  struct Note: Hashable {
    let action: SafeDOT.Change.Action
    let subject: String
    let reason: SafetyRule.Reason
  }

  /// The markup as it is safe to draw.
  private(set) var text = ""
  /// What was changed, in the order met.
  private(set) var notes: [Note] = []

  private let format: GraphvizFormat
  private let bytes: [UInt8]
  private var place = 0
  private var result: [UInt8] = []

  /// Makes markup safe.
  init(_ markup: String, for format: GraphvizFormat = .svg) {
    self.format = format
    bytes = Array(markup.utf8)
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        result.append(bytes[place])
        place += 1
        continue
      }
      if starts(with: "<!--") {
        copy(past: "-->")
      } else if starts(with: "<![CDATA[") {
        copy(past: "]]>")
      } else if starts(with: "<?") {
        copy(past: "?>")
      } else if let tag = tag(at: place) {
        write(tag)
        place = tag.end
      } else {
        result.append(contentsOf: bytes[place...])
        place = bytes.count
      }
    }
    text = String(decoding: result, as: UTF8.self)
  }

  // MARK: Reading

  private struct Attribute {
    /// From the blanks before it to the quote after it.
    var whole: Range<Int>
    var name: String
    var value: Range<Int>
  }

  private struct Tag {
    var name: String
    var attributes: [Attribute]
    var start: Int
    var end: Int
  }

  /// The tag that begins at a place, or `nil` if it does not end.
  private func tag(at start: Int) -> Tag? {
    var at = start + 1
    if at < bytes.count, bytes[at] == UInt8(ascii: "/") { at += 1 }
    let name = word(from: at)
    at += name.utf8.count
    var attributes: [Attribute] = []
    while at < bytes.count {
      let blanks = at
      while at < bytes.count, isBlank(bytes[at]) { at += 1 }
      guard at < bytes.count else { return nil }
      if bytes[at] == UInt8(ascii: ">") {
        return Tag(name: name.uppercased(), attributes: attributes, start: start, end: at + 1)
      }
      let attribute = word(from: at)
      guard !attribute.isEmpty else {
        at += 1
        continue
      }
      at += attribute.utf8.count
      guard let value = value(from: at) else { continue }
      at = value.upperBound + 1
      attributes.append(
        Attribute(whole: blanks..<at, name: attribute.uppercased(), value: value)
      )
    }
    return nil
  }

  /// The place of a value in quotes after an equals sign, or `nil` if there is none.
  private func value(from start: Int) -> Range<Int>? {
    var at = start
    while at < bytes.count, isBlank(bytes[at]) { at += 1 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return nil }
    at += 1
    while at < bytes.count, isBlank(bytes[at]) { at += 1 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'")
    else { return nil }
    guard let end = bytes[(at + 1)...].firstIndex(of: bytes[at]) else { return nil }
    return (at + 1)..<end
  }

  private func word(from start: Int) -> String {
    var end = start
    while end < bytes.count, !isBlank(bytes[end]), !"=/>\"'".utf8.contains(bytes[end]) { end += 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private func starts(with text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

  private mutating func copy(past end: String) {
    while place < bytes.count {
      if starts(with: end) {
        result.append(contentsOf: end.utf8)
        place += end.utf8.count
        return
      }
      result.append(bytes[place])
      place += 1
    }
  }

  // MARK: Writing

  private mutating func write(_ tag: Tag) {
    guard tag.name != "IMG" else {
      if bytes[tag.start + 1] != UInt8(ascii: "/") { note(.leftOut, "IMG", .file) }
      return
    }
    var written = tag.start
    for attribute in tag.attributes {
      let old = String(decoding: bytes[attribute.value], as: UTF8.self)
      let new = checked(attribute.name, old)
      guard new != old else { continue }
      if let new {
        result.append(contentsOf: bytes[written..<attribute.value.lowerBound])
        result.append(contentsOf: new.utf8)
        written = attribute.value.upperBound
      } else {
        result.append(contentsOf: bytes[written..<attribute.whole.lowerBound])
        written = attribute.whole.upperBound
      }
    }
    result.append(contentsOf: bytes[written..<tag.end])
  }

  private mutating func note(
    _ action: SafeDOT.Change.Action,
    _ subject: String,
    _ reason: SafetyRule.Reason
  ) {
    notes.append(Note(action: action, subject: subject, reason: reason))
  }

  /// The value that an attribute may have, or `nil` if it may not be there.
  private mutating func checked(_ name: String, _ value: String) -> String? {
    switch name {
    case "HREF": return link(value)
    case "FACE":
      guard FontFamilies.isPlainList(resolved(value)) else {
        note(.replaced, name, .fonts)
        return FontFamilies.standard
      }
      return value
    case "ROWSPAN", "COLSPAN": return number(name, value, within: 1...512)
    case "BORDER", "CELLBORDER", "CELLPADDING", "CELLSPACING":
      return number(name, value, within: -255...255)
    case "WIDTH", "HEIGHT": return number(name, value, within: 0...14400)
    case "POINT-SIZE": return number(name, value, within: 0...255)
    default: return value
    }
  }

  private mutating func link(_ value: String) -> String? {
    guard !value.isEmpty else { return value }
    guard let link = SafeLink(resolved(value), keepsEscapes: true) else {
      note(.leftOut, "HREF", .link)
      return nil
    }
    guard format != .pdf || !link.takesNames else {
      note(.leftOut, "HREF", .namesInLink)
      return nil
    }
    let plain = resolved(value)
    guard plain != link.address else { return value }
    note(.replaced, "HREF", .linkCharacters)
    return link.address.replacing("&", with: "&amp;")
  }

  private mutating func number(
    _ name: String,
    _ value: String,
    within range: ClosedRange<Double>
  ) -> String? {
    let plain = resolved(value)
    let limited = LimitedNumbers.text(plain, within: range)
    if limited == plain { return value }
    note(limited == nil ? .leftOut : .limited, name, limited == nil ? .notANumber : .waste)
    return limited
  }

  private func resolved(_ value: String) -> String {
    SVGCharacters.resolved(Array(value.utf8)[...])
  }
}
