internal import AssistanceModel
internal import GraphCore

/// Facts on their way from files to a collection: names are counted, equal facts become one.
///
/// Any number of files may be added, in any order; the collection is the same. Memory grows with
/// the distinct facts and names and with the rows that are their sources, not with the files.
///
///     var draft = CollectionDraft()
///     draft.add(fact)
///     let imported = try draft.finish(title: "Who does what where")
public struct CollectionDraft: Sendable {
  /// What is said about the files; the readers add to it.
  public var report = ImportReport()

  let standIns: StandInWords
  let clusters: ClusterList
  let countries: CountryList
  let decisions: ActorDecisions
  var entities = EntityTable()
  var facts: [FactKey: FactRecord] = [:]
  /// Relations, and what mappings say about kinds.
  var stated = StatedGraph()
  private var readings: [DraftActor: Reading] = [:]
  private var missing: [WordKey: Int] = [:]
  private var providerRoles: [ActorRole: Int] = [:]
  private var standInCounts: [WordKey: Int] = [:]
  /// How many rows say what is being added.
  private var rowCount = 1

  /// Creates an empty draft.
  ///
  /// - Parameters:
  ///   - standIns: The words that name nobody.
  ///   - clusters: The sectors that are known under several names.
  ///   - countries: The countries that are known under several names and codes.
  ///   - decisions: What people decided about the names of organizations.
  public init(
    standIns: StandInWords = .shipped,
    clusters: ClusterList = .shipped,
    countries: CountryList = .shipped,
    decisions: ActorDecisions = .none
  ) {
    self.standIns = standIns
    self.clusters = clusters
    self.countries = countries
    self.decisions = decisions
  }

  /// Adds a fact, or a row to a fact that says the same.
  ///
  /// Two statements are one fact if they name the same ends, dates, status, project and key;
  /// amounts and sources then add up. A row that repeats another one cell by cell adds its source
  /// and is counted, but its amounts are not added a second time.
  ///
  /// - Parameters:
  ///   - fact: The statement.
  ///   - isRepeat: Whether the row repeats an earlier row of its file.
  public mutating func add(_ fact: DraftFact, isRepeat: Bool = false) {
    var record = FactRecord()
    record.add(fact.source, fact.amounts, isRepeat: isRepeat)
    add(fact, standingFor: record)
  }

  /// Adds a fact that several rows state, with what they add up to.
  mutating func add(_ fact: DraftFact, standingFor record: FactRecord) {
    rowCount = record.rows
    var key = FactKey(fact)
    for end in fact.ends {
      if let number = number(of: end.node, in: fact.source.document) {
        key.ends.append(End(end.role, number))
      }
    }
    if !fact.actors.isEmpty || !key.ends.contains(where: { $0.role == .provider }) {
      let (provider, others) = ends(of: fact.actors)
      key.ends += [End(.provider, provider)] + others
    }
    for sector in fact.sectors {
      if let number = number(of: sector, in: fact.source.document) {
        key.ends.append(End(.sector, number))
      }
    }
    for inhibitor in fact.inhibitors { key.inhibitors.append(inhibitor) }
    if let activity = fact.activity, let number = number(of: activity) {
      key.ends.append(End(.measure, number))
    }
    let country = fact.countryCase.flatMap { number(of: $0) }
    if let country { key.ends.append(End(.countryCase, country)) }
    var whole = country
    for place in fact.places {
      guard let number = number(of: place, in: whole) else { continue }
      key.ends.append(End(place.level.role, number))
      whole = number
    }
    key.sort()
    let document = fact.source.document
    for end in key.ends where !entities[end.number].documents.contains(document) {
      entities[end.number].documents.insert(document)
    }
    facts[key, default: FactRecord()].absorb(record)
  }

  /// Counts a cell that says nothing, for the report.
  public mutating func countMissing(_ text: String, in place: String, times: Int = 1) {
    missing[WordKey(text: text, place: place), default: 0] += times
  }

  var missingCounts: [ImportReport.Count] { Self.counts(missing) }
  var placeholderCounts: [ImportReport.Count] { Self.counts(standInCounts) }

