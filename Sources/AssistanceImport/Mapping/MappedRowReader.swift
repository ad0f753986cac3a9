internal import AssistanceModel
internal import GraphCore
internal import TabularText

/// Turns rows into nodes, relations and facts as a mapping says, and counts what it could not read.
struct MappedRowReader {
  let table: MappedTable
  let standIns: StandInWords
  /// The columns of a matrix whose cells are facts.
  let headings: WideHeadings?
  private(set) var tally = MappedTally()

  init(_ table: MappedTable, _ standIns: StandInWords) {
    self.table = table
    self.standIns = standIns
    headings = table.content.wide.map { WideHeadings($0, table) }
  }

  var readsPurposes: Bool {
    table.content.facts.contains { $0.purpose != nil } || table.content.wide?.headings == .purposes
  }

  /// The purpose codes that the table can hold.
  var codes: Set<String> {
    var codes = Set(headings?.cells.map(\.code) ?? [])
    if table.content.wide?.headings != .purposes { codes = [] }
    for fact in table.content.facts {
      guard let column = fact.purpose?.column.flatMap({ table.numbers[$0] }) else { continue }
      codes.formUnion(table.statistics[column].distinct.map { PurposeText($0).code })
    }
    return codes.filter { !$0.isEmpty }
  }

  /// Whether a column's cells are facts of their own.
  func isHeading(_ column: Int) -> Bool {
    headings?.cells.contains { $0.column == column } ?? false
  }

  /// Why a column of a matrix is left out.
  func reason(_ column: Int) -> String? { headings?.reasons[column] }

  var headingNotes: [String] { headings?.notes ?? [] }

  // MARK: Rows

  mutating func read(
    _ row: Int,
    number: Int,
    isRepeat: Bool,
    into draft: inout CollectionDraft
  ) -> TableWalk.Outcome {
    let source = SourceReference(document: table.document, locator: .rows(number...number))
    var (applied, given) = (0, 0)
    var lacks: [String] = []
    for rule in table.content.nodes where table.meets(rule.conditions, row) {
      applied += 1
      let nodes = nodes(rule, row)
      for var node in nodes {
        node.isReference = false
        node.validity = validity(rule.dates, row)
        if draft.add(node, source: source) { given += 1 }
      }
      if given == 0 { lacks.append(rule.kind.rawValue) }
    }
    for rule in table.content.relations where table.meets(rule.conditions, row) {
      applied += 1
      let (starts, ends) = (nodes(rule.from, row), nodes(rule.to, row))
      for start in starts {
        for end in ends {
          if draft.add(relation(rule, start, end, row, source), isRepeat: isRepeat) {
            given += 1
          } else {
            lacks.append("one at an end of “\(rule.kind)”")
          }
        }
      }
      if starts.isEmpty { lacks.append("\(rule.from.kind) from which “\(rule.kind)” leads") }
      if ends.isEmpty { lacks.append("\(rule.to.kind) to which “\(rule.kind)” leads") }
    }
    for rule in table.content.facts where table.meets(rule.conditions, row) {
      applied += 1
      switch fact(rule, row, source, &draft) {
      case .fact(let fact):
        draft.add(fact, isRepeat: isRepeat)
        given += 1
      case .lacks(let end): lacks.append(end)
      case .refused(let reason): return .refused(reason)
      }
    }
    if let wide = table.content.wide, let headings, table.meets(wide.fact.conditions, row) {
      applied += 1
      if headings.leavesOut(row, table) { return .leftOut }
      switch fact(wide.fact, row, source, &draft) {
      case .fact(let fact):
        addCells(fact, wide, headings, row, isRepeat: isRepeat, &draft)
        given += 1
      case .lacks(let end): lacks.append(end)
      case .refused(let reason): return .refused(reason)
      }
    }
    if applied == 0 { return .leftOut }
    guard given == 0 else {
      tally.lacks += lacks.count
      return .read
    }
    return .refused("the row names no \(lacks.first ?? "node")")
  }

  private mutating func relation(
    _ rule: MappedRelation,
    _ from: DraftNode,
    _ to: DraftNode,
    _ row: Int,
    _ source: SourceReference
  ) -> DraftRelation {
    var relation = DraftRelation(from, rule.kind, to, source: source)
    let role = rule.role.map { text($0, row) } ?? ""
    relation.role = standIns.isMissing(role) ? "" : role
    relation.validity = validity(rule.dates, row)
    relation.basis = rule.basis
    relation.amounts = amounts(rule.amounts, row)
    return relation
  }

