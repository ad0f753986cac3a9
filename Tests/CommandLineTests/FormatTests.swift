import Foundation
import TabularText
import TestSupport
import Testing

@Suite struct FormatTests {
  /// Every verb that answers, with a question on the record.
  static let questions = [
    ["check", "Graphs/r2p"],
    ["info", "Graphs/r2p"],
    ["info", "Graphs/r2p", "--kind", "actor"],
    ["coverage", "Graphs/r2p", "--basis", "explicit,thematic", "--since", "2000"],
    ["gaps", "Graphs/r2p", "--with-single"],
    ["candidates", "Graphs/r2p", "DRC", "inhibitor 5", "--basis", "all"],
    ["candidates", "Graphs/r2p", "--gaps", "30", "--no-routes"],
    ["redundancy", "Graphs/r2p"],
    ["withdraw", "Graphs/r2p", "UNDP", "--ending-by", "2013", "--since", "2000"],
    ["withdraw", "Graphs/r2p", "--each"],
    ["withdraw", "Graphs/r2p", "--opens", "2"],
    ["close", "Graphs/r2p", "--fixed-cost", "2", "--capacity", "9"],
    ["path", "Graphs/r2p", "UNDP", "African Union"],
    ["cut", "Graphs/r2p", "DPA", "Religions for Peace"],
    ["cut", "Graphs/r2p", "ECOWAS", "Guyana", "--evidence", "all", "--by", "steps"],
    ["path", "Graphs/r2p", "UNDP", "AU", "--pattern", "part-of .~*", "--mode", "trail"],
    ["path", "Graphs/r2p", "UNDP", "AU", "--up-to", "3", "-k", "4"],
    ["path", "Graphs/r2p", "OHCHR", "Kenya", "--in-time", "fastest"],
    ["path", "Graphs/r2p", "network-traditional-religious-peacemakers", "OHCHR", "--pareto"],
    ["why", "Graphs/r2p", "Kenya", "inhibitor 2"],
    ["why", "Graphs/r2p", "UNDP"],
    ["actors", "Graphs/r2p", "--decided"],
    ["sensitivity", "Graphs/r2p"],
    ["likelihood", "Graphs/r2p", "--confidence", "explicit=0.9,thematic=0.4-0.6"],
    ["reliability", "Graphs/r2p", "OHCHR", "EU", "--confidence", "explicit=0.9", "-k", "1"],
    ["support", "Graphs/r2p", "ECOWAS", "Guyana", "inhibitor 5", "--without", "UNDP"],
    ["support", "Graphs/r2p", "OHCHR", "Guyana", "inhibitor 5"],
    ["brokers", "Graphs/r2p", "--evidence", "all", "--top", "3"],
    ["group", "Graphs/r2p", "--connect", "UNDP", "EU"], ["group", "Graphs/r2p", "--reach-all"],
    ["group", "Graphs/r2p", "--communities", "--evidence", "all"],
    ["diff", "Graphs/r2p", "--before", "2010", "--after", "2013", "--basis", "all"],
    ["timeline", "Graphs/r2p", "--since", "2009", "--until", "2015", "--basis", "all"],
  ]

  @Test(arguments: questions)
  func `JSON names its format and version, and the page names every key`(
    question: [String]
  ) async throws {
    let run = try await Tool().run(question + ["--format", "json"])
    #expect(run.status == 0)
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    )
    #expect((answer["format"] as? String)?.hasPrefix("pillar-") == true)
    #expect(answer["version"] as? Int == 1)
    let page = try String(
      contentsOf: Oracles.packageFolder.appending(path: "Documentation/Formats/answers.md"),
      encoding: .utf8
    )
    for key in Self.keys(answer).sorted() {
      #expect(page.contains("`\(key)`"), "answers.md does not name \(key)")
    }
  }

  @Test(arguments: questions)
  func `CSV has a cell for each heading in every line`(question: [String]) async throws {
    let run = try await Tool().run(question + ["--format", "csv"])
    let table = CSVTable(Array(run.output.utf8))
    #expect(run.status == 0)
    #expect(table.faults.isEmpty)
    #expect(question[0] == "check" || table.recordCount > 0)
    for record in 0..<table.recordCount {
      #expect(table.columnCount(ofRecord: record) == table.header.count)
    }
  }

  @Test(arguments: questions)
  func `Markdown begins with a title, and tables have a cell for each heading`(
    question: [String]
  ) async throws {
    let run = try await Tool().run(question + ["--format", "markdown"])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("# "))
    var columns: Int?
    for line in run.output.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        columns = nil
        continue
      }
      let bars = line.replacing("\\|", with: "").count { $0 == "|" }
      #expect(bars == columns ?? bars, "\(line)")
      columns = bars
    }
  }

  @Test(arguments: questions, [60, 100])
  func `tables are never wider than COLUMNS`(question: [String], columns: Int) async throws {
    let run = try await Tool().run(question, environment: ["COLUMNS": String(columns)])
    #expect(run.width <= columns)
  }

  @Test func `without a terminal nothing is coloured, and lines keep 100 columns`() async throws {
    let pillar = try Tool()
    let piped = try await pillar("gaps", "Graphs/r2p")
    let plain = try await pillar("gaps", "Graphs/r2p", environment: ["NO_COLOR": "1"])
    #expect(!piped.output.contains("\u{1B}"))
    #expect(piped.output == plain.output)
    #expect(piped.width <= 100)
  }

  @Test func `on a terminal headings are bold, never with NO_COLOR`() async throws {
    let pillar = try Tool()
    guard try await pillar.bash("command -v script").status == 0 else { return }
    // The folder of the tool may have a blank in its name.
    let ask = #"script -qec '"$TOOL" info Graphs/r2p' /dev/null"#
    let terminal = ["TERM": "xterm", "TOOL": Tool.path]
    let bold = try await pillar.bash(ask, environment: terminal)
    #expect(bold.output.hasPrefix("\u{1B}[1mResponsibility to protect\u{1B}[0m"))
    let plain = try await pillar.bash(ask, environment: terminal.merging(["NO_COLOR": "1"]) { $1 })
    #expect(plain.output.hasPrefix("Responsibility to protect"))
    #expect(!plain.output.contains("\u{1B}"))
  }

  @Test func `no format loses a gap`() async throws {
    let pillar = try Tool()
    let csv = try await pillar("gaps", "Graphs/r2p", "--format", "csv")
    let json = try await pillar("gaps", "Graphs/r2p", "--format", "json")
    let answer = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(CSVTable(Array(csv.output.utf8)).recordCount == 137)
    #expect((answer?["gaps"] as? [Any])?.count == 137)
    let markdown = try await pillar("gaps", "Graphs/r2p", "--format", "markdown")
    let rows = markdown.lines.filter { $0.hasPrefix("| ") && $0.contains(" of 7 |") }
    let cases = rows.map { ($0.components(separatedBy: " | ").last ?? "").count { $0 == ";" } + 1 }
    #expect(cases.reduce(0, +) == 137)
  }

  /// The keys of an answer, in every object of it; those of counts are data.
  private static func keys(_ value: Any) -> Set<String> {
    if let list = value as? [Any] { return list.reduce(into: []) { $0.formUnion(keys($1)) } }
    guard let object = value as? [String: Any] else { return [] }
    return object.reduce(into: []) {
      $0.insert($1.key)
      $0.formUnion(keys($1.value))
    }
  }
}
