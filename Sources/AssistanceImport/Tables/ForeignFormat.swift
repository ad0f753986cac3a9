internal import GraphCore

/// Kinds of files that are often given in the place of a table, told by their first bytes.
enum ForeignFormat {
  case workbook, oldWorkbook, archive, compressed, portableDocument, webPage, markup, json

  /// What the bytes surely are; `nil` for what may be a table.
  init?(_ bytes: some Collection<UInt8>) {
    let start = Array(bytes.prefix(4096))
    func begins(_ signature: [UInt8]) -> Bool { start.starts(with: signature) }
    func holds(_ text: String) -> Bool {
      let wanted = Array(text.utf8)
      guard start.count >= wanted.count else { return false }
      return (0...start.count - wanted.count)
        .contains { start[$0..<$0 + wanted.count].elementsEqual(wanted) }
    }
    if begins([0x50, 0x4B, 3, 4]) || begins([0x50, 0x4B, 5, 6]) {
      let isWorkbook = ["xl/", "[Content_Types].xml", "opendocument.spreadsheet"].contains(
        where: holds
      )
      self = isWorkbook ? .workbook : .archive
    } else if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .oldWorkbook
    } else if begins([0x1F, 0x8B]) || begins(Array("BZh".utf8)) || begins([0xFD, 0x37, 0x7A]) {
      self = .compressed
    } else if begins(Array("%PDF-".utf8)) {
      self = .portableDocument
    } else if let found = Self.text(start) {
      self = found
    } else {
      return nil
    }
  }

  /// The same for text, whose first sign says what it is.
  private static func text(_ start: [UInt8]) -> ForeignFormat? {
    // Marks and zero bytes of other encodings say nothing here.
    let signs = start.filter { $0 != 0 && $0 < 0x80 }.drop { $0 <= 32 }
    let text = String(decoding: signs.prefix(512), as: UTF8.self).lowercased()
    if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") || text.hasPrefix("<head")
      || text.hasPrefix("<table")
    {
      return .webPage
    }
    if text.hasPrefix("<?xml") { return text.contains("<html") ? .webPage : .markup }
    let rest = text.dropFirst().drop { $0.isWhitespace }
    if text.hasPrefix("{"), rest.hasPrefix("\"") { return .json }
    if text.hasPrefix("["), rest.hasPrefix("{") { return .json }
    return nil
  }

  /// The fault of a file that should be a table.
  func fault(in file: String) -> Diagnostic {
    let (name, hint) =
      switch self {
      case .workbook, .oldWorkbook:
        ("an Excel or OpenDocument workbook", "save its sheet as CSV (UTF-8) and give that file")
      case .archive: ("a ZIP archive", "unpack it and give the files that are in it")
      case .compressed: ("a compressed file", "unpack it and give the file that is in it")
      case .portableDocument: ("a PDF", "ask its publisher for the table itself")
      case .webPage:
        (
          "a web page",
          "the download may have failed: open the address in a browser and save the file"
        )
      case .markup: ("XML", "activities of IATI are imported as such, not as a table")
      case .json: ("JSON", "pillar import graph reads graphs; ask for a table as CSV")
      }
    return Diagnostic(
      .error,
      at: Diagnostic.Place(file: file, line: 1),
      "this is \(name), not a table",
      hint: hint
    )
  }
}
