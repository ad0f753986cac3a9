import AssistanceImport
import AssistanceModel
import GraphCore
import Testing

/// Bytes that are not what they say, and characters that are not what they look like.
@Suite struct HostileTextTests {
  private static let start = HostileTable.start
  private static let text = start + "Médecins,Santé,X1\nЗдоровье,WASH,X2\n"
  private static let names = ["Médecins", "Здоровье"]

  // MARK: Marks and encodings

  @Test(arguments: [true, false])
  func `UTF-16 is read in either order, with a mark and without`(isLittle: Bool) throws {
    let body = HostileTable.utf16(Self.text, isLittle: isLittle)
    let mark: [UInt8] = isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]
    for bytes in [body, mark + body] {
      let imported = try HostileTable.imported(bytes)
      #expect(HostileTable.actors(imported) == Self.names)
      #expect(imported.report.files.first?.notes.contains { $0.contains("UTF-16") } == true)
    }
  }

  @Test func `marks that lie are said and not believed`() throws {
    let utf8 = Array(Self.text.utf8)
    let little = HostileTable.utf16(Self.text, isLittle: true)
    let big = HostileTable.utf16(Self.text, isLittle: false)
    let cases: [([UInt8], String)] = [
      ([0xFF, 0xFE] + utf8, "says UTF-16, but the text is not"),
      ([0xFE, 0xFF] + utf8, "says UTF-16, but the text is not"),
      ([0xFE, 0xFF] + little, "says the opposite order"), ([0xFF, 0xFE] + big, "opposite order"),
      ([0xEF, 0xBB, 0xBF] + little, "says UTF-8; it was not believed"),
      ([0xEF, 0xBB, 0xBF] + big, "says UTF-8; it was not believed"),
      ([0xEF, 0xBB, 0xBF] + utf8, "a byte order mark was passed over"),
    ]
    for (bytes, note) in cases {
      let imported = try HostileTable.imported(bytes)
      #expect(HostileTable.actors(imported) == Self.names, "\(note)")
      let notes = imported.report.files.first?.notes ?? []
      #expect(notes.contains { $0.contains(note) }, "\(notes)")
    }
  }

  @Test func `a mark in the middle is part of no name`() throws {
    let imported = try HostileTable.imported(
      Self.start + "\u{FEFF}MSF,Health,X1\nMSF\u{FEFF},Health,X1\nMSF,Health,X1\n"
    )
    #expect(HostileTable.actors(imported) == ["MSF"])
    #expect(imported.collection.graph.graph["msf"]?[.aliases] == nil)
    #expect(imported.report.factCount == 1)
  }

  @Test func `Windows-1252 is read as such, and repaired where it was read as Latin-1`() throws {
    let name = "L’œuvre – “Š”"
    let windows: [UInt8] = name.unicodeScalars.map { scalar in
      let marks: [Unicode.Scalar: UInt8] = [
        "’": 0x92, "œ": 0x9C, "–": 0x96, "“": 0x93, "”": 0x94, "Š": 0x8A,
      ]
      return marks[scalar] ?? UInt8(scalar.value)
    }
    let head = Array(Self.start.utf8)
    let tail = Array(",Health,X1\n".utf8)
    let read = try HostileTable.imported(head + windows + tail)
    #expect(HostileTable.actors(read) == [name])
    #expect(read.report.files.first?.notes.contains { $0.contains("Windows-1252") } == true)
    let latin = String(String.UnicodeScalarView(windows.map { Unicode.Scalar($0) }))
    let repaired = try HostileTable.imported(head + Array(latin.utf8) + tail)
    #expect(HostileTable.actors(repaired) == [name])
    #expect(repaired.report.files.first?.notes.contains { $0.hasPrefix("6 characters") } == true)
  }

  // MARK: Characters

  @Test func `formulas are written so that a spreadsheet does not run them`() throws {
    let formulas = [
      "=cmd|' /C calc'!A0", "@SUM(1+1)*cmd3|' /C calc'!A0", "+cmd2|' /C calc'!A0",
      "-2+3+cmd4|' /C'!A0",
      " =1+1", "\t=1+2", "＝1+3", "\u{200B}=1+4", "\u{FEFF}=1+5",
    ]
    let rows = formulas.map { "\"\($0)\",Health,X1\n" }.joined()
    let imported = try HostileTable.imported(Self.start + rows)
    let names = HostileTable.actors(imported)
    #expect(names.count == formulas.count)
    let cells = imported.collection.files()
      .flatMap { String(decoding: $0.bytes, as: UTF8.self).split(separator: "\n") }
      .flatMap { $0.split(whereSeparator: { ",\"|".contains($0) }) }
    #expect(!cells.contains { "=@＝".contains($0.first ?? " ") })
    #expect(
      imported.report.files.first?.notes.contains { $0.contains("begin as a formula") } == true
    )
  }

  @Test func `signs that are not seen make no new name and turn no text around`() throws {
    let imported = try HostileTable.imported(
      Self.start + "MS\u{200B}F,Health,X1\n\u{202E}MSF\u{202C},Health,X1\n\u{2067}MSF,Health,X1\n"
        + "MSF,Health,X1\n\u{200B},Health,X2\nمنظمة الصحة العالمية,Health,X2\n"
    )
    let graph = imported.collection.graph.graph
    #expect(graph["msf"]?[.name] == "MSF")
    #expect(graph["msf"]?[.aliases] == nil)
    #expect(HostileTable.actors(imported).contains("منظمة الصحة العالمية"))
    #expect(imported.report.missing.map(\.count) == [1])
    let text = imported.collection.files().map { String(decoding: $0.bytes, as: UTF8.self) }
      .joined()
    #expect(!text.unicodeScalars.contains { ["\u{200B}", "\u{202E}", "\u{2067}"].contains($0) })
  }

  // MARK: Other files

  @Test(
    arguments: [
      (Array("PK\u{3}\u{4}....xl/workbook.xml".utf8), "an Excel or OpenDocument workbook"),
      (Array("PK\u{3}\u{4}....3w.csv".utf8), "a ZIP archive"),
      (
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "an Excel or OpenDocument workbook"
      ),
      ([0x1F, 0x8B, 8, 0, 0, 0], "a compressed file"), (Array("%PDF-1.7\n".utf8), "a PDF"),
      (Array("\n <!DOCTYPE html>\n<html>".utf8), "a web page"),
      (Array("\u{FEFF}<html lang=\"en\">".utf8), "a web page"),
      (Array("<?xml version=\"1.0\"?><iati-activities/>".utf8), "XML"),
      (HostileTable.utf16("<?xml version=\"1.0\"?><a/>", isLittle: true), "XML"),
      (Array("{ \"type\": \"FeatureCollection\" }".utf8), "JSON"),
      (Array("[\n{\"a\": 1}]".utf8), "JSON"),
    ] as [([UInt8], String)]
  )
  func `a file of another kind is refused by the name of its kind`(
    bytes: [UInt8],
    name: String
  ) throws {
    let faults = HostileTable.faults(bytes)
    #expect(faults.map(\.message) == ["this is \(name), not a table"])
    #expect(faults.first?.hint != nil)
    #expect(faults.first?.place.file == "3w.csv")
  }
}
