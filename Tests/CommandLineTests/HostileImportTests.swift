import Foundation
import Testing

/// Files that no importer should choke on, given to the tool as people give them.
@Suite struct HostileImportTests {
  private static let start = "Organization,Sector,Adm2\n#org,#sector,#adm2+code\n"

  @Test func `other kinds of files are refused by name, all of them, and nothing is written`()
    async throws
  {
    let pillar = try Tool()
    try pillar.folder.write(Array("PK\u{3}\u{4}[Content_Types].xml".utf8), to: "3w.xlsx")
    try pillar.folder.write([0x1F, 0x8B, 8, 0], to: "3w.csv.gz")
    try pillar.folder.write("", to: "empty.csv")
    try pillar.folder.write(Self.start, to: "heading.csv")
    try pillar.folder.write(Self.start + "A,\"Health,X1\n", to: "quote.csv")
    try pillar.folder.write(Self.start + "A\0,Health,X1\n", to: "zero.csv")
    try pillar.folder.write("", to: "folder/x")
    let files = [
      "3w.xlsx", "3w.csv.gz", "empty.csv", "heading.csv", "quote.csv", "zero.csv", "folder",
    ]
    let run = try await pillar.run(["import", "3w"] + files + ["-o", "country"])
    #expect(run.status == 2)
    for words in [
      "3w.xlsx:1: error: this is an Excel or OpenDocument workbook, not a table",
      "3w.csv.gz:1: error: this is a compressed file, not a table",
      "empty.csv: error: the table is empty",
      "heading.csv:2: error: no rows stand below the heading",
      "quote.csv:3:3: error: the quote that opens here is never closed",
      "zero.csv:3:2: error: a zero byte stands in the text", "folder: error: ",
    ] {
      #expect(run.messages.contains(words), "\(run.messages)")
    }
    #expect(run.messages.split(separator: "\n").count { $0.hasPrefix("  hint: ") } >= 6)
    #expect(run.output == "")
    #expect(!pillar.folder.exists("country"))
  }

  @Test func `a file that may not be read is named`() async throws {
    let pillar = try Tool()
    try pillar.folder.write(Self.start + "A,Health,X1\n", to: "closed.csv")
    let path = pillar.folder.url.appending(path: "closed.csv").path
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    // The administrator may read everything.
    guard !FileManager.default.isReadableFile(atPath: path) else { return }
    let run = try await pillar("import", "3w", "closed.csv", "-o", "country")
    #expect(run.status == 2)
    #expect(run.messages.contains("closed.csv: error: "))
  }

  @Test func `a pipe that nobody writes to is refused and not waited for`() async throws {
    let pillar = try Tool()
    let made = try await pillar.bash("mkfifo pipe")
    #expect(made.status == 0)
    let run = try await pillar("import", "pipe", "-o", "country")
    #expect(run.status == 2)
    #expect(run.messages.contains("pipe: error: this is no file"))
  }

  @Test func `formulas and hidden signs reach neither the tables nor the terminal`() async throws {
    let pillar = try Tool()
    let rows =
      "=cmd|' /C calc'!A0,Health,X1\n\u{202E}evil\u{202C},Health,X1\n\u{1B}[31mred,Health,X1\n"
    try pillar.folder.write(Self.start + rows, to: "3w.csv")
    let run = try await pillar("import", "3w", "3w.csv", "-o", "country")
    #expect(run.status == 0)
    let actors = try pillar.folder.text("country/nodes/actor.csv")
    #expect(actors.contains(",'=cmd|"))
    #expect(!actors.contains(",=cmd"))
    for text in [actors, run.output, run.messages] {
      #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }
  }

  @Test func `a large table with a million short rows needs little memory`() async throws {
    let pillar = try Tool()
    let rows = String(repeating: "IRC,Health,X1\nMSF,WASH,X2\n", count: 250_000)
    try pillar.folder.write(Self.start + rows, to: "3w.csv")
    // Seven megabytes of text; the limit is on the address space, most of which is never used.
    let run = try await pillar.bash("ulimit -v 2000000; pillar import 3w 3w.csv -o country")
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.contains("500000 rows of 1 file became 2 facts"))
  }
}