  /// How many rows have their provider from which role, the nearest to the work first.
  var providerRoleCounts: [ImportReport.Count] {
    ActorRole.nearestToTheWork.compactMap { role in
      providerRoles[role].map { ImportReport.Count(role.rawValue, in: "provider", $0) }
    }
  }

  private static func counts(_ words: [WordKey: Int]) -> [ImportReport.Count] {
    words.map { ImportReport.Count($0.key.text, in: $0.key.place, $0.value) }
      .sorted {
        ($1.count, $0.place, $0.text) < ($0.count, $1.place, $1.text)
      }
  }

  private struct WordKey: Hashable {
    let text: String
    let place: String
  }

  // MARK: Organizations

  /// The provider, and the ends of those who are not the provider.
  ///
  /// A row without organizations still says that somebody did it.
  private mutating func ends(of actors: [DraftActor]) -> (provider: Int, others: [End]) {
    var numbered: [(role: ActorRole, number: Int)] = []
    for actor in actors {
      if let number = number(of: actor) { numbered.append((actor.role, number)) }
    }
    let filled = ActorRole.nearestToTheWork.first { role in
      numbered.contains { $0.role == role }
    }
    guard let filled else {
      return (self.number(ofStandIn: "not stated", .missing), [])
    }
    providerRoles[filled, default: 0] += rowCount
    // One provider for each fact keeps “who did it” apart; several in a cell all did it.
    let providers = numbered.filter { $0.role == filled }.map(\.number)
    var others = numbered.filter { $0.role != filled }.map { End($0.role.end, $0.number) }
    others += providers.dropFirst().map { End(.provider, $0) }
    return (providers[0], others)
  }

  /// What the cells of an organization were read as.
  private enum Reading {
    case missing(text: String)
    case standIn(text: String, StandInWords.Meaning)
    case named(number: Int, name: String, acronym: String, type: String)
  }

  /// The number of an organization; `nil` if the row names none.
  ///
  /// The same cells come again and again; they are read once.
  mutating func number(of actor: DraftActor) -> Int? {
    let reading = readings[actor] ?? read(actor)
    readings[actor] = reading
    switch reading {
    case .missing(let text):
      countMissing(text, in: actor.role.rawValue, times: rowCount)
      return nil
    case .standIn(let text, let meaning):
      standInCounts[WordKey(text: text, place: actor.role.rawValue), default: 0] += rowCount
      return self.number(ofStandIn: text, meaning)
    case .named(let number, let name, let acronym, let type):
      entities[number].count(name: name, acronym: acronym, times: rowCount)
      if !type.isEmpty { entities[number].types[type, default: 0] += rowCount }
      return number
    }
  }

  private mutating func read(_ actor: DraftActor) -> Reading {
    let name = CleanText.name(actor.name)
    let acronym = CleanText.name(actor.acronym)
    let main = standIns.isMissing(name) && !acronym.isEmpty ? acronym : name
    let codes = actor.identifiers.map(\.value)
    let code = codes.first { standIns.meaning(ofActor: $0) != nil }
    let isOnlyCode = main.isEmpty && !codes.isEmpty && code == nil
    let text = code.map { main.isEmpty ? $0 : main } ?? main
    if !isOnlyCode, let meaning = standIns.meaning(ofActor: code ?? main) {
      switch meaning {
      case .missing, .nobody, .oneself: return .missing(text: text)
      case .unnamed, .several, .withheld, .class: return .standIn(text: text, meaning)
      }
    }
    let key: EntityTable.Key
    if let first = actor.identifiers.min(by: { $0.description < $1.description }) {
      key = .identifier(first)
    } else if main == name {
      key = .actor(FoldedName(name))
    } else {
      key = .acronym(FoldedName(acronym))
    }
    let number = entities.number(key)
    // Any name that another row gives is better than a code.
    if isOnlyCode { entities[number].names[codes[0], default: 0] += 0 }
    for other in actor.otherNames.map(CleanText.name) where !standIns.isMissing(other) {
      entities[number].otherNames.insert(other)
    }
    entities[number].identifiers.formUnion(actor.identifiers)
    let type = CleanText.name(actor.type)
    return .named(
      number: number,
      name: isOnlyCode ? "" : main,
      acronym: main == name ? acronym : "",
      type: standIns.isMissing(type) ? "" : type
    )
  }

