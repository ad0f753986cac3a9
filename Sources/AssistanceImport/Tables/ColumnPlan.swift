internal import GraphCore

/// What is read from which column of a table.
struct ColumnPlan {
  /// How it is known what a column holds.
  enum Ground: String {
    case mapping = "the mapping says so"
    case tag = "its tag says so"
    case heading = "its heading says so"
    case content = "its values are names of clusters"
  }

  struct Column {
    let number: Int
    let heading: String
    let tag: String
    let meaning: ColumnMeaning
    let ground: Ground
    let language: NameLanguage?
    let separators: [String]?
    /// Whether the tag itself says that the column holds names.
    let saysName: Bool
  }

  /// The columns of one organization of a row.
  struct ActorColumns {
    let role: ActorRole
    /// Names, the one to go by first.
    var names: [Int] = []
    var acronyms: [Int] = []
    var types: [Int] = []
    var codes: [Int] = []
    var separators: [String]?
  }

  /// Columns of a name and a code.
  struct NamedColumns {
    var names: [Int] = []
    var codes: [Int] = []
    var separators: [String]?
    var isEmpty: Bool { names.isEmpty && codes.isEmpty }
  }

  private(set) var actors: [ActorColumns] = []
  private(set) var places: [(level: DraftPlace.Level, columns: NamedColumns)] = []
  private(set) var sectors = NamedColumns()
  private(set) var activities = NamedColumns()
  private(set) var projects = NamedColumns()
  private(set) var countries = NamedColumns()
  private(set) var status: Int?
  private(set) var dates: [ColumnMeaning.Part: Int] = [:]
  private(set) var amounts: [(name: String, column: Int)] = []
  /// The columns that facts are made of: all that are read but those of amounts.
  private(set) var factColumns: [Int] = []
  /// Columns that were read for nothing because another one says the same.
  private(set) var superfluous: [Int: String] = [:]

  /// Files the columns under what they hold.
  ///
  /// Of several columns for one thing the one in the wanted language comes first, then one whose
  /// tag says that it holds names, then one with a tag.
  init(_ columns: [Column], _ statistics: [ColumnStatistics], language: NameLanguage) {
    func rank(_ column: Column) -> Int {
      (column.language == nil || column.language == language ? 0 : 4)
        + (column.ground == .mapping || column.saysName ? 0 : 2)
        + (column.ground == .mapping || column.ground == .tag ? 0 : 1)
    }
    let ranked = columns.sorted { (rank($0), $0.number) < (rank($1), $1.number) }
    for column in columns { fileActor(column, ranked) }
    for index in actors.indices {
      let order = ranked.map(\.number)
      actors[index].names.sort { (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0) }
      actors[index].acronyms.sort {
        (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0)
      }
      moveShortName(of: index, columns, statistics)
    }
    let level: (DraftPlace.Level) -> ColumnMeaning.Subject = { level in
      switch level {
      case .adm1: .adm1
      case .adm2: .adm2
      case .adm3: .adm3
      case .adm4: .adm4
      case .location: .location
      }
    }
    for place in DraftPlace.Level.allCases {
      let found = named(level(place), ranked)
      if !found.isEmpty { places.append((place, found)) }
    }
    sectors = named(.sector, ranked)
    activities = named(.activity, ranked)
    projects = named(.project, ranked)
    countries = named(.country, ranked)
    for column in ranked { fileValue(column) }
    let others = Set(amounts.map(\.column)).union(superfluous.keys)
    factColumns = columns.filter { Self.isRead($0.meaning) }.map(\.number)
      .filter { !others.contains($0) }
  }

