import AssistanceModel
import CoverageAnalysis
import DOTFormat
import GraphCore
import TestSupport
import Testing

@testable import AssistanceDiagrams

/// Laws over made-up collections of many sizes.
@Suite struct CoordinationLawTests {
  struct Sample: CustomTestStringConvertible {
    let seed: UInt64
    let detail: DiagramOptions.Detail
    var testDescription: String { "seed \(seed), \(detail.rawValue)" }

    func report() throws -> CoverageReport {
      var random = SeededGenerator(seed: seed)
      func size(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
      var made = GeneratedAssistance(seed: seed)
      made.actors = size(1...40)
      made.measures = size(1...20)
      made.inhibitors = size(1...12)
      made.cases = size(1...(seed % 3 == 0 ? 90 : 14))
      made.reported = [0, 5, 40, 75, 100][size(0...4)]
      let collection = try made.collection()
      var question = CoverageQuestion(collection.metadata.question)
      if seed % 4 == 1 { question.onlyRows = ["case-0"] }
      if seed % 5 == 2 { question.onlyColumns = ["inhibitor-0"] }
      return collection.graph.coverage(question)
    }

    var options: DiagramOptions {
      DiagramOptions(detail: detail, documents: [GeneratedAssistance.document])
    }
  }

  static let samples = (UInt64(0)..<16).flatMap { seed in
    DiagramOptions.Detail.allCases.map { Sample(seed: seed, detail: $0) }
  }

  @Test(arguments: samples) func `every counted fact backs a line`(_ sample: Sample) throws {
    let report = try sample.report()
    let picture = CoordinationPicture(report, sample.options)
    var counted: Set<NodeID> = []
    for cell in report.cells {
      counted.formUnion(cell.providers.flatMap { $0.witnesses.map(\.fact) })
      counted.formUnion(cell.unattributed.map(\.fact))
    }
    #expect(counted.count == report.countedFactCount)
    for kind in [CoordinationLine.Kind.provides, .strengthens] {
      let backed = picture.lines().filter { $0.kind == kind }.flatMap(\.facts)
      #expect(Set(backed) == counted)
    }
    let reported = picture.lines().filter { $0.kind == .reported || $0.kind == .unnamed }
    #expect(Set(reported.flatMap(\.facts)) == counted)
  }

  @Test(arguments: samples) func `every line but a gap rests on facts with both of its ends`(
    _ sample: Sample
  ) throws {
    let report = try sample.report()
    let picture = CoordinationPicture(report, sample.options)
    for line in picture.lines() {
      #expect(line.facts.isEmpty == (line.kind == .gap))
      guard let from = group(line.from, picture), let to = group(line.to, picture) else { continue }
      for fact in line.facts {
        #expect(stands(fact, at: from, in: report.graph) && stands(fact, at: to, in: report.graph))
      }
    }
  }

  private func group(_ id: String, _ picture: CoordinationPicture) -> CoordinationColumn.Group? {
    for (index, column) in picture.columns.enumerated() {
      for place in column.groups.indices where CoordinationPicture.id(index, place) == id {
        return column.groups[place]
      }
    }
    return nil
  }

  /// Whether a fact has one of a node's members at one of its ends.
  private func stands(
    _ id: NodeID,
    at group: CoordinationColumn.Group,
    in graph: AssistanceGraph
  ) -> Bool {
    guard let fact = graph.fact(id) else { return false }
    let ends = fact.providers + fact.inhibitors + [fact.countryCase].compactMap(\.self)
    return group.members.contains { member in
      switch member {
      case .node(let node): ends.contains(node)
      case .assistance(let form, let measure):
        fact.measure == measure && (fact.form == nil || fact.form == form)
      case .unstatedProvider: fact.providers.isEmpty
      case .unnamed(let word, let designation):
        fact.providers.contains {
          graph.name(of: $0) == word && graph.graph[$0]?[.designation] == designation
        }
      }
    }
  }