  private mutating func number(ofStandIn word: String, _ meaning: StandInWords.Meaning) -> Int {
    let number = entities.number(.standIn(FoldedName(word)))
    entities[number].count(name: word, acronym: "", times: rowCount)
    entities[number].standIn = meaning
    return number
  }

  // MARK: Sectors, activities and places

  mutating func number(of sector: DraftSector, in document: String) -> Int? {
    let name = CleanText.name(sector.name)
    let code = CleanText.name(sector.code)
    guard !standIns.isMissing(name) || !standIns.isMissing(code) else { return nil }
    let number = entities.number(.sector(sectorKey(name, code, sector.type)))
    entities[number].count(name: name.isEmpty ? code : name, acronym: "", times: rowCount)
    if entities[number].code.isEmpty { entities[number].code = code }
    let isCluster = sector.type.isEmpty && (clusters[name] != nil || clusters[code] != nil)
    let type = isCluster ? "cluster" : sector.type
    if !type.isEmpty { entities[number].types[type, default: 0] += 1 }
    for other in sector.otherNames.map(CleanText.name) where !standIns.isMissing(other) {
      entities[number].otherNames.insert(other)
    }
    let whole = CleanText.name(sector.whole)
    if !whole.isEmpty {
      let wholeNumber = entities.number(.sector(sectorKey(whole, "", sector.type)))
      if entities[wholeNumber].names[whole] == nil { entities[wholeNumber].names[whole] = 0 }
      entities[wholeNumber].documents.insert(document)
      if wholeNumber != number { entities[number].wholes[wholeNumber, default: 0] += rowCount }
    }
    return number
  }

  /// A cluster's key if the name or the code is one of a cluster; else the folded text.
  ///
  /// What another list calls health is not the cluster.
  private func sectorKey(_ name: String, _ code: String, _ type: String) -> String {
    for text in [name, code] where !text.isEmpty && (type.isEmpty || type == "cluster") {
      if let cluster = clusters[text] { return cluster.key }
    }
    return CleanText.key(code.isEmpty ? name : code)
  }

  mutating func number(of activity: DraftActivity) -> Int? {
    let name = CleanText.name(activity.name)
    let code = CleanText.name(activity.code)
    let main = code.isEmpty ? name : code
    guard !standIns.isMissing(main) else { return nil }
    let number = entities.number(.activity(CleanText.key(main)))
    entities[number].count(name: name.isEmpty ? code : name, acronym: "", times: rowCount)
    return number
  }

  mutating func number(of country: DraftCase) -> Int? {
    let name = CleanText.name(country.name)
    let code = CleanText.name(country.code)
    let main = code.isEmpty ? name : code
    guard !main.isEmpty else { return nil }
    guard let known = countries[code: code] ?? countries[name] else {
      let number = entities.number(.countryCase(CleanText.key(main)))
      entities[number].count(name: name.isEmpty ? code : name, acronym: "", times: rowCount)
      return number
    }
    // One country, whatever its language or code in each file.
    let number = entities.number(.countryCase(known.code.lowercased()))
    entities[number].count(name: known.name, acronym: "", times: rowCount)
    entities[number].otherNames.formUnion([name, known.longCode].filter { !$0.isEmpty })
    return number
  }

  mutating func number(of place: DraftPlace, in whole: Int?) -> Int? {
    let name = CleanText.name(place.name)
    let code = CleanText.name(place.code)
    guard !name.isEmpty || !code.isEmpty else { return nil }
    let number =
      code.isEmpty
      ? entities.number(.placeName(place.level, FoldedName(name), in: whole))
      : entities.number(.place(place.level, code: code.uppercased()))
    entities[number].count(name: name, acronym: "", times: rowCount)
    entities[number].code = code.uppercased()
    for other in place.otherNames.map(CleanText.name) where !other.isEmpty {
      entities[number].otherNames.insert(other)
    }
    if let whole { entities[number].wholes[whole, default: 0] += rowCount }
    return number
  }
}

extension EntityTable.Entity {
  mutating func count(name: String, acronym: String, times: Int = 1) {
    if !name.isEmpty { names[name, default: 0] += times }
    if !acronym.isEmpty { acronyms[acronym, default: 0] += times }
  }
}
