internal import GraphCore

/// Which nodes a safe copy hides, and what stands in their places.
struct HiddenNodes {
  /// Why a node is hidden.
  enum Reason: String {
    case marked
    /// It lies in a hidden place.
    case inside
    /// Its name or key holds a hidden name, or a person's details.
    case named
  }

  /// What stands for somebody in the copy.
  struct Mask: Hashable {
    let id: NodeID
    let name: String
    let isGroup: Bool
  }

  private(set) var reasons: [NodeID: Reason] = [:]
  private(set) var treatments: [NodeID: SafetyRules.Treatment] = [:]
  private(set) var terms: HiddenTerms
  /// Words of hidden names that stand in no other name: texts that hold one may mean somebody hidden.
  private(set) var echoes = HiddenTerms([])
  /// What stands for a hidden node; a place that counts as the wider one has nothing.
  private(set) var masks: [NodeID: Mask] = [:]
  /// The subkinds that masks may state.
  private(set) var subkinds: [NodeID: String] = [:]
  private(set) var designations: [NodeID: Designation] = [:]

  private let graph: AssistanceGraph
  private let places: PlaceTree
  private let rules: SafetyRules
  private let secret: [UInt8]
  private var taken: Set<NodeID> = []

  init(
    _ marked: SensitiveList.Marked,
    in collection: AssistanceCollection,
    places: PlaceTree,
    rules: SafetyRules,
    secret: [UInt8]
  ) {
    graph = collection.graph
    self.places = places
    self.rules = rules
    self.secret = secret
    terms = HiddenTerms([])
    for (id, treatment) in marked.treatments {
      reasons[id] = .marked
      treatments[id] = treatment ?? usual(graph.graph[id]?.kind)
    }
    hideInside()
    let told = tellingNames() + marked.absent
    terms = HiddenTerms(told)
    hideNamed()
    hideInside()
    echoes = HiddenTerms(tellingWords(of: told))
    chooseTreatments()
    mask(question: collection.metadata.question)
  }

  func contains(_ id: NodeID) -> Bool { reasons[id] != nil }

  /// What a node is called in the copy; `nil` if it is not there.
  func mapped(_ id: NodeID) -> NodeID? {
    reasons[id] == nil ? id : masks[id]?.id
  }

  /// What stands for an actor that a number would give away.
  mutating func wideMask(of id: NodeID) -> Mask {
    let kind = graph.graph[id]?.kind ?? .actor
    if let mask = masks[id], mask.isGroup { return mask }
    return groupMask(kind, subkind: nil)
  }

  // MARK: Who is hidden

  private func usual(_ kind: NodeKind?) -> SafetyRules.Treatment {
    guard let kind else { return .pseudonym }
    if kind == .actor { return rules.actors }
    return places.kinds.contains(kind) ? rules.places : .pseudonym
  }

  private mutating func hideInside() {
    for (id, treatment) in treatments {
      guard let kind = graph.graph[id]?.kind, places.kinds.contains(kind) else { continue }
      for inner in places.inside(id) where reasons[inner] == nil {
        reasons[inner] = .inside
        treatments[inner] = treatment
      }
    }
    // Of two marks around a place, the stricter one holds whatever the order.
    for id in reasons.keys {
      let around = places.chain(from: id).dropFirst().compactMap { treatments[$0] }
      if around.contains(.group) { treatments[id] = .group }
    }
  }

  /// Every text by which somebody can be known.
  private func names(of id: NodeID) -> [String] {
    guard let node = graph.graph[id] else { return [] }
    let identifiers = node[.identifiers] ?? []
    let bare = identifiers.compactMap { text in
      text.firstIndex(of: ":").map { String(text[text.index(after: $0)...]) }
    }
    return [id.rawValue, node[.name] ?? ""] + (node[.aliases] ?? []) + identifiers + bare
  }

  /// The names by which somebody hidden can be known.
  ///
  /// Of places inside a marked one, a name that a place elsewhere has too tells nothing.
  private func tellingNames() -> [String] {
    var open: Set<String> = []
    for node in graph.graph.nodes where node.kind != .assistance && reasons[node.id] == nil {
      for text in [node[.name] ?? ""] + (node[.aliases] ?? []) {
        open.insert(HiddenTerms.folded(text))
      }
    }
    return reasons.flatMap { id, reason in
      names(of: id).filter { reason == .marked || !open.contains(HiddenTerms.folded($0)) }
    }
  }

  /// The names of the nodes that are marked themselves.
  var markedNames: [String] {
    reasons.filter { $0.value == .marked }.keys.flatMap { names(of: $0) }
  }

  /// The words of hidden names that no name of anybody else has.
  private func tellingWords(of names: [String]) -> Set<String> {
    func words(_ text: String) -> [String] {
      HiddenTerms.folded(text).split(separator: " ").map(String.init).filter { $0.utf8.count >= 6 }
    }
    var telling = Set(names.flatMap(words))
    for node in graph.graph.nodes where node.kind != .assistance && reasons[node.id] == nil {
      let open = [node.id.rawValue, node[.name] ?? ""] + (node[.aliases] ?? [])
      for text in open where !terms.occurs(in: text) { telling.subtract(words(text)) }
    }
    return telling
  }

