import AssistanceImport
import AssistanceModel
import Foundation
import GraphCore
import Testing

/// Proposals for published tables, which were looked through by hand.
@Suite(.enabled(if: FieldData.isPresent, "the folder of field data is not here"))
struct ActorIdentityFieldTests {
  private static func imported(
    _ names: [String],
    _ decisions: ActorDecisions = .none,
    changed: (String) -> String = { $0 }
  ) throws -> ImportedCollection {
    let folder = try #require(FieldData.folder)
    var draft = CollectionDraft(decisions: decisions)
    for name in names {
      let text = try String(contentsOf: folder.appending(path: "3w/\(name)"), encoding: .utf8)
      try draft.addTable(Array(changed(text).utf8), document: name)
    }
    return try draft.finish(title: "Who does what where")
  }

  private static func bytes(_ imported: ImportedCollection) -> [[UInt8]] {
    imported.collection.files().map(\.bytes)
  }

  private static func open(_ names: [String]) throws -> [ActorProposal] {
    ActorProposals(try imported(names).collection.graph).open
  }

  /// Pairs that are two actors, by what is known of them.
  private static let apart = [
    ("Action Against Hunger", "Rural Action Against Hunger"), ("AID", "AIRD"),
    ("Caritas Développement Bunia", "Caritas Kasongo"), ("GOAL", "GOAL Ethiopia"),
    ("Regional Health Bureau", "Regional Education Bureau"), ("ECHO", "ECHO/USAID"),
    ("Christian Mission Aid", "Christian Mission for Development"),
  ]

  /// The counts were taken when every proposal of the class was found right by eye.
  @Test(arguments: [
    ("caf_3w_2022q1.csv", 0...0), ("ssd_3w_2022q1.csv", 4...5), ("tcd_3w_2021-10.csv", 0...1),
    ("cmr_5w_2021-06.csv", 9...12), ("cod_3w_2022-01_nohxl.csv", 13...17),
    ("eth_4w_2022-02.csv", 30...36),
  ])
  func `sure proposals are as many as were looked through, and join no two that are known`(
    name: String,
    counts: ClosedRange<Int>
  ) throws {
    let sure = try Self.open([name]).filter { $0.confidence == .high }
    #expect(counts.contains(sure.count), "\(sure.map { $0.candidates.map(\.name) })")
    for proposal in sure {
      let texts = Set(proposal.candidates.flatMap { [$0.name] + $0.aliases }.map { FoldedName($0) })
      for (one, other) in Self.apart {
        #expect(!texts.isSuperset(of: [FoldedName(one), FoldedName(other)]), "\(one), \(other)")
      }
      let keys = Set(
        proposal.candidates.compactMap { candidate -> String? in
          if case .one(let found, _) = KnownOrganizations.shipped.match(candidate.name) {
            return found.key
          }
          return nil
        }
      )
      #expect(keys.count <= 1, "\(proposal.candidates.map(\.name))")
    }
  }

  @Test func `taking up what is sure and importing again is stable, and undoing it exact`() throws {
    let names = ["caf_3w_2022q1.csv", "ssd_3w_2022q1.csv"]
    let first = try Self.imported(names)
    let proposals = ActorProposals(first.collection.graph)
    let sure = proposals.open.filter { $0.confidence == .high }
    let decisions = try ActorDecisions(ActorProposals.decisions(accepting: sure))
    let second = try Self.imported(names, decisions)
    let third = try Self.imported(names.reversed(), decisions)
    #expect(Self.bytes(second) == Self.bytes(third))
    #expect(second.report.appliedDecisions == decisions.decisions.count)
    #expect(second.report.actors.count < first.report.actors.count)
    let left = ActorProposals(second.collection.graph, decisions: decisions)
    #expect(left.open.allSatisfy { $0.confidence < .high })
    let file = try ActorDecisions.adding(decisions.decisions, to: [], file: "actors.csv")
    let none = try ActorDecisions.removing(
      decisionsOn: decisions.decisions.map(\.name),
      from: file.bytes,
      file: "actors.csv"
    )
    let undone = try ActorDecisions(csv: none.bytes, file: "actors.csv")
    #expect(undone.isEmpty)
    #expect(Self.bytes(try Self.imported(names, undone)) == Self.bytes(first))
    print("\(names): \(first.report.actors.count) actors became \(second.report.actors.count)")
  }

  @Test func `decisions of one quarter hold for the next one's file`() throws {
    let names = ["cmr_5w_2021-06.csv"]
    let first = try Self.imported(names)
    let sure = ActorProposals(first.collection.graph).open.filter { $0.confidence == .high }
    let decisions = try ActorDecisions(ActorProposals.decisions(accepting: sure))
    let now = try Self.imported(names, decisions)
    // The next quarter: rows are gone, others are written differently.
    let next = try Self.imported(names, decisions) { text in
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let kept = lines.enumerated().filter { $0.offset < 3 || $0.offset % 3 != 0 }.map(\.element)
      return kept.joined(separator: "\n").replacing("PAM", with: "pam ")
    }
    #expect(next.report.rowsRead < now.report.rowsRead)
    #expect(next.report.appliedDecisions > decisions.decisions.count / 2)
    #expect(
      next.report.decisions.allSatisfy {
        switch $0.effect {
        case .cannotBeKept, .severalBear: false
        default: true
        }
      }
    )
    // An actor that was united keeps its key, so that the two quarters can be compared.
    let keys = Set(now.collection.graph.graph.nodes(of: .actor).map(\.id))
    for decision in next.report.decisions where decision.effect == .applied {
      let shown = decision.decision.shown
      let node = next.collection.graph.graph.nodes(of: .actor).first { $0[.name] == shown }
      #expect(node.map { keys.contains($0.id) } == true, "\(shown)")
    }
  }
}