  // MARK: Facts

  private enum FactOutcome {
    case fact(DraftFact)
    case lacks(String)
    case refused(String)
  }

  private mutating func fact(
    _ rule: MappedFact,
    _ row: Int,
    _ source: SourceReference,
    _ draft: inout CollectionDraft
  ) -> FactOutcome {
    var fact = DraftFact(source: source)
    fact.countryCase = table.mapping.countryCase
    var named = 0
    for end in rule.ends {
      let nodes = nodes(end.node, row).filter { !$0.key.isEmpty || !standIns.isMissing($0.name) }
      if nodes.isEmpty, end.node.values.contains(where: { $0.column != nil }) {
        draft.countMissing("", in: end.role.rawValue)
      }
      let maximum = AssistanceSchema.standard.role(end.role)?.maximum ?? .max
      guard nodes.count <= maximum else {
        return .refused("the row names \(nodes.count) ends “\(end.role)”; a fact has one")
      }
      if end.node.values.contains(where: { $0.column != nil }) { named += nodes.count }
      for node in nodes { add(node, at: end.role, to: &fact, &draft) }
    }
    if let purpose = rule.purpose {
      let text = text(purpose, row)
      let code = PurposeText(text)
      if !code.code.isEmpty {
        add(code, to: &fact)
        named += 1
      } else if !standIns.isMissing(text) {
        tally.unreadCodes[text, default: 0] += 1
      }
    }
    guard named > 0 else { return .lacks("end of a fact") }
    let isHeading: Bool =
      if case .names(.provider, _) = table.content.wide?.headings { true } else { false }
    if !isHeading, !fact.ends.contains(where: { $0.role == .provider }) {
      tally.withoutProvider += 1
    }
    fact.basis = rule.basis
    fact.modality = rule.modality
    fact.validity = validity(rule.dates, row)
    fact.amounts = amounts(rule.amounts, row)
    fact.project = rule.project.map { text($0, row) } ?? ""
    let status = rule.status.map { text($0, row) } ?? ""
    if !status.isEmpty, !standIns.isMissing(status) {
      switch StatusWord(status) {
      case .cancelled: return .refused("the row was cancelled: its status is “\(status)”")
      case let word?:
        fact.status = word.rawValue
        if word == .planned { fact.modality = .pledged }
      case nil: fact.status = status
      }
    }
    return .fact(fact)
  }

  private func add(
    _ node: DraftNode,
    at role: EdgeKind,
    to fact: inout DraftFact,
    _ draft: inout CollectionDraft
  ) {
    let level = DraftPlace.Level(rawValue: role.rawValue)
    if role == .inhibitor, let core = CoreInhibitor(word: node.key.isEmpty ? node.name : node.key) {
      fact.inhibitors.append(core.id)
    } else if role == .countryCase {
      fact.countryCase = DraftCase(node)
    } else if let level {
      fact.places.append(
        DraftPlace(level, name: node.name, code: node.key, otherNames: node.aliases)
      )
    } else {
      fact.ends.append(DraftEnd(role, node))
    }
    if role == .countryCase || level != nil, node.hasDetails {
      _ = draft.number(of: node, in: fact.source.document)
    }
  }

  private func add(_ purpose: PurposeText, to fact: inout DraftFact) {
    let entry = Concordance.dac.entries(for: purpose.code).first
    let known = entry?.code == purpose.code ? entry?.name : nil
    let name = known ?? (purpose.name.isEmpty ? purpose.code : purpose.name)
    let type = purpose.code.utf8.count == 5 ? "purpose-code" : "purpose-category"
    fact.sectors.append(DraftSector(name: name, code: purpose.code, type: type))
    let claims = Concordance.dac.claims(of: purpose.code, table.content.reading)
    for claim in claims where !fact.inhibitors.contains(claim.inhibitor) {
      fact.inhibitors.append(claim.inhibitor)
    }
  }

  private mutating func addCells(
    _ fact: DraftFact,
    _ wide: WideTable,
    _ headings: WideHeadings,
    _ row: Int,
    isRepeat: Bool,
    _ draft: inout CollectionDraft
  ) {
    for cell in headings.cells {
      let text = self.text(row, cell.column)
      guard !isMissingAmount(text) else { continue }
      guard let amount = RowReader.number(text) else {
        tally.unreadNumbers[text, default: 0] += 1
        continue
      }
      guard amount != 0 else { continue }
      guard amount > 0 else {
        tally.negativeCells += 1
        continue
      }
      var own = fact
      own.amounts[wide.amount] = amount
      switch wide.headings {
      case .purposes: add(PurposeText(cell.code, cell.name), to: &own)
      case .names(let role, _): add(cell.node, at: role, to: &own, &draft)
      }
      draft.add(own, isRepeat: isRepeat)
      tally.cells += 1
    }
  }