  /// Whether a part of a subject is read at all.
  static func isRead(_ meaning: ColumnMeaning) -> Bool {
    switch (meaning.subject, meaning.part) {
    case (.organization, .name), (.organization, .acronym), (.organization, .code),
      (.organization, .type), (.funder, .name), (.funder, .acronym), (.funder, .code),
      (.funder, .type), (.programming, .name), (.programming, .acronym), (.programming, .code),
      (.programming, .type), (.implementing, .name), (.implementing, .acronym),
      (.implementing, .code), (.implementing, .type), (.partner, .name), (.partner, .acronym),
      (.partner, .code), (.partner, .type), (.sector, .name), (.sector, .code),
      (.sector, .acronym), (.activity, .name), (.activity, .code), (.project, .name),
      (.project, .code), (.country, .name), (.country, .code), (.adm1, .name), (.adm1, .code),
      (.adm2, .name), (.adm2, .code), (.adm3, .name), (.adm3, .code), (.adm4, .name),
      (.adm4, .code), (.location, .name), (.location, .code), (.date, .from), (.date, .until),
      (.date, .reported), (.status, .name), (.beneficiaries, .targeted),
      (.beneficiaries, .reached), (.beneficiaries, .inNeed), (.money, .amount):
      true
    default: false
    }
  }

  // MARK: Filing

  private mutating func fileActor(_ column: Column, _ ranked: [Column]) {
    guard let role = column.meaning.subject.actorRole, Self.isRead(column.meaning) else { return }
    let isName = column.meaning.part == .name
    let mine = actors.indices.filter { actors[$0].role == role }
    let fitting = mine.first { index in
      switch column.meaning.part {
      case .name:
        actors[index].names.allSatisfy { other in
          ranked.first { $0.number == other }.map { isSameThing($0, column) } ?? false
        }
      case .acronym:
        actors[index].acronyms.allSatisfy { other in
          ranked.first { $0.number == other }.map { $0.language != column.language } ?? false
        }
      case .type: actors[index].types.isEmpty
      default: actors[index].codes.isEmpty
      }
    }
    let index: Int
    if let fitting {
      index = fitting
    } else if isName || column.meaning.part == .acronym || mine.isEmpty {
      actors.append(ActorColumns(role: role))
      index = actors.count - 1
    } else {
      superfluous[column.number] = "another column holds the same"
      return
    }
    switch column.meaning.part {
    case .name: actors[index].names.append(column.number)
    case .acronym: actors[index].acronyms.append(column.number)
    case .type: actors[index].types.append(column.number)
    default: actors[index].codes.append(column.number)
    }
    if isName || actors[index].separators == nil {
      actors[index].separators = column.separators ?? actors[index].separators
    }
  }

  /// Whether two columns of names name the same organization in two ways, not two organizations.
  private func isSameThing(_ left: Column, _ right: Column) -> Bool {
    left.language != right.language || left.ground != right.ground
      || left.saysName != right.saysName
  }

  /// A second column of names that are much shorter holds acronyms.
  private mutating func moveShortName(
    of index: Int,
    _ columns: [Column],
    _ statistics: [ColumnStatistics]
  ) {
    guard actors[index].acronyms.isEmpty, actors[index].names.count == 2 else { return }
    let (first, second) = (actors[index].names[0], actors[index].names[1])
    guard statistics[second].averageLength * 2 < statistics[first].averageLength else { return }
    actors[index].names.removeLast()
    actors[index].acronyms = [second]
  }

  private mutating func named(_ subject: ColumnMeaning.Subject, _ ranked: [Column])
    -> NamedColumns
  {
    var result = NamedColumns()
    for column in ranked where column.meaning.subject == subject && Self.isRead(column.meaning) {
      if column.meaning.part == .name {
        result.names.append(column.number)
        result.separators = result.separators ?? column.separators
      } else if result.codes.isEmpty {
        result.codes.append(column.number)
        result.separators = result.separators ?? column.separators
      } else {
        superfluous[column.number] = "another column holds the same"
      }
    }
    return result
  }

  private mutating func fileValue(_ column: Column) {
    guard Self.isRead(column.meaning) else { return }
    let isTaken: Bool
    switch column.meaning.subject {
    case .status:
      isTaken = status != nil
      status = status ?? column.number
    case .date:
      isTaken = dates[column.meaning.part] != nil
      dates[column.meaning.part] = dates[column.meaning.part] ?? column.number
    case .beneficiaries, .money:
      let name = column.meaning.part.rawValue
      isTaken = amounts.contains { $0.name == name }
      if !isTaken { amounts.append((name, column.number)) }
    default: return
    }
    if isTaken { superfluous[column.number] = "another column holds the same" }
  }
}
