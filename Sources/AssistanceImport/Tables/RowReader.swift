internal import AssistanceModel
internal import GraphCore
internal import TabularText

/// Turns rows of a table into facts, and counts what it could not read.
struct RowReader {
  enum Outcome {
    case fact(DraftFact)
    case refused(String)
  }

  /// What is to be said about the row that was read last.
  private(set) var counts = RowCounts()
  private let table: TableReader
  private let texts: TableTexts
  private var numbers: [String: Double?] = [:]
  /// The length of a cell that is too long.
  private var longest: Int?
  private var blanks: [String: Bool] = [:]
  /// For each column what its texts are, by their numbers.
  private var cells: [[Cell?]]

  init(_ table: TableReader) {
    self.table = table
    texts = table.texts
    cells = [[Cell?]](repeating: [], count: table.texts.columns.count)
  }

  /// What is worked out of a text once.
  private struct Cell {
    let text: String
    let isFormula: Bool
    let isScrubbed: Bool

    init(_ raw: String) {
      let text = raw.trimmed
      isFormula = CleanText.isFormula(text)
      isScrubbed = text.holdsAddress
      self.text = isScrubbed ? "" : text
    }
  }

  /// Reads everything of a row but its amounts.
  mutating func fact(_ row: Int, number: Int) -> Outcome {
    counts = RowCounts()
    longest = nil
    var fact = DraftFact(
      source: SourceReference(document: table.document, locator: .rows(number...number))
    )
    let plan = table.plan
    for actor in plan.actors { fact.actors += actors(actor, row) }
    fact.actors.spellOut()
    fact.sectors = sectors(row)
    addDefaults(&fact)
    if let reading = table.mapping.reading {
      for cluster in fact.sectors.compactMap({ table.clusters[$0.name] ?? table.clusters[$0.code] })
      {
        fact.inhibitors += Concordance.clusters.claims(of: cluster.key, reading).map(\.inhibitor)
      }
    }
    fact.places = places(row)
    if let length = longest {
      return .refused(
        "a cell has \(length) bytes; no spreadsheet holds more than 32767 characters in one"
      )
    }
    let said = fact.actors.contains { !$0.name.isEmpty || !$0.acronym.isEmpty }
    guard said || !fact.sectors.isEmpty || !fact.places.isEmpty else {
      return .refused("the row names no organization, no sector and no place")
    }
    fact.countryCase = countryCase(row)
    let activity = first(plan.activities.names, row, or: .activity)
    let code = first(plan.activities.codes, row)
    if !activity.isEmpty || !code.isEmpty {
      fact.activity = DraftActivity(name: activity, code: code)
    }
    let project = first(plan.projects.codes, row)
    fact.project = project.isEmpty ? first(plan.projects.names, row, or: .project) : project
    fact.validity = validity(row)
    let status = first(plan.status.map { [$0] } ?? [], row, or: .status)
    if !status.isEmpty {
      switch StatusWord(status) {
      case .cancelled: return .refused("the row was cancelled: its status is “\(status)”")
      case .suspended: return .refused("the row was suspended: its status is “\(status)”")
      case let word?:
        fact.status = word.rawValue
        if word == .planned { fact.modality = .pledged }
      case nil: fact.status = status
      }
    }
    return .fact(fact)
  }

  /// Reads the amounts of a row, which differ where everything else is the same.
  mutating func amounts(_ row: Int) -> [String: Double] {
    counts = RowCounts()
    var amounts: [String: Double] = [:]
    for (name, column) in table.plan.amounts {
      if let amount = amount(row, column) { amounts[name] = amount }
    }
    return amounts
  }

  // MARK: Ends

