import AssistanceImport
import AssistanceModel
import GraphCore
import TestSupport
import Testing

/// Decisions about names when files become a collection.
@Suite struct DecidedImportTests {
  /// A row: provider's name, acronym and identifier, and a funder.
  private struct Row {
    var name = ""
    var acronym = ""
    var identifier: String?
    var funder = ""
    var place = "X1"
  }

  private static func draft(_ rows: [Row], _ decisions: [ActorDecision]) throws -> CollectionDraft {
    var draft = CollectionDraft(decisions: try ActorDecisions(decisions))
    for (number, row) in rows.enumerated() {
      let source = SourceReference(document: "3w.csv", locator: .rows(number + 2...number + 2))
      var fact = DraftFact(source: source)
      fact.actors = [
        DraftActor(
          .implementing,
          name: row.name,
          acronym: row.acronym,
          identifiers: row.identifier.flatMap { ActorIdentifier(reference: $0) }.map { [$0] } ?? []
        )
      ]
      if !row.funder.isEmpty { fact.actors.append(DraftActor(.funder, name: row.funder)) }
      fact.places = [DraftPlace(.adm1, name: row.place, code: row.place)]
      draft.add(fact)
    }
    return draft
  }

  private func imported(_ rows: [Row], _ decisions: ActorDecision...) throws -> ImportedCollection {
    try Self.draft(rows, decisions).finish(title: "Northland")
  }

  private func names(_ imported: ImportedCollection) -> [String] {
    imported.collection.graph.graph.nodes(of: .actor).map { $0[.name] ?? "" }.sorted()
  }

