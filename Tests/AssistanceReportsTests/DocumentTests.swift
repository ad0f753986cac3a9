import AssistanceModel
import AssistanceReports
import CoordinationAnalysis
import CoverageAnalysis
import Foundation
import GraphCore
import TestSupport
import Testing

/// The JSON of each answer about one small collection, compared with `Snapshots/`.
@Suite struct DocumentTests {
  private let collection: AssistanceCollection

  init() throws {
    collection = try Northland.collection()
  }

  @Test func `check`() throws {
    let place = Diagnostic.Place(file: "a.csv", line: 2, column: 7)
    try expect(
      CheckDocument(
        [
          Diagnostic(.error, at: place, "unknown actor “x”", hint: "did you mean “y”?"),
          Diagnostic(.warning, at: Diagnostic.Place(file: "b.csv"), "the file is empty"),
        ],
        of: "Northland"
      ),
      named: "check"
    )
  }

  @Test func `info`() throws {
    try expect(InfoDocument(collection), named: "info")
  }

  @Test func `nodes of a kind`() throws {
    try expect(NodeListDocument(.actor, in: collection), named: "nodes")
  }

  @Test func `coverage`() throws {
    let report = collection.graph.coverage(CoverageQuestion())
    try expect(
      CoverageDocument(report, collection: "Northland", documents: collection.metadata.sources),
      named: "coverage"
    )
    let page = report.page(collection: "Northland", documents: collection.metadata.sources)
    try expect(text: page.plain(width: 80), named: "coverage.txt")
  }

  @Test func `gaps`() throws {
    let report = collection.graph.coverage(CoverageQuestion())
    let documents = collection.metadata.sources
    try expect(
      GapsDocument(report.gaps(), of: report, collection: "Northland", documents: documents),
      named: "gaps"
    )
    let gaps = report.gaps([.nobody, .unnamedOnly, .one])
    let page = report.page(gaps: gaps, collection: "Northland", documents: documents)
    try expect(text: page.plain(width: 80), named: "gaps.txt")
    try expect(text: page.markdown(), named: "gaps.md")
  }

  @Test func `paths, and why there is none`() throws {
    for (target, name) in [(NodeID("relief-works"), "path"), ("loner", "no-path")] {
      let answer = try collection.graph.paths(PathQuestion(from: "radio-north", to: target))
      let document = PathDocument(
        answer,
        in: collection.graph,
        collection: "Northland",
        documents: collection.metadata.sources
      )
      try expect(document, named: name)
      try expect(text: document.page().plain(width: 80), named: "\(name).txt")
    }
  }

  @Test func `what falls, whose leaving opens most, and the smallest sets`() throws {
    let (title, documents) = ("Northland", collection.metadata.sources)
    var question = CoverageQuestion(collection.metadata.question)
    question.modalities.insert(.pledged)
    question.bases.insert(.thematic)
    question.needs = [CoverageNeed([.init(.inhibitor, "mediation")], required: 2)]
    let report = collection.graph.coverage(question)
    var answer = WithdrawalAnswer(report.withdrawal(of: ["relief-works", "donors"]), of: report)
    let coordination = CoordinationWithdrawal(
      of: ["relief-works", "donors"],
      from: collection.graph
    )
    answer.cutOff = coordination.cutOff(places: report.rows)
    answer.paths = [
      try coordination.paths(PathQuestion(from: "radio-north", to: "talks")),
      try coordination.paths(PathQuestion(from: "radio-north", to: "relief-works")),
      try coordination.paths(PathQuestion(from: "border-council", to: "west")),
    ]
    try expect(
      WithdrawDocument(answer, collection: title, documents: documents),
      named: "withdraw"
    )
    let page = answer.page(collection: title, documents: documents)
    try expect(text: page.plain(width: 80), named: "withdraw.txt")
    try expect(text: answer.lines.csv(), named: "withdraw.csv")
    let losses = WithdrawLosses(of: report, by: .provider)
    try expect(
      WithdrawLossesDocument(losses, collection: title, documents: documents),
      named: "withdraw-each"
    )
    try expect(text: losses.page(collection: title).markdown(), named: "withdraw-each.md")
    let sets = report.criticalSets(opening: 2)
    try expect(
      WithdrawSetsDocument(sets, of: report, collection: title, documents: documents),
      named: "withdraw-sets"
    )
    let setPage = report.page(sets: sets, collection: title)
    try expect(text: setPage.plain(width: 80), named: "withdraw-sets.txt")
  }

  @Test func `nobody who funds is told as such`() {
    let losses = WithdrawLosses(of: collection.graph.coverage(), by: .funder)
    let page = losses.page(collection: "Northland").plain()
    #expect(page.contains("Nobody is said to fund, pass on or run anything."))
    #expect(losses.lines.rows.isEmpty)
  }

  @Test func `why`() throws {
    let cell = WhyDocument(
      between: "west",
      and: "mediation",
      question: CoverageQuestion(),
      in: collection
    )
    try expect(cell, named: "why-cell")
    let node = WhyDocument(of: "border-council", in: collection)
    try expect(text: node.page().plain(width: 80), named: "why-node.txt")
  }

  private func expect(_ document: some Encodable, named name: String) throws {
    let text = JSONText.of(document)
    #expect(JSONText.of(document) == text)
    try expect(text: text, named: "\(name).json")
  }

  private func expect(text: String, named name: String) throws {
    try Snapshot.expect(text, named: name)
  }
}
