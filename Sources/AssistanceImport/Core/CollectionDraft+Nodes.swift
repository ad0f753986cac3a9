internal import AssistanceModel
public import GraphCore

extension CollectionDraft {
  /// Adds a thing that a row is about.
  ///
  /// - Parameters:
  ///   - node: The thing.
  ///   - source: The document and the row.
  /// - Returns: Whether the row names anything.
  @discardableResult
  public mutating func add(_ node: DraftNode, source: SourceReference) -> Bool {
    guard let number = number(of: node, in: source.document) else { return false }
    entities[number].details.sources.append(source)
    return true
  }

  /// Adds a relation, or a row to one that says the same.
  ///
  /// Two rows state one relation if they name the same ends, kind and role; times that follow each
  /// other become one span. A relation between a thing and itself is counted and left out.
  ///
  /// - Parameters:
  ///   - relation: The statement.
  ///   - isRepeat: Whether the row repeats an earlier row of its file; its amounts are not added.
  /// - Returns: Whether the row names both ends; a word for nobody names none.
  @discardableResult
  public mutating func add(_ relation: DraftRelation, isRepeat: Bool = false) -> Bool {
    let document = relation.source.document
    guard let from = number(of: relation.from, in: document),
      let to = number(of: relation.to, in: document),
      entities[from].standIn == nil, entities[to].standIn == nil
    else { return false }
    let key = RelationKey(
      from: from,
      kind: relation.kind,
      to: to,
      role: CleanText.name(relation.role),
      basis: relation.basis
    )
    stated.relations[key, default: [:]][relation.validity, default: FactRecord()]
      .add(relation.source, relation.amounts, isRepeat: isRepeat)
    return true
  }

  /// The number of a thing; `nil` if the row names none.
  mutating func number(of node: DraftNode, in document: String) -> Int? {
    let number = entity(node, document)
    guard let number else { return nil }
    entities[number].details.add(node)
    if !entities[number].documents.contains(document) {
      entities[number].documents.insert(document)
    }
    for alias in node.aliases.map(CleanText.name) where !standIns.isMissing(alias) {
      entities[number].otherNames.insert(alias)
    }
    return number
  }

  /// Things of the kinds that field tables name keep the rules of those; others go by their key,
  /// or by their folded name.
  private mutating func entity(_ node: DraftNode, _ document: String) -> Int? {
    let key = CleanText.name(node.key)
    let written = CleanText.name(node.name)
    let name = standIns.isMissing(written) && !key.isEmpty ? "" : written
    var found: Int?
    switch node.kind {
    case .actor where key.isEmpty:
      return number(
        of: DraftActor(
          .organization,
          name: node.name,
          otherNames: node.aliases,
          type: node.subkind,
          identifiers: node.identifiers.compactMap { ActorIdentifier(schemed: $0) }
        )
      )
    case .countryCase:
      guard !key.isEmpty || !standIns.isMissing(name) else { return nil }
      found = number(of: DraftCase(node))
    case .sector: found = number(of: DraftSector(name: name, code: key), in: document)
    case .measure: found = number(of: DraftActivity(name: name, code: key))
    case _ where DraftPlace.Level(rawValue: node.kind.rawValue) != nil:
      guard let level = DraftPlace.Level(rawValue: node.kind.rawValue),
        !key.isEmpty || !standIns.isMissing(name)
      else { return nil }
      found = number(of: DraftPlace(level, name: name, code: key), in: nil)
    default: found = namedEntity(node, key, name)
    }
    if let found, name.isEmpty, !key.isEmpty { forgetKeyAsName(of: found, key) }
    let subkind = CleanText.name(node.subkind)
    if let found, !standIns.isMissing(subkind) { entities[found].types[subkind, default: 0] += 1 }
    return found
  }

  /// Uncounts a key that stood in for a name: any name of another row is better.
  private mutating func forgetKeyAsName(of number: Int, _ key: String) {
    if entities[number].code.isEmpty { entities[number].code = key }
    guard let count = entities[number].names[key] else { return }
    entities[number].names[key] = count > 1 ? count - 1 : nil
  }

  /// What the name, or the code in a list that has codes for nobody, stands for.
  private func standIn(_ node: DraftNode, _ name: String) -> StandInWords.Meaning? {
    let prefix = ActorIdentifier.Scheme.dacChannel.rawValue + ":"
    let codes = node.identifiers.filter { $0.hasPrefix(prefix) }
      .map { String($0.dropFirst(prefix.count)) }
    return (codes + [name]).lazy.filter { !$0.isEmpty }
      .compactMap { standIns.meaning(ofActor: $0) }.first { $0.designation != nil }
  }

  private mutating func namedEntity(_ node: DraftNode, _ key: String, _ name: String) -> Int? {
    guard !key.isEmpty || !standIns.isMissing(name) else { return nil }
    let entityKey: EntityTable.Key =
      key.isEmpty ? .nodeName(node.kind, FoldedName(name)) : .node(node.kind, key)
    let isNew = entities.known(entityKey) == nil
    let number = entities.number(entityKey)
    if isNew { entities[number].details.isDefined = !node.isReference }
    guard !node.isReference else { return number }
    entities[number].details.isDefined = true
    entities[number].count(name: name, acronym: "")
    // The key is a name only where no row has a better one.
    entities[number].code = key
    if node.kind == .actor, let designation = standIn(node, name)?.designation {
      entities[number].details.designation = designation
    }
    return number
  }
}

extension DraftCase {
  /// A country as a node names it.
  ///
  /// A number beside a name is not taken for the country's code: lists of donors and of wars number
  /// countries in their own ways, and each number is some other country's elsewhere.
  init(_ node: DraftNode) {
    let isNumber = !node.key.isEmpty && node.key.utf8.allSatisfy { 48...57 ~= $0 }
    self.init(name: node.name, code: isNumber && !node.name.isEmpty ? "" : node.key)
  }
}

extension ActorIdentifier {
  /// Reads a scheme and a value with a colon between them; `nil` for a scheme of another kind.
  fileprivate init?(schemed text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let scheme = Scheme(rawValue: parts[0]) else { return nil }
    self.init(scheme, parts[1])
  }
}
