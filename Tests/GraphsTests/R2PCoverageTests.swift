import AssistanceModel
import AssistanceReports
import CoverageAnalysis
import GraphCore
import Testing

@Suite struct R2PCoverageTests {
  private let record: R2PRecord

  init() throws {
    record = try R2PRecord()
  }

  // MARK: The strict reading

  @Test func `covers 10 of 147 cells strictly`() {
    let report = record.report()
    #expect(report.rows.count == 21 && report.columns.count == 7)
    #expect(report.states.count == 147)
    #expect(report.coveredCount == 10 && report.countedFactCount == 11)
    #expect(report.count(.nobody) == 137 && report.count(.unnamedOnly) == 0)
    #expect(
      places(report.coveredCells) == [
        "bosnia-herzegovina 7", "cambodia 7", "colombia 1", "cote-divoire 6", "drc 7", "guyana 5",
        "kenya 2", "sierra-leone 7", "somalia 4", "uganda 7",
      ]
    )
  }

  @Test func `covers no case for inhibitor 3`() {
    let report = record.report { $0.onlyColumns = ["inhibitor-3-judicial-human-rights"] }
    #expect(report.states.count == 21 && report.count(.nobody) == 21)
  }

  @Test func `five cells rest on one provider and five on two`() {
    let report = record.report()
    #expect(report.count(.one) == 5 && report.count(.several) == 5)
    let providers = report.coveredCells.map { cell in
      "\(place(cell)): \(cell.providers.map(\.id.rawValue).joined(separator: ", "))"
    }
    #expect(
      providers == [
        "bosnia-herzegovina 7: international-partners, united-nations",
        "cambodia 7: international-partners, united-nations",
        "colombia 1: ohchr",
        "cote-divoire 6: un-operation-cote-divoire",
        "drc 7: team-of-experts-rol-sexual-violence, undp",
        "guyana 5: undp",
        "kenya 2: donor-states, undp",
        "sierra-leone 7: international-partners, united-nations",
        "somalia 4: european-union",
        "uganda 7: icc",
      ]
    )
  }

  @Test func `five actors are the only provider somewhere, and come first`() {
    let report = record.report()
    let losses = report.losses().filter { $0.openedCount > 0 }
    #expect(losses.map(\.openedCount) == [1, 1, 1, 1, 1])
    #expect(losses.first?.actor == "undp")
    #expect(
      losses.map(\.actor).sorted()
        == ["european-union", "icc", "ohchr", "un-operation-cote-divoire", "undp"]
    )
    // Three courts rest on the United Nations and partners who are not named: nobody falls, but no
    // named provider is left.
    let critical = report.criticalSets()
    #expect(critical.size == 1)
    #expect(
      critical.sets.flatMap(\.actors).sorted()
        == (losses.map(\.actor) + ["united-nations"]).sorted()
    )
    #expect(critical.sets.first?.actors == ["united-nations"])
    #expect(critical.sets.first?.opened.count == 3)
  }

  @Test func `every strict cell rests on facts that name its inhibitor`() {
    let witnesses = record.report().coveredCells.flatMap(\.providers).flatMap(\.witnesses)
    for witness in witnesses {
      #expect(witness.via == nil, "\(witness.fact)")
      #expect(witness.basis == .explicit && witness.modality == .does)
    }
    #expect(Set(witnesses.map(\.fact)).count == 11)
  }

  // MARK: Wider questions

  @Test func `thematic links add nine cells and change no other`() {
    let strict = record.report()
    let thematic = record.report { $0.bases.insert(.thematic) }
    let added = thematic.coveredCells.filter { strict.cell($0.row, $0.column)?.state == .nobody }
    #expect(
      places(added) == [
        "burundi 1", "cote-divoire 1", "cote-divoire 3", "drc 1", "drc 3", "haiti 1", "kosovo 1",
        "liberia 1", "sierra-leone 1",
      ]
    )
    #expect(thematic.coveredCount == 19)
    for witness in added.flatMap(\.providers).flatMap(\.witnesses) {
      #expect(witness.basis == .thematic && witness.via != nil, "\(witness.fact)")
    }
    for cell in strict.coveredCells {
      #expect(thematic.cell(cell.row, cell.column)?.providers == cell.providers)
    }
  }

  @Test func `the ambiguous reading adds a provider in the DRC and no cell`() throws {
    let report = record.report {
      $0.bases.insert(.ambiguous)
      $0.derivations = []
    }
    #expect(report.coveredCount == 10)
    let cell = try #require(report.cell("case-drc", "inhibitor-7-transitional-justice"))
    #expect(
      cell.providers.map(\.id) == ["team-of-experts-rol-sexual-violence", "undp", "monusco"]
    )
  }

  @Test func `an ambiguous fact counts over a thematic relation only if both count`() {
    func added(_ bases: Set<Basis>) -> Set<String> {
      let report = record.report { $0.bases = bases }
      return Set(places(report.coveredCells))
    }
    #expect(added([.explicit, .ambiguous]) == added([.explicit]))
    #expect(
      added([.explicit, .ambiguous, .thematic]).isSuperset(of: added([.explicit, .thematic]))
    )
  }

  @Test func `gaps of one case keep their rank and what is done elsewhere`() {
    let whole = record.report().gaps().filter { $0.cell.row == "case-burundi" }
    let alone = record.report { $0.onlyRows = ["case-burundi"] }.gaps()
    #expect(alone == whole)
    #expect(alone.last?.coveredElsewhere == 5)
  }

  @Test func `a mandate names no inhibitor and adds no cell`() throws {
    let report = record.report { $0.modalities.insert(.mandated) }
    #expect(report.coveredCount == 10)
    let row = try #require(report.rows.firstIndex(of: "case-south-sudan"))
    #expect(report.unfiledFacts(row: row) == ["assist-south-sudan-mandate"])
  }

  @Test func `four cells rest on UN bodies alone`() {
    let report = record.report { $0.rollUp = .partOf }
    #expect(report.coveredCount == 10)
    let cells = report.coveredCells.filter { $0.providers.map(\.id) == ["united-nations"] }
    #expect(places(cells) == ["colombia 1", "cote-divoire 6", "drc 7", "guyana 5"])
    #expect(cells.allSatisfy { $0.state == .one })
    #expect(report.count(.one) == 6 && report.count(.several) == 4)
  }

  // MARK: General statements

  private static let earlyWarning = ["african-union", "ecowas", "european-union", "igad"]
  private static let localConflict = [
    "dpa-mediation-support-unit", "finn-church-aid", "network-traditional-religious-peacemakers",
    "organization-islamic-cooperation", "religions-for-peace", "un-alliance-of-civilizations",
  ]
  private static let advisers = ["special-adviser-prevention-genocide", "special-adviser-r2p"]

  @Test func `texts speak in general of inhibitors 4 and 5 only`() {
    #expect(
      general(record.report()) == [[], [], [], Self.earlyWarning, Self.localConflict, [], []]
    )
  }

  @Test func `what can be done adds the Special Advisers to inhibitor 4`() {
    let report = record.report { $0.modalities = Set(Modality.allCases) }
    #expect(
      general(report) == [
        [], [], [], Self.earlyWarning + Self.advisers, Self.localConflict, [], [],
      ]
    )
  }

  // MARK: Gaps

  @Test func `lists 137 gaps, and 142 with cells that rest on one provider`() {
    let report = record.report()
    let gaps = report.gaps()
    #expect(gaps.count == 137)
    #expect(gaps.allSatisfy { $0.cell.state == .nobody })
    let wider = report.gaps([.nobody, .unnamedOnly, .one])
    #expect(wider.count == 142)
    #expect(Array(wider.prefix(137)) == gaps)
    #expect(
      places(wider.suffix(5).map(\.cell)).sorted() == [
        "colombia 1", "cote-divoire 6", "guyana 5", "somalia 4", "uganda 7",
      ]
    )
  }

  @Test func `ranks ascend, and inhibitor 3 that no case has comes first`() {
    let gaps = record.report().gaps()
    let ranks = gaps.map(\.rank)
    #expect(ranks.first == 1 && ranks == ranks.sorted())
    #expect(gaps.prefix(21).allSatisfy { $0.cell.column == "inhibitor-3-judicial-human-rights" })
    #expect(gaps.prefix(21).allSatisfy { $0.coveredElsewhere == 0 && $0.elsewhere.isEmpty })
    // Eleven cases have seven open columns, ten have one less; the rule tells no more apart.
    #expect(ranks.prefix(11).allSatisfy { $0 == 1 })
    #expect(ranks.dropFirst(11).prefix(10).allSatisfy { $0 == 12 })
    #expect(ranks.dropFirst(21).first == 22)
    #expect(gaps.suffix(16).allSatisfy { $0.cell.column == "inhibitor-7-transitional-justice" })
  }

  @Test func `a gap says who does elsewhere what is missing`() throws {
    let gap = try #require(
      record.report().gaps().first {
        $0.cell.row == "case-south-sudan" && $0.cell.column == "inhibitor-4-risk-early-response"
      }
    )
    #expect(gap.openInRow == 7 && gap.columnCount == 7 && gap.coveredElsewhere == 1)
    #expect(gap.elsewhere.map(\.provider) == ["european-union"])
    #expect(gap.elsewhere.flatMap(\.rows) == ["case-somalia"])
    #expect(gap.general.map(\.id.rawValue) == Self.earlyWarning)
    #expect(gap.unfiledFacts == ["assist-south-sudan-mandate"])
  }

  @Test func `a gap names the facts of its row that count for no inhibitor`() {
    let gaps = record.report().gaps().filter { $0.cell.row == "case-burundi" }
    #expect(gaps.count == 7)
    for gap in gaps where gap.cell.column != "inhibitor-1-security-sector" {
      #expect(gap.cell.leftOut.isEmpty)
      #expect(gap.unfiledFacts == ["assist-burundi-police"])
    }
  }

  @Test func `a gap tells a fact once, as left out or as unfiled`() {
    for gap in record.report().gaps() {
      let leftOut = Set(gap.cell.leftOut.map(\.witness.fact))
      #expect(leftOut.isDisjoint(with: gap.unfiledFacts))
    }
  }

  @Test func `the police in Burundi does not count for inhibitor 1 because of its basis`() throws {
    let question = record.report().question
    let cell = try #require(
      record.report().cell("case-burundi", "inhibitor-1-security-sector")
    )
    #expect(cell.state == .nobody && cell.providers.isEmpty)
    let omission = try #require(cell.leftOut.first)
    #expect(cell.leftOut.count == 1)
    #expect(omission.reasons == .basis && omission.reasons.names == ["basis"])
    #expect(omission.witness.fact == "assist-burundi-police")
    #expect(omission.witness.basis == .thematic && omission.witness.modality == .does)
    #expect(omission.providers == ["un-peacekeeping-police-components"])
    let way = try #require(omission.witness.via.flatMap { record.graph[$0] })
    #expect(way.kind == .strengthens && way.from.id == "m-law-enforcement-deployment")

    let why = WhyDocument(
      between: "case-burundi",
      and: "inhibitor-1-security-sector",
      question: question,
      in: record.collection
    )
    #expect(why.cell?.leftOut.map(\.reasons) == [["basis"]])
    #expect(why.statements.map(\.what) == ["fact", "relation"])
    #expect(why.statements.first?.id == "assist-burundi-police")
    #expect(why.statements.last?.basis == "thematic")
    #expect(why.documents.map(\.key) == ["000"])
  }

  // MARK: Short forms

  /// A cell as `case number`, such as `guyana 5`.
  private func place(_ cell: CoverageCell) -> String {
    let row = cell.row.rawValue.dropFirst("case-".count)
    return "\(row) \(cell.column.rawValue.dropFirst("inhibitor-".count).prefix(1))"
  }

  private func places(_ cells: some Sequence<CoverageCell>) -> [String] {
    cells.map { place($0) }
  }

  /// The providers of general statements, column by column.
  private func general(_ report: CoverageReport) -> [[String]] {
    report.general.map { $0.providers.map(\.id.rawValue) }
  }
}