  private mutating func hideNamed() {
    for node in graph.graph.nodes where node.kind != .assistance && reasons[node.id] == nil {
      let texts = [node.id.rawValue, node[.name] ?? ""]
      guard
        texts.contains(where: { terms.occurs(in: $0) || ContactText.scrubbed($0) != nil })
      else { continue }
      reasons[node.id] = .named
      treatments[node.id] = usual(node.kind)
    }
  }

  /// A place keeps a row of its own only among enough hidden ones of the same whole.
  private mutating func chooseTreatments() {
    var siblings: [[NodeID?]: [NodeID]] = [:]
    for (id, treatment) in treatments where treatment == .pseudonym {
      guard let kind = graph.graph[id]?.kind, places.kinds.contains(kind) else { continue }
      siblings[[places.whole(of: id), NodeID(kind.rawValue)], default: []].append(id)
    }
    for group in siblings.values where group.count < rules.threshold {
      for id in group { treatments[id] = .group }
    }
    hideInside()
  }

  // MARK: What stands for them

  private mutating func mask(question: QuestionDefaults) {
    taken = Set(graph.graph.nodes.map(\.id).filter { reasons[$0] == nil })
    var kinds: [NodeKind: [NodeID]] = [:]
    for (id, treatment) in treatments {
      guard let kind = graph.graph[id]?.kind else { continue }
      if treatment == .pseudonym { kinds[kind, default: []].append(id) }
    }
    for (kind, ids) in kinds.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let codes = Dictionary(uniqueKeysWithValues: ids.map { ($0, code(of: $0, kind)) })
      let order = ids.sorted { left, right in
        let (a, b) = (codes[left] ?? [], codes[right] ?? [])
        return a != b ? a.lexicographicallyPrecedes(b) : left < right
      }
      var number = 0
      for id in order {
        let mask = numberedMask(kind, &number)
        masks[id] = mask
        keepSubkind(of: id, among: ids, question)
        if let designation = graph.graph[id]?[.designation] { designations[mask.id] = designation }
      }
    }
    let groups = treatments.keys.filter { treatments[$0] == .group }.sorted()
    for id in groups {
      guard let node = graph.graph[id], !places.kinds.contains(node.kind), node.kind == .actor
      else { continue }
      let subkind = node[.subkind].flatMap { subkind in
        let members = groups.count {
          graph.graph[$0]?.kind == node.kind && graph.graph[$0]?[.subkind] == subkind
        }
        return members >= rules.threshold ? subkind : nil
      }
      masks[id] = groupMask(node.kind, subkind: subkind)
    }
  }

  private func code(of id: NodeID, _ kind: NodeKind) -> [UInt8] {
    SecretDigest.code(of: Array("\(kind.rawValue)\u{0}\(id.rawValue)".utf8), secret: secret)
  }

  private mutating func numberedMask(_ kind: NodeKind, _ number: inout Int) -> Mask {
    let base = clean("withheld-\(kind.rawValue)")
    let word = clean(kind == .actor ? "Actor" : places.kinds.contains(kind) ? "Place" : "Node")
    while true {
      number += 1
      let id = NodeID("\(base)-\(number)")
      let name = "\(word) \(number)"
      guard !taken.contains(id), !terms.occurs(in: id.rawValue), !terms.occurs(in: name) else {
        continue
      }
      taken.insert(id)
      return Mask(id: id, name: name + clean(" (name withheld)", or: ""), isGroup: false)
    }
  }

  private mutating func groupMask(_ kind: NodeKind, subkind: String?) -> Mask {
    let subkind = subkind.flatMap { terms.occurs(in: $0) ? nil : $0 }
    let base = clean("withheld-\(kind.rawValue)s" + (subkind.map { "-\($0)" } ?? ""))
    let name = clean((subkind.map { "\($0): " } ?? "") + "actors whose names are withheld")
    var id = NodeID(base)
    var number = 1
    while graph.graph[id] != nil && reasons[id] == nil || terms.occurs(in: id.rawValue) {
      number += 1
      id = NodeID("\(base)-\(number)")
    }
    // Somebody whom the copy does not name: counted as unnamed, and no path leads through.
    designations[id] = .placeholder
    if let subkind { subkinds[id] = subkind }
    return Mask(id: id, name: name, isGroup: true)
  }

  /// A text that holds no hidden name.
  private func clean(_ text: String, or other: String? = nil) -> String {
    guard terms.occurs(in: text) else { return text }
    if let other { return other }
    return ["withheld", "hidden", "x", "n", "q", "z"].first { !terms.occurs(in: $0) } ?? "_"
  }

  /// A mask states the subkind if enough of the hidden ones have it, or if rows or columns need it.
  private mutating func keepSubkind(
    of id: NodeID,
    among ids: [NodeID],
    _ question: QuestionDefaults
  ) {
    guard let subkind = graph.graph[id]?[.subkind], let mask = masks[id],
      !terms.occurs(in: subkind)
    else { return }
    let isAsked =
      graph.graph[id]?.kind != .actor
      && [question.rowSubkind, question.columnSubkind].contains(subkind)
    let shared = ids.count { graph.graph[$0]?[.subkind] == subkind }
    if isAsked || shared >= rules.threshold { subkinds[mask.id] = subkind }
  }
}
