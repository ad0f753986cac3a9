internal import GraphCore

/// The places of a graph and which is part of which.
struct PlaceTree {
  /// The kinds of nodes that are places.
  let kinds: Set<NodeKind>
  private let wholes: [NodeID: NodeID]
  private let parts: [NodeID: [NodeID]]

  /// Finds the places: country cases, what makes the rows of the question, and what is tied to these
  /// by “part of”.
  init(_ graph: AssistanceGraph, rows: EdgeKind) {
    let rowKinds = graph.schema.role(rows)?.nodeKinds ?? []
    var kinds = Set(rowKinds + [.countryCase]).subtracting([.actor])
    var links: [(part: Node, whole: Node)] = []
    for edge in graph.graph.edges where edge.kind == .partOf { links.append((edge.from, edge.to)) }
    let pairs = Set(links.map { [$0.part.kind, $0.whole.kind] })
    var size = 0
    while size < kinds.count {
      size = kinds.count
      for pair in pairs where pair.contains(where: kinds.contains) && !pair.contains(.actor) {
        kinds.formUnion(pair)
      }
    }
    var wholes: [NodeID: NodeID] = [:]
    var parts: [NodeID: [NodeID]] = [:]
    for (part, whole) in links
    where kinds.contains(part.kind) && wholes[part.id] == nil && part.id != whole.id {
      wholes[part.id] = whole.id
      parts[whole.id, default: []].append(part.id)
    }
    self.kinds = kinds
    self.wholes = wholes
    self.parts = parts
  }

  /// The next wider place.
  func whole(of id: NodeID) -> NodeID? { wholes[id] }

  /// The places that are parts of one.
  func parts(of id: NodeID) -> [NodeID] { parts[id] ?? [] }

  /// The place and the ones around it, from the narrowest to the widest.
  func chain(from id: NodeID) -> [NodeID] {
    var chain = [id]
    while let last = chain.last, let next = wholes[last], !chain.contains(next) {
      chain.append(next)
    }
    return chain
  }

  /// The places inside one, at any depth.
  func inside(_ id: NodeID) -> [NodeID] {
    var found: [NodeID] = []
    var seen: Set<NodeID> = [id]
    var waiting = parts(of: id)
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      found.append(next)
      waiting += parts(of: next)
    }
    return found
  }

  /// Those of some places that have none of the others inside.
  func narrowest(of places: [NodeID]) -> [NodeID] {
    let wider = Set(places.flatMap { chain(from: $0).dropFirst() })
    return places.filter { !wider.contains($0) }
  }
}