  @Test(arguments: samples) func `no gap is lost, and none is told twice`(
    _ sample: Sample
  ) throws {
    let report = try sample.report()
    let picture = CoordinationPicture(report, sample.options)
    let lines = picture.lines()
    let drawn = lines.filter { $0.kind == .gap }.reduce(0) { $0 + $1.gaps }
    let unnamed = lines.filter { $0.kind == .unnamed }.count
    #expect(drawn <= report.count(.nobody))
    #expect(!picture.description().contains("at least 0 %"))
    if sample.detail == .full {
      #expect(drawn == report.gaps([.nobody]).count)
      #expect(unnamed == report.gaps([.unnamedOnly]).count)
      #expect(lines.count { $0.kind == .gap } == report.count(.nobody))
    }
    // Both ends of a gap count it, whether it has a line or not.
    for counts in [picture.states.columns, picture.states.rows] {
      #expect(counts.reduce(0) { $0 + $1.gaps } == report.count(.nobody))
      #expect(counts.reduce(0) { $0 + $1[.unnamedOnly] } == report.count(.unnamedOnly))
      #expect(counts.reduce(0) { $0 + $1.total } == report.states.count)
    }
    if sample.detail != .full {
      let onCard = lines.count { $0.kind == .gap && $0.to == CoordinationPicture.silentID }
      #expect(onCard == picture.gaps.silentColumns.count)
      let others = lines.count { $0.kind == .gap } - onCard
      #expect(others + onCard <= CoordinationGaps.lineLimit)
    }
  }

  @Test(arguments: samples) func `is a sound graph`(_ sample: Sample) throws {
    let diagram = try sample.report().coordinationDiagram(sample.options)
    let drawn = DrawnGraph(diagram)
    let ids = Set(drawn.nodes.map(\.id))
    #expect(ids.count == drawn.nodes.count)
    #expect(Set(drawn.nodes.map { $0.attributes.plain("id") }).count == drawn.nodes.count)
    #expect(Set(drawn.clusters).count == drawn.clusters.count)
    for line in drawn.lines + drawn.invisible {
      #expect(ids.contains(line.from) && ids.contains(line.to))
    }
    for node in drawn.nodes {
      #expect(node.clusters.first == "cluster_all" && node.clusters.count > 1)
    }
    let forbidden: Set<DOTIdentifier> = ["concentrate", "newrank"]
    #expect(!drawn.attributes.contains { forbidden.contains($0.name) || $0.value == "ortho" })
    #expect(diagram.smallestText >= 8)
  }

  @Test(arguments: samples) func `lists in the legend what is drawn, and nothing else`(
    _ sample: Sample
  ) throws {
    let diagram = try sample.report().coordinationDiagram(sample.options)
    let drawn = DrawnGraph(diagram)
    let kinds: [(words: String, isDrawn: Bool)] = [
      ("unnamed providers only", !drawn.lines("unnamed").isEmpty),
      ("provides", !drawn.lines("provides").isEmpty),
      ("strengthens", !drawn.lines("strengthens").isEmpty),
      ("reported in", !drawn.lines("reported").isEmpty),
      ("class of actors, or unnamed", drawn.nodes("actor").contains { $0.isUnnamed }),
      ("not stated", drawn.nodes("form").contains { $0.isUnnamed }),
      ("no reported activity at all", !drawn.nodes("gap").isEmpty),
      ("gaps in half of the pairs or more", !drawn.nodes("mostly-gap").isEmpty),
      (">actor<", drawn.nodes("actor").contains { !$0.isUnnamed }),
      (">inhibitor: ", drawn.nodes("inhibitor").contains { !$0.isGap }),
      (">case<", drawn.nodes("case").contains { !$0.isGap }),
    ]
    for kind in kinds {
      #expect(drawn.legend.contains(kind.words) == kind.isDrawn, "\(kind.words)")
    }
    let hasGap = drawn.legend.contains("gap: no reported") || drawn.legend.contains("includes gaps")
    #expect(hasGap == !drawn.lines("gap").isEmpty)
  }

  @Test(arguments: samples) func `gives the same text twice, and text that is read back`(
    _ sample: Sample
  ) throws {
    let text = try sample.report().coordinationDiagram(sample.options).graph.text()
    #expect(try sample.report().coordinationDiagram(sample.options).graph.text() == text)
    #expect(try DOTDocument(parsing: text).graphs.count == 1)
  }
}

extension DrawnGraph.Node {
  fileprivate var isUnnamed: Bool { attributes.words("class").contains("unnamed") }
  fileprivate var isGap: Bool { attributes.words("class").contains("gap") }
}
