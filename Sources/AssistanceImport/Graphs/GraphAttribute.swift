internal import GraphCore

/// What is known of an attribute of the nodes, or of the links, of a graph.
struct GraphAttribute {
  /// What the file calls it.
  let name: String
  private(set) var statistics = ColumnStatistics()
  /// Whether every value is a date.
  private(set) var areDates = true
  /// Whether every value is the id of the node that has it.
  private(set) var repeatsID = true

  init(_ name: String) {
    self.name = name
  }

  mutating func add(_ value: PropertyValue, id: String?) {
    let text = value.text
    statistics.add(text)
    if areDates, GraphDate.date(value) == nil { areDates = false }
    if repeatsID, text != id { repeatsID = false }
  }

  /// Whether it is a number or a key that each of so many links has for itself.
  func isNumbering(_ count: Int) -> Bool {
    let words = FoldedName(Self.separated(name)).words
    guard words.last == "id" || words == ["eid"] else { return false }
    return statistics.filledCount == count && statistics.distinct.count == count
  }

  /// Why it holds people's details; `nil` if it does not.
  func whyPersonal(_ vocabulary: HeaderVocabulary) -> String? {
    if statistics.isPersonal { return "it holds e-mail addresses; people's details are never kept" }
    let words = ([name] + name.split(separator: ".").map(String.init)).map(Self.separated)
    let isPersonal = words.contains { word in
      vocabulary.candidates(for: word).contains { $0.meaning.isPersonal }
    }
    return isPersonal ? "people's details are never kept" : nil
  }

  /// Whether it holds other names of a node.
  func holdsAliases(_ vocabulary: HeaderVocabulary) -> Bool {
    if Self.aliases.contains(FoldedName(Self.separated(name)).text) { return true }
    return vocabulary.candidates(for: name).first.map {
      $0.meaning.part == .acronym && $0.meaning.subject.actorRole != nil
    } ?? false
  }

  /// A name such as `contactEmail` as words.
  private static func separated(_ name: String) -> String {
    var text = ""
    var wasLower = false
    for character in name {
      if character.isUppercase, wasLower { text.append(" ") }
      wasLower = character.isLowercase
      text.append(character)
    }
    return text
  }

  private static let aliases: Set = [
    "abbreviation", "acronym", "aka", "alias", "aliases", "alternative names", "other names",
    "short name", "shortname",
  ]
  /// Names of attributes by which files name nodes that have no label.
  static let names: Set = [
    "full name", "label", "node name", "organisation", "organization", "title",
  ]
  static let starts: Set = [
    "begin", "date from", "from date", "since", "start", "start date", "startdate", "valid from",
  ]
  static let ends: Set = [
    "date to", "end", "end date", "enddate", "to date", "until", "until date", "valid to",
    "valid until",
  ]
  /// When a link was seen, the most exact first; of a node it may be anything.
  static let times = ["date", "timestamp", "time", "year"]
}

/// Dates in the values of other tools.
enum GraphDate {
  /// A date, a date with a time of day, or a year of four digits.
  static func date(_ value: PropertyValue) -> PartialDate? {
    let date: PartialDate? =
      switch value {
      case .date(let date): date
      case .integer(let year): PartialDate(year: year)
      case .decimal(let year): Int(exactly: year).flatMap { PartialDate(year: $0) }
      case .text(let text): PartialDate(text.prefix { $0 != "T" && $0 != " " })
      case .texts, .flag: nil
      }
    return date.flatMap { (1000...2999).contains($0.year) ? $0 : nil }
  }
}

extension PropertyValue {
  /// The value as one text.
  var text: String {
    switch self {
    case .text(let text): text
    case .texts(let texts): texts.joined(separator: " | ")
    case .integer(let number): "\(number)"
    case .decimal(let number): "\(number)"
    case .flag(let flag): flag ? "true" : "false"
    case .date(let date): "\(date)"
    }
  }
}