  /// Adds what the mapping says where the row names nobody, or no sector.
  private func addDefaults(_ fact: inout DraftFact) {
    for (meaning, text) in table.mapping.defaults.sorted(by: { $0.value < $1.value }) {
      if meaning.subject == .sector, fact.sectors.isEmpty {
        fact.sectors = [DraftSector(name: text)]
      }
      guard let role = meaning.subject.actorRole else { continue }
      let isSaid = fact.actors.contains { actor in
        actor.role == role && !(table.standIns.isMissing(actor.name) && actor.acronym.isEmpty)
      }
      guard !isSaid else { continue }
      fact.actors.removeAll { $0.role == role }
      fact.actors.append(DraftActor(role, name: text))
    }
  }

  private mutating func actors(
    _ columns: ColumnPlan.ActorColumns,
    _ row: Int
  ) -> [DraftActor] {
    let names = columns.names.map { text(row, $0) }
    let acronyms = columns.acronyms.map { text(row, $0) }
    let name = names.first { !$0.isEmpty } ?? ""
    let acronym = acronyms.first { !$0.isEmpty } ?? ""
    let separators = columns.separators ?? table.mapping.separators
    let parts = Self.parts(name.isEmpty ? acronym : name, separators)
    let codes = columns.codes.compactMap { ActorIdentifier(reference: text(row, $0)) }
    let type = first(columns.types, row)
    guard parts.count > 1 else {
      let others = (names + acronyms.dropFirst()).filter { !$0.isEmpty && $0 != name }
      return [
        DraftActor(
          columns.role,
          name: name,
          acronym: acronym,
          otherNames: others.filter { table.standIns.meaning(ofActor: $0) == nil },
          type: type,
          identifiers: codes
        )
      ]
    }
    counts.dividedCells += 1
    // Codes, types and other names belong to the cell as a whole: they say nothing of its parts.
    let shorts = Self.parts(acronym, separators)
    return parts.enumerated().map { place, part in
      name.isEmpty
        ? DraftActor(columns.role, acronym: part)
        : DraftActor(
          columns.role,
          name: part,
          acronym: shorts.count == parts.count ? shorts[place] : ""
        )
    }
  }

  private mutating func sectors(_ row: Int) -> [DraftSector] {
    let columns = table.plan.sectors
    let names = columns.names.map { text(row, $0) }
    let code = first(columns.codes, row)
    let name = firstFilled(names)
    guard !name.isEmpty || !isMissing(code) else {
      if !columns.isEmpty { counts.missingSectors[names.first ?? code, default: 0] += 1 }
      return []
    }
    let parts = Self.parts(name, columns.separators ?? table.mapping.separators)
    guard parts.count > 1 else {
      let others = names.filter { $0 != name && !$0.isEmpty }
      return [DraftSector(name: name, code: code, otherNames: others)]
    }
    counts.dividedCells += 1
    return parts.map { DraftSector(name: $0) }
  }

  private mutating func places(_ row: Int) -> [DraftPlace] {
    var places: [DraftPlace] = []
    for (level, columns) in table.plan.places {
      var names: [String] = []
      for column in columns.names {
        let name = text(row, column)
        if !isMissing(name) { names.append(name) }
      }
      let code = first(columns.codes, row)
      guard let name = names.first ?? (code.isEmpty ? nil : "") else { continue }
      places.append(
        DraftPlace(level, name: name, code: code, otherNames: names.filter { $0 != name })
      )
    }
    return places
  }

  private mutating func countryCase(_ row: Int) -> DraftCase? {
    let columns = table.plan.countries
    let name = first(columns.names, row)
    let code = first(columns.codes, row)
    guard !name.isEmpty || !code.isEmpty else { return table.countryCase }
    return DraftCase(name: name, code: code)
  }

  // MARK: Values

  private mutating func validity(_ row: Int) -> Validity {
    let dates = table.plan.dates
    let from = dates[.from].flatMap { date(row, $0) }
    let until = dates[.until].flatMap { date(row, $0) }
    if from != nil || until != nil {
      guard let validity = Validity(from: from, until: until) else {
        counts.reversedDates += 1
        return .always
      }
      return validity
    }
    return dates[.reported].flatMap { date(row, $0) }.map { Validity(in: $0) } ?? .always
  }

