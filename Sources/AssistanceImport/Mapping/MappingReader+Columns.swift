internal import AssistanceModel
internal import GraphCore
internal import Yams

/// What a mapping says about the columns of tables of who does what where.
extension MappingReader {
  mutating func columns(_ node: Yams.Node) -> [TableMapping.Column] {
    mapping(node).compactMap { key, value in
      guard let heading = key.scalar?.string, !heading.isEmpty else {
        add(key.mark, "a column's heading is needed here", "write its number if it has none")
        return nil
      }
      return column(heading, key, value)
    }
  }

  private mutating func column(_ heading: String, _ key: Yams.Node, _ value: Yams.Node)
    -> TableMapping.Column?
  {
    var column = TableMapping.Column(heading, nil)
    column.place = place(key.mark)
    if value.scalar != nil {
      guard let said = meaningOrNone(value) else { return nil }
      column.meaning = said
      return column
    }
    let fields = self.fields(of: value, ["is", "language", "separators"])
    guard let node = fields["is"] else {
      if value.mapping != nil { add(value.mark, "“is” is missing", "write is: organization.name") }
      return nil
    }
    guard let said = meaningOrNone(node) else { return nil }
    column.meaning = said
    column.language = fields["language"].flatMap { word($0) }
    column.separators = fields["separators"].map { texts($0) }
    return column
  }

  /// A meaning, or none for `ignore`; a fault for another word gives nothing at all.
  private mutating func meaningOrNone(_ node: Yams.Node) -> ColumnMeaning?? {
    guard let text = text(node) else { return nil }
    if text == "ignore" { return .some(nil) }
    return meaning(text, node.mark).map { .some($0) }
  }

  private mutating func meaning(_ text: String, _ mark: Mark?) -> ColumnMeaning? {
    if let meaning = ColumnMeaning(word: text) { return meaning }
    let known = ColumnMeaning.words + ["ignore"]
    add(
      mark,
      "“\(text.shortened)” is nothing that a column holds",
      Spelling.nearest(to: text, among: known, limit: 1).first.map { "did you mean “\($0)”?" }
        ?? "write for example organization.name, sector, adm2.code or ignore"
    )
    return nil
  }

  mutating func defaults(_ node: Yams.Node) -> [ColumnMeaning: String] {
    var result: [ColumnMeaning: String] = [:]
    let allowed: [ColumnMeaning.Subject] = [
      .organization, .funder, .programming, .implementing, .partner, .sector, .activity, .project,
      .status,
    ]
    for (key, value) in mapping(node) {
      guard let text = text(value), let name = key.scalar?.string else { continue }
      guard let meaning = ColumnMeaning(word: name), allowed.contains(meaning.subject),
        meaning.part == .name
      else {
        addUnknown(key, allowed.map(\.rawValue))
        continue
      }
      result[meaning] = text
    }
    return result
  }
}

extension ColumnMeaning {
  /// Reads a meaning as mappings write it: a subject with a part, or a subject alone for its usual
  /// part.
  init?(word: String) {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, let subject = Subject(rawValue: first), parts.count <= 2 else {
      return nil
    }
    guard parts.count == 2 else {
      self.init(subject, Self.usualPart(of: subject))
      return
    }
    let meaning = Part(rawValue: parts[1]).map { ColumnMeaning(subject, $0) }
    guard let meaning, Self.known.contains(meaning) else { return nil }
    self = meaning
  }

  /// The meaning as a mapping writes it, without the usual part.
  var word: String { part == Self.usualPart(of: subject) ? subject.rawValue : description }

  /// Every meaning that a mapping may name.
  static let words = known.map(\.word).sorted { $0.precedesBytewise($1) }

  private static func usualPart(of subject: Subject) -> Part {
    switch subject {
    case .date: .reported
    case .beneficiaries: .reached
    case .money: .amount
    case .contact: .person
    default: .name
    }
  }

  /// The meanings that are read, and those of columns that are always left out.
  private static let known: Set<ColumnMeaning> = {
    var result: Set<ColumnMeaning> = []
    for subject in Subject.allCases {
      result.insert(ColumnMeaning(subject, usualPart(of: subject)))
      for part in Part.allCases where ColumnPlan.isRead(ColumnMeaning(subject, part)) {
        result.insert(ColumnMeaning(subject, part))
      }
    }
    for part in [Part.person, .email, .phone] { result.insert(ColumnMeaning(.contact, part)) }
    for word in HeaderVocabulary.shipped.words { result.insert(word.meaning) }
    return result
  }()
}