  // MARK: Nodes

  /// The things that a row names; none if its cells are blank.
  private mutating func nodes(_ mapped: MappedNode, _ row: Int) -> [DraftNode] {
    let keys = mapped.key.map { texts($0, row) } ?? []
    let names = mapped.name.map { texts($0, row) } ?? []
    var nodes: [DraftNode] = []
    if let first = keys.first, mapped.name != nil {
      nodes = [DraftNode(mapped.kind, key: mapped.prefix + first, name: names.first ?? "")]
    } else if !keys.isEmpty {
      nodes = keys.map { DraftNode(mapped.kind, key: mapped.prefix + $0) }
      for index in nodes.indices { nodes[index].isReference = true }
    } else {
      nodes = names.map { DraftNode(mapped.kind, name: $0) }
      if names.count > 1 { tally.dividedCells += 1 }
    }
    guard nodes.count == 1 else { return nodes }
    // What else a row says belongs to a cell with a single value only.
    nodes[0].subkind = mapped.subkind.map { text($0, row) } ?? ""
    nodes[0].aliases = mapped.aliases.flatMap { texts($0, row) }
    nodes[0].note = mapped.note.map { text($0, row) } ?? ""
    for (scheme, value) in mapped.identifiers.sorted(by: { $0.key < $1.key }) {
      for text in texts(value, row) { nodes[0].identifiers.append("\(scheme):\(text)") }
    }
    for (name, value) in mapped.properties {
      let text = text(value, row)
      if !standIns.isMissing(text) { nodes[0].properties[name] = text }
    }
    return nodes
  }

  // MARK: Values

  private mutating func validity(_ dates: MappedDates, _ row: Int) -> Validity {
    if let date = dates.date.flatMap({ date($0, row) }) { return Validity(in: date) }
    let since = dates.since.flatMap { date($0, row) }
    let until = dates.until.flatMap { date($0, row) }
    guard let validity = Validity(from: since, until: until) else {
      tally.reversedDates += 1
      return .always
    }
    return validity
  }

  private mutating func date(_ value: MappedValue, _ row: Int) -> PartialDate? {
    let text = text(value, row)
    guard !standIns.isMissing(text) else { return nil }
    if let date = table.dates.date(text) { return date }
    tally.unreadDates[text, default: 0] += 1
    return nil
  }

  private mutating func amounts(_ values: [String: MappedValue], _ row: Int) -> [String: Double] {
    var amounts: [String: Double] = [:]
    for (name, value) in values {
      let text = text(value, row)
      guard !isMissingAmount(text) else { continue }
      if let amount = RowReader.number(text) {
        amounts[name] = amount
      } else {
        tally.unreadNumbers[text, default: 0] += 1
      }
    }
    return amounts
  }

  /// Whether a cell of numbers says nothing; some programs write NA there, which is a code elsewhere.
  private func isMissingAmount(_ text: String) -> Bool {
    standIns.isMissing(text) || text == "NA" || text.allSatisfy { $0 == "." }
  }

  private mutating func text(_ value: MappedValue, _ row: Int) -> String {
    switch value {
    case .constant(let text): return text
    case .column(let column): return table.numbers[column].map { text(row, $0) } ?? ""
    }
  }

  private mutating func texts(_ value: MappedValue, _ row: Int) -> [String] {
    let text = text(value, row)
    guard !text.isEmpty else { return [] }
    return RowReader.parts(text, value.column?.separators ?? [])
  }

  /// The text of a cell; empty if an e-mail address stands in it.
  private mutating func text(_ row: Int, _ column: Int) -> String {
    let text = table.rows.text(row, column)
    if CleanText.isFormula(text) { tally.formulas += 1 }
    guard text.holdsAddress else { return text }
    tally.scrubbedCells += 1
    return ""
  }

  var notes: [String] { tally.notes(wideAmount: table.content.wide?.amount) }

  var doubts: [Diagnostic] { tally.doubts(in: table.document) }
}

extension DraftNode {
  /// Whether more is said of it than its key and name.
  fileprivate var hasDetails: Bool {
    !subkind.isEmpty || !identifiers.isEmpty || !note.isEmpty || !properties.isEmpty
      || !aliases.isEmpty
  }
}
