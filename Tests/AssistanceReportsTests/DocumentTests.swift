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

  @Test func `sensitivity`() throws {
    let documents = collection.metadata.sources
    let groups: [[NodeID]] = [["border-council", "relief-works"]]
    let report = collection.graph.sensitivity(CoverageQuestion(), duplicates: groups)
    try expect(
      SensitivityDocument(
        report,
        duplicates: groups,
        collection: "Northland",
        documents: documents
      ),
      named: "sensitivity"
    )
    let page = report.page(collection: "Northland", documents: documents)
    try expect(text: page.plain(width: 80), named: "sensitivity.txt")
    try expect(text: page.markdown(), named: "sensitivity.md")
    try expect(text: report.cellLines.csv(), named: "sensitivity.csv")
  }

  @Test func `likelihood`() throws {
    let documents = collection.metadata.sources
    var rules = CertaintyRules()
    rules.bases[.explicit] = ProbabilityRange(from: 0.8, through: 0.9)
    let likelihood = collection.graph.coverage().likelihood(rules)
    try expect(
      LikelihoodDocument(likelihood, collection: "Northland", documents: documents),
      named: "likelihood"
    )
    let page = likelihood.page(collection: "Northland", documents: documents)
    try expect(text: page.plain(width: 80), named: "likelihood.txt")
    try expect(text: likelihood.cellLines.csv(), named: "likelihood.csv")
  }

  @Test func `reliability, and why there is none`() throws {
    var rules = CertaintyRules()
    rules.otherwise = ProbabilityRange(rounded: 0.5, 0.5)
    for (target, name) in [
      (NodeID("relief-works"), "reliability"), ("loner", "no-reliability"),
    ] {
      let document = ReliabilityDocument(
        try collection.graph.reliability(PathQuestion(from: "radio-north", to: target), rules),
        in: collection.graph,
        collection: "Northland",
        documents: collection.metadata.sources
      )
      try expect(document, named: name)
      try expect(text: document.page().plain(width: 80), named: "\(name).txt")
      try expect(text: document.table.csv(), named: "\(name).csv")
    }
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
