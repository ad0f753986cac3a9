internal import TabularText

/// Makes UTF-8 of the bytes of a file.
enum SourceText {
  /// The bytes of a text of another tool as UTF-8, if they are UTF-8 or UTF-16.
  static func plain(_ bytes: [UInt8], _ notes: inout ReadingNotes) -> [UInt8] {
    repaired(unmarked(bytes, &notes), &notes)
  }

  /// The bytes without a byte order mark, UTF-16 as UTF-8; a mark that lies is told.
  static func unmarked(_ bytes: [UInt8], _ notes: inout ReadingNotes) -> [UInt8] {
    let text = FieldText(unmarking: bytes)
    // That there was a mark is nothing to tell.
    for note in text.notes where note.contains("says") { notes.note(note, at: .start) }
    return text.bytes
  }

  /// The text with characters of Windows-1252 for those that had been read as Latin-1, and with LF
  /// for CR where no line ends otherwise.
  static func repaired(_ bytes: [UInt8], _ notes: inout ReadingNotes) -> [UInt8] {
    // What Pillar wrote holds such characters only if somebody meant them.
    guard !isOfPillar(bytes) else { return bytes }
    var text = FieldText(unmarking: bytes)
    text.repairControls()
    for note in text.notes where note.contains("repaired") { notes.note(note, at: .start) }
    guard text.bytes.contains(0x0D), !text.bytes.contains(0x0A) else { return text.bytes }
    return text.bytes.map { $0 == 0x0D ? 0x0A : $0 }
  }

  /// Whether the text begins as the files do that Pillar writes.
  static func isOfPillar(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(1 << 10), as: UTF8.self)
    return start.hasPrefix("{\n\"format\": \"pillar-graph\"")
      || start.contains("<key id=\"node.kind\" for=\"node\"")
      || start.hasPrefix("Id,Label,kind,from,until,sources")
      || start.hasPrefix("Id,Source,Target,Type,kind,from,until,sources")
  }

  /// The bytes without a byte order mark; UTF-16 becomes UTF-8.
  static func withoutMark(_ bytes: [UInt8]) -> [UInt8] { FieldText(unmarking: bytes).bytes }

  /// Where the first byte is that is no UTF-8; `nil` if there is none.
  static func firstBadByte(in bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      offset += UTF8.width(scalar)
    }
    return min(offset, bytes.count - 1)
  }
}
