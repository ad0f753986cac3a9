internal import AssistanceModel
internal import GraphCore

/// What a node is tied to, sorted by relation and direction.
struct EgoNeighbours {
  /// A neighbour in one relation, or a fact with the node at one of its ends.
  struct Neighbour {
    let id: NodeID
    /// The strongest evidence of its relations.
    var evidence: EvidenceClass
    var sources: [SourceReference]
    /// Further words of the relations, such as the role.
    var detail: String?
    /// How many parallel relations there are.
    var relations = 1
  }

  /// Neighbours in one relation and direction.
  struct Group {
    /// What the relation says, read towards the node on the left and from it on the right.
    let heading: String
    /// What the relation says between two names.
    var words: String { isLeft && !areFacts ? heading.replacing(" →", with: "") : heading }
    let kind: EdgeKind
    /// Whether the neighbours are facts.
    let areFacts: Bool
    /// Whether the group stands on the left.
    let isLeft: Bool
    var neighbours: [Neighbour]
  }

  /// The groups, in the order of the schema, facts first.
  private(set) var groups: [Group] = []

  /// Collects the neighbours of a node.
  ///
  /// - Complexity: O(*m* + *s*) for *m* edges of the node and *s* kinds of edges in the schema.
  init(of id: NodeID, in graph: AssistanceGraph) {
    let outgoing = graph.incidence.edges(from: id)
    let incoming = graph.incidence.edges(to: id)
    let isFact = graph.graph[id]?.kind == .assistance
    for role in graph.schema.roles {
      if isFact {
        add(
          Group(
            heading: role.kind.rawValue.plainWords,
            kind: role.kind,
            areFacts: false,
            isLeft: role.kind == .provider,
            neighbours: outgoing.filter { $0.kind == role.kind }.map { Self.neighbour($0, $0.to) }
          )
        )
      } else {
        add(
          Group(
            heading: Self.factHeading(role.kind),
            kind: role.kind,
            areFacts: true,
            isLeft: role.kind != .provider,
            neighbours: incoming.filter { $0.kind == role.kind }.map { Self.fact($0.from) }
          )
        )
      }
    }
    for rule in graph.schema.schema.edgeRules where !graph.schema.isRole(rule.kind) {
      let words = rule.kind.rawValue.plainWords
      add(
        Group(
          // The node itself stands to the right of these.
          heading: words + " →",
          kind: rule.kind,
          areFacts: false,
          isLeft: true,
          neighbours: incoming.filter { $0.kind == rule.kind }.map { Self.neighbour($0, $0.from) }
        )
      )
      add(
        Group(
          heading: words,
          kind: rule.kind,
          areFacts: false,
          isLeft: false,
          neighbours: outgoing.filter { $0.kind == rule.kind }.map { Self.neighbour($0, $0.to) }
        )
      )
    }
  }

  /// How many relations and how many facts there are.
  var counts: (relations: Int, facts: Int) {
    groups.reduce(into: (0, 0)) { counts, group in
      if group.areFacts {
        counts.1 += group.neighbours.count
      } else {
        counts.0 += group.neighbours.reduce(0) { $0 + $1.relations }
      }
    }
  }

  private mutating func add(_ group: Group) {
    guard !group.neighbours.isEmpty else { return }
    var group = group
    group.neighbours = Self.joined(group.neighbours)
    groups.append(group)
  }

  /// Neighbours, each once, with the strongest evidence and all sources of parallel relations.
  private static func joined(_ neighbours: [Neighbour]) -> [Neighbour] {
    var places: [NodeID: Int] = [:]
    var joined: [Neighbour] = []
    for neighbour in neighbours {
      guard let place = places[neighbour.id] else {
        places[neighbour.id] = joined.count
        joined.append(neighbour)
        continue
      }
      joined[place].relations += 1
      joined[place].evidence =
        EvidenceClass.allCases.first {
          $0 == joined[place].evidence || $0 == neighbour.evidence
        } ?? neighbour.evidence
      joined[place].sources += neighbour.sources.filter { !joined[place].sources.contains($0) }
      let details = [joined[place].detail, neighbour.detail].compactMap(\.self)
      if let first = details.first {
        joined[place].detail = details.allSatisfy { $0 == first } ? first : listed(details)
      }
    }
    return joined
  }

  private static func factHeading(_ role: EdgeKind) -> String {
    switch role {
    case .provider: "assists"
    case .recipient: "is assisted"
    case .countryCase: "assistance here"
    case .inhibitor: "assistance for this"
    case .measure, .form: "assistance by this \(role.rawValue)"
    default: "assistance with this \(role.rawValue.plainWords)"
    }
  }

  private static func neighbour(_ edge: Edge, _ node: Node) -> Neighbour {
    let basis: Basis = edge[.basis] ?? .explicit
    let modality: Modality = edge[.modality] ?? .does
    let role: String? = edge[PropertyKey<String>("role")]
    return Neighbour(
      id: node.id,
      evidence: edge[.evidence] ?? EvidenceClass(basis, modality),
      sources: edge.sources,
      detail: role.map(\.visible)
    )
  }

  private static func fact(_ node: Node) -> Neighbour {
    let basis: Basis = node[.basis] ?? .explicit
    let modality: Modality = node[.modality] ?? .does
    return Neighbour(
      id: node.id,
      evidence: node[.evidence] ?? EvidenceClass(basis, modality),
      sources: node.sources,
      detail: modality == .does ? nil : modality.rawValue
    )
  }
}