  private func bytes(_ imported: ImportedCollection) -> [String] {
    imported.collection.files().map { $0.path + String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func `names that are decided to be one are one node with aliases, and facts merge`() throws
  {
    let rows = [Row(name: "PAM"), Row(name: "WFP"), Row(name: "WFP", place: "X2")]
    let apart = try imported(rows)
    #expect(apart.report.factCount == 3)
    let one = try imported(
      rows,
      ActorDecision(.same, "pam", "W.F.P".replacing(".", with: ""), shown: "World Food Programme")
    )
    #expect(names(one) == ["World Food Programme"])
    #expect(one.report.factCount == 2)
    #expect(one.report.mergedCount == 1)
    let node = try #require(one.collection.graph.graph["world-food-programme"])
    #expect(node[.aliases] == ["PAM", "WFP"])
    let merged = try #require(one.collection.graph.assistance.first)
    #expect(merged.sources.map(\.description) == ["3w.csv r.2-3"])
    #expect(one.report.appliedDecisions == 1)
  }

  @Test func `a decision is undone by leaving it out`() throws {
    let rows = [Row(name: "PAM"), Row(name: "WFP", acronym: "W")]
    let before = bytes(try imported(rows))
    #expect(bytes(try imported(rows, ActorDecision(.same, "PAM", "WFP"))) != before)
    #expect(bytes(try imported(rows)) == before)
  }

  @Test func `different keeps apart what the rules would unite`() throws {
    let rows = [Row(name: "Rescue Committee", acronym: "IRC"), Row(acronym: "IRC", place: "X2")]
    #expect(names(try imported(rows)).count == 1)
    let apart = try imported(rows, ActorDecision(.different, "IRC", "Rescue Committee"))
    #expect(names(apart) == ["IRC", "Rescue Committee"])
    #expect(apart.report.decisions.map(\.effect) == [.applied])
    let named = [
      Row(name: "Alpha", identifier: "XY-1"), Row(name: "Beta", identifier: "XY-1"),
      Row(name: "Alpha", place: "X2"), Row(name: "Beta", place: "X3"),
    ]
    #expect(names(try imported(named)).count == 1)
    let kept = try imported(named, ActorDecision(.different, "Alpha", "org-id:XY-1"))
    #expect(names(kept).count == 2)
  }

  @Test func `a name may stand for an acronym that a row gives, if one alone has it`() throws {
    let rows = [Row(name: "Programme alimentaire", acronym: "PAM"), Row(name: "WFP")]
    let one = try imported(rows, ActorDecision(.same, "PAM", "WFP"))
    #expect(names(one).count == 1)
    let two = rows + [Row(name: "Popular Aid", acronym: "PAM")]
    let several = try imported(two, ActorDecision(.same, "PAM", "WFP"))
    #expect(names(several).count == 3)
    #expect(several.report.decisions.map(\.effect) == [.severalBear(["PAM"])])
    #expect(several.report.decisionLines.last?.contains("several are called “PAM”") == true)
    let decided = try imported(
      two,
      ActorDecision(.same, "PAM", "WFP"),
      ActorDecision(.same, "Popular Aid", "Programme alimentaire")
    )
    #expect(names(decided).count == 1)
  }

  @Test func `identifiers decide too`() throws {
    let rows = [Row(name: "Alpha", identifier: "XY-1"), Row(name: "Alpha", identifier: "XY-2")]
    #expect(names(try imported(rows)).count == 2)
    #expect(
      names(try imported(rows, ActorDecision(.same, "org-id:XY-1", "org-id: xy-2"))).count == 1
    )
    let unsure = try imported(rows, ActorDecision(.same, "Alpha", "Beta"))
    #expect(unsure.report.decisions.map(\.effect) == [.notInTheFiles(["Beta"])])
  }

  @Test func `names that occur no more are told, and are no fault`() throws {
    let report = try imported(
      [Row(name: "PAM")],
      ActorDecision(.same, "PAM", "WFP"),
      ActorDecision(.different, "IRC", "Iraqi Red Crescent")
    ).report
    #expect(
      report.decisions.map(\.effect) == [
        .notInTheFiles(["WFP"]), .notInTheFiles(["IRC", "Iraqi Red Crescent"]),
      ]
    )
    #expect(report.appliedDecisions == 0)
    #expect(
      report.decisionLines.contains {
        $0.contains("“IRC” and “Iraqi Red Crescent” not in these files")
      }
    )
  }

  @Test func `a row that gives both names to one organization cannot be split`() throws {
    let report = try imported(
      [Row(name: "Rescue Committee", acronym: "IRC")],
      ActorDecision(.different, "IRC", "Rescue Committee")
    ).report
    #expect(report.decisions.map(\.effect) == [.cannotBeKept])
  }

  @Test func `who funds itself after names were united has no relation to itself`() throws {
    let rows = [Row(name: "PAM", funder: "WFP"), Row(name: "PAM", funder: "UK", place: "X2")]
    #expect(try imported(rows).report.selfRelations == 0)
    let one = try imported(rows, ActorDecision(.same, "PAM", "WFP"))
    #expect(one.report.selfRelations == 1)
    let relations = one.collection.graph.graph.edges.filter { $0.kind == .funds }
    #expect(relations.count == 1)
    #expect(relations.allSatisfy { $0.from.id != $0.to.id })
  }

  @Test func `whoever is not named stays by itself, whatever is decided about names`() throws {
    let rows = [Row(name: "Other"), Row(name: "PAM", place: "X2"), Row(name: "WFP", place: "X3")]
    let one = try imported(rows, ActorDecision(.same, "PAM", "WFP"))
    #expect(one.collection.graph.graph.nodes(of: .actor).count { $0[.designation] != nil } == 1)
    #expect(names(one).count == 2)
  }

  // MARK: Laws

  private static let pool = [
    "PAM", "WFP", "OIM", "IOM", "Alpha Relief", "alpha relief", "Beta", "IRC", "Rescue Committee",
  ]

  private static func random(_ seed: UInt64) -> (rows: [Row], decisions: [ActorDecision]) {
    var random = SeededGenerator(seed: seed)
    func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
    let rows = (0..<Int.random(in: 1...14, using: &random)).map { _ in
      Row(
        name: Int.random(in: 0..<5, using: &random) == 0 ? "" : pick(pool),
        acronym: pick(["", "", "IRC", "PAM", "WFP", "AR"]),
        identifier: pick(["", "", "", "XY-1", "XY-2", "XM-DAC-41140"]),
        funder: pick(["", "", "WFP", "UK", "IOM"]),
        place: pick(["X1", "X2"])
      )
    }
    var decisions: [ActorDecision] = []
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      let verdict: ActorDecision.Verdict = Bool.random(using: &random) ? .same : .different
      let decision = ActorDecision(verdict, pick(pool + ["org-id:XY-1", "AR"]), pick(pool))
      if (try? ActorDecisions(decisions + [decision])) != nil { decisions.append(decision) }
    }
    return (rows, decisions)
  }

  @Test(arguments: UInt64(0)..<150)
  func `neither the order of rows nor that of decisions plays a part`(seed: UInt64) throws {
    let (rows, decisions) = Self.random(seed)
    var random = SeededGenerator(seed: ~seed)
    // Rows keep their numbers, so that sources stay the same.
    func files(_ order: [Int], _ decisions: [ActorDecision]) throws -> [String] {
      var draft = CollectionDraft(decisions: try ActorDecisions(decisions))
      for number in order {
        let row = rows[number]
        var fact = DraftFact(
          source: SourceReference(document: "3w.csv", locator: .rows(number + 2...number + 2))
        )
        fact.actors = [
          DraftActor(
            .implementing,
            name: row.name,
            acronym: row.acronym,
            identifiers: row.identifier.flatMap { ActorIdentifier(reference: $0) }.map { [$0] }
              ?? []
          ), DraftActor(.funder, name: row.funder),
        ]
        fact.places = [DraftPlace(.adm1, name: row.place, code: row.place)]
        draft.add(fact)
      }
      return bytes(try draft.finish(title: "Northland"))
    }
    let first = try files(Array(rows.indices), decisions)
    let second = try files(
      rows.indices.shuffled(using: &random),
      decisions.shuffled(using: &random).map {
        ActorDecision($0.verdict, $0.other, $0.name)
      }
    )
    #expect(first == second)
  }

  @Test(arguments: UInt64(0)..<100)
  func `what is said to be applied holds in the collection`(seed: UInt64) throws {
    let (rows, decisions) = Self.random(seed)
    let imported = try Self.draft(rows, decisions).finish(title: "Northland")
    #expect(imported.report.decisions.map(\.decision) == decisions)
    for outcome in imported.report.decisions where outcome.effect == .applied {
      let bearers = [outcome.decision.name, outcome.decision.other].map { name in
        Set(
          imported.collection.graph.graph.nodes(of: .actor).filter { node in
            let texts = [node[.name] ?? ""] + (node[.aliases] ?? []) + (node[.identifiers] ?? [])
            return texts.contains { FoldedName($0) == FoldedName(name) }
          }.map(\.id)
        )
      }
      if outcome.decision.verdict == .same {
        #expect(!bearers[0].isDisjoint(with: bearers[1]), "\(outcome)")
      } else {
        #expect(bearers[0] != bearers[1] || bearers[0].count > 1, "\(outcome)")
      }
    }
  }

  @Test(arguments: UInt64(0)..<60)
  func `taking up every proposal and importing again leaves none of them`(seed: UInt64) throws {
    let (rows, _) = Self.random(seed)
    var decisions: [ActorDecision] = []
    var last: [String] = []
    for _ in 0..<4 {
      let imported = try Self.draft(rows, decisions).finish(title: "Northland")
      let known = try ActorDecisions(decisions)
      let open = ActorProposals(imported.collection.graph, decisions: known).open
      let added = ActorProposals.decisions(accepting: open, beside: known)
      last = bytes(imported)
      decisions += added
    }
    let stable = try Self.draft(rows, decisions).finish(title: "Northland")
    #expect(bytes(stable) == last)
    #expect(
      ActorProposals(stable.collection.graph, decisions: try ActorDecisions(decisions)).open.isEmpty
    )
  }
}