  private mutating func date(_ row: Int, _ column: Int) -> PartialDate? {
    let text = text(row, column)
    guard !isMissing(text) else { return nil }
    if let date = table.dates.date(text) { return date }
    if table.dates.isMonthWithoutYear(text) {
      counts.monthsWithoutYear += 1
    } else {
      counts.unreadDates[text, default: 0] += 1
    }
    return nil
  }

  private mutating func amount(_ row: Int, _ column: Int) -> Double? {
    let text = text(row, column)
    guard !isMissing(text) else { return nil }
    let known = numbers[text]
    let read = known ?? Self.number(text)
    if known == nil { numbers[text] = .some(read) }
    guard let amount = read else {
      counts.unreadNumbers += 1
      return nil
    }
    return amount
  }

  /// A number with blanks, commas or apostrophes between its thousands.
  static func number(_ text: String) -> Double? {
    let plain = text.filter { !$0.isWhitespace && $0 != "'" && $0 != "’" }
    let groups = plain.split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped = groups.count > 1 && groups.dropFirst().allSatisfy { $0.prefix(3).count == 3 }
    let joined = isGrouped ? groups.joined() : plain.replacing(",", with: ".")
    guard let number = Double(joined), number.isFinite,
      joined.utf8.allSatisfy({ 48...57 ~= $0 || "+-.Ee".utf8.contains($0) })
    else { return nil }
    return number
  }

  /// The values of a cell, each trimmed; the cell itself if nothing divides it.
  static func parts(_ text: String, _ separators: [String]) -> [String] {
    var parts = [text]
    // A formula is no list of values.
    guard !CleanText.isFormula(text) else { return parts }
    for separator in separators where !separator.isEmpty && text.mayHold(separator) {
      parts = parts.flatMap { $0.split(separator: separator).map(String.init) }
    }
    return parts.map(\.trimmed).filter { !$0.isEmpty }
  }

  /// Whether a cell says nothing; the same texts come again and again.
  private mutating func isMissing(_ text: String) -> Bool {
    guard !text.isEmpty else { return true }
    if let known = blanks[text] { return known }
    let result = table.standIns.isMissing(text)
    blanks[text] = result
    return result
  }

  private mutating func firstFilled(_ texts: [String]) -> String {
    for text in texts where !isMissing(text) { return text }
    return ""
  }

  private mutating func first(
    _ columns: [Int],
    _ row: Int,
    or subject: ColumnMeaning.Subject? = nil
  ) -> String {
    for column in columns {
      let text = text(row, column)
      if !isMissing(text) { return text }
    }
    return subject.flatMap { table.mapping.defaults[ColumnMeaning($0, .name)] } ?? ""
  }

  /// The text of a cell; empty if an e-mail address stands in it.
  private mutating func text(_ row: Int, _ column: Int) -> String {
    let number = texts.number(row, column)
    guard number > 0 else { return "" }
    let length = texts.length(number, ofColumn: column)
    guard length <= TableTexts.longest else {
      longest = length
      return ""
    }
    if cells[column].isEmpty {
      cells[column] = [Cell?](repeating: nil, count: texts.columns[column].counts.count + 1)
    }
    let known = cells[column][number]
    let cell = known ?? Cell(texts.text(number, ofColumn: column))
    if known == nil { cells[column][number] = cell }
    if cell.isFormula { counts.formulas += 1 }
    if cell.isScrubbed { counts.scrubbedCells += 1 }
    return cell.text
  }
}

extension String {
  /// Whether a separator may stand in the text: a first look that spares most texts a search.
  ///
  /// Characters from U+0300 on may join a sign, or be equal to one.
  fileprivate func mayHold(_ separator: String) -> Bool {
    let first = separator.utf8.first
    return utf8.contains { $0 == first || $0 >= 0xCC }
  }
}
