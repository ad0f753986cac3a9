internal import GraphCore

/// Where an activity acts and in which sectors, each pair once, with its money.
///
/// A pair of a transaction is a pair: what a transaction says of one country is never combined
/// with the sector of another one.
struct IATICells {
  /// A country or a region.
  struct Place: Hashable {
    let code: String
    let isRegion: Bool
  }

  /// A place with a sector; `nil` where no sector is stated.
  struct Pair: Hashable {
    let place: Place
    let sector: String?
  }

  /// What is known of a pair.
  struct Content {
    /// Whether the file itself ties the sector to the place.
    var isExact = false
    /// Amounts by what they are and their currency.
    var amounts: [String: Double] = [:]
  }

  /// The pairs in the order in which they were met.
  private(set) var pairs: [Pair] = []
  private(set) var contents: [Pair: Content] = [:]
  /// The vocabulary whose sectors were read.
  private(set) var vocabulary: IATIVocabulary?
  /// The vocabularies that were passed over, with the number of their sectors.
  private(set) var passedOver: [IATIVocabulary: Int] = [:]
  /// The names that the file gives to places and sectors.
  private(set) var placeNames: [Place: String] = [:]
  private(set) var sectorNames: [String: String] = [:]
  /// What is wrong with percentages, each once.
  private(set) var faults: Set<IATIShares.Fault> = []
  /// How many amounts were below zero in sum and were dropped.
  private(set) var negativeCount = 0
  /// Whether there are more pairs of places and sectors than any honest activity has.
  private(set) var isTooWide = false

  private static let pairLimit = 20_000

  private let rules: IATIRules

  /// A list of places or of sectors with their parts, and where it stands.
  private struct Entries<Entry: Hashable> {
    var entries: [Entry] = []
    var parts: [Double?] = []
    var isInherited = false
  }

  init(_ activity: IATIActivity, rules: IATIRules) {
    self.rules = rules
    choose(activity)
    let places = places(activity.countries, activity.regions)
    let sectors = sectors(activity.sectors)
    guard places.entries.count * max(1, sectors.entries.count) <= Self.pairLimit else {
      isTooWide = true
      return
    }
    add(places, sectors, budgets(activity.budgets))
    for transaction in activity.transactions where !isTooWide {
      add(transaction, places, sectors)
      isTooWide = pairs.count > Self.pairLimit
    }
    if !rules.keepsRegions {
      pairs.removeAll { $0.place.isRegion }
      contents = contents.filter { !$0.key.place.isRegion }
    }
    for pair in pairs {
      negativeCount += contents[pair]?.amounts.values.count { $0 < 0 } ?? 0
    }
  }

  // MARK: One vocabulary

  private mutating func choose(_ activity: IATIActivity) {
    var counts: [IATIVocabulary: Int] = [:]
    for sector in activity.sectors { counts[sector.vocabulary, default: 0] += 1 }
    for transaction in activity.transactions {
      for sector in transaction.sectors { counts[sector.vocabulary, default: 0] += 1 }
    }
    vocabulary = rules.vocabularies.first { counts[$0] != nil }
    if let vocabulary { counts[vocabulary] = nil }
    passedOver = counts
  }

  private mutating func sectors(_ sectors: [IATISector]) -> Entries<String> {
    let chosen = sectors.filter { $0.vocabulary == vocabulary }
    for sector in chosen where !sector.name.isEmpty && sectorNames[sector.code] == nil {
      sectorNames[sector.code] = sector.name
    }
    return entries(chosen.map(\.code), chosen.map(\.percentage))
  }

  // MARK: Places

  private mutating func places(
    _ countries: [IATICountry],
    _ regions: [IATIRegion]
  ) -> Entries<Place> {
    let list = regions.contains { $0.vocabulary == "1" } ? "1" : regions.first?.vocabulary
    let chosen = regions.filter { $0.vocabulary == list && !$0.code.isEmpty }
    var codes: [Place] = []
    for country in countries {
      codes.append(Place(code: country.code, isRegion: false))
      name(codes[codes.count - 1], country.name)
    }
    for region in chosen {
      let code = list == "1" ? region.code : "\(region.vocabulary)-\(region.code)"
      codes.append(Place(code: code, isRegion: true))
      name(codes[codes.count - 1], region.name)
    }
    return entries(codes, countries.map(\.percentage) + chosen.map(\.percentage))
  }

  private mutating func name(_ place: Place, _ name: String) {
    if !name.isEmpty, placeNames[place] == nil { placeNames[place] = name }
  }

  /// The entries with their parts; an entry that stands twice has both.
  private mutating func entries<Entry: Hashable>(
    _ all: [Entry],
    _ percentages: [Double?]
  ) -> Entries<Entry> {
    let shares = IATIShares(percentages, evenly: rules.splitsEvenly)
    if let fault = shares.fault { faults.insert(fault) }
    var result = Entries<Entry>()
    for (entry, part) in zip(all, shares.parts) {
      if let place = result.entries.firstIndex(of: entry) {
        result.parts[place] = result.parts[place].flatMap { sum in part.map { sum + $0 } }
      } else {
        result.entries.append(entry)
        result.parts.append(part)
      }
    }
    return result
  }

  // MARK: Pairs

  private mutating func add(
    _ transaction: IATITransaction,
    _ places: Entries<Place>,
    _ sectors: Entries<String>
  ) {
    let word: String
    switch transaction.type?.meaning {
    case .committed: word = "committed"
    case .spent: word = "spent"
    case .pledged, .incoming, .returned, nil: return
    }
    var own = self.places(transaction.countries, transaction.regions)
    var ownSectors = self.sectors(transaction.sectors)
    if own.entries.isEmpty { (own, own.isInherited) = (places, true) }
    if ownSectors.entries.isEmpty { (ownSectors, ownSectors.isInherited) = (sectors, true) }
    var amounts: [String: Double] = [:]
    if let amount = transaction.amount {
      amounts[Self.amountName(word, transaction.currency)] = amount
    }
    add(own, ownSectors, amounts)
  }

  private mutating func add(
    _ places: Entries<Place>,
    _ sectors: Entries<String>,
    _ amounts: [String: Double]
  ) {
    let isExact = Self.isExact(places, sectors)
    for (place, placePart) in zip(places.entries, places.parts) {
      let hasNone = sectors.entries.isEmpty
      // Without a sector the whole amount is the place's.
      let codes: [String?] = hasNone ? [nil] : sectors.entries
      let parts: [Double?] = hasNone ? [1] : sectors.parts
      for (sector, sectorPart) in zip(codes, parts) {
        let pair = Pair(place: place, sector: sector)
        if contents[pair] == nil { pairs.append(pair) }
        contents[pair, default: Content()].isExact = contents[pair]?.isExact == true || isExact
        guard let placePart, let sectorPart else { continue }
        for (name, amount) in amounts {
          contents[pair]?.amounts[name, default: 0] += amount * placePart * sectorPart
        }
      }
    }
  }

  /// Whether a list of places and a list of sectors say which sector is in which place: if they
  /// stand together and one of them has a single entry; a list of the whole activity says it for a
  /// transaction only if it is a single entry.
  private static func isExact(_ places: Entries<Place>, _ sectors: Entries<String>) -> Bool {
    let (isOnePlace, isOneSector) = (places.entries.count == 1, sectors.entries.count <= 1)
    guard places.isInherited != sectors.isInherited else { return isOnePlace || isOneSector }
    return places.isInherited ? isOnePlace : isOneSector
  }

  // MARK: Money

  private func budgets(_ budgets: [IATIBudget]) -> [String: Double] {
    var revised: Set<[String]> = []
    for budget in budgets where budget.isRevised { revised.insert(Self.period(budget)) }
    var sums: [String: Double] = [:]
    for budget in budgets {
      guard let amount = budget.amount, budget.isRevised || !revised.contains(Self.period(budget))
      else { continue }
      sums[Self.amountName("budget", budget.currency), default: 0] += amount
    }
    return sums
  }

  private static func period(_ budget: IATIBudget) -> [String] {
    [budget.start?.description ?? "", budget.end?.description ?? ""]
  }

  /// The name of an amount: what it is and its currency; currencies never add up.
  private static func amountName(_ word: String, _ currency: String?) -> String {
    let code = currency?.lowercased() ?? ""
    let isCode = code.utf8.count == 3 && code.utf8.allSatisfy { 97...122 ~= $0 }
    return "\(word)-\(isCode ? code : "unknown-currency")"
  }
}
