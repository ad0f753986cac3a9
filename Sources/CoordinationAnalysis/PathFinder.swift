public import AssistanceModel
public import GraphCore
internal import GraphProjection
internal import NetworkAlgorithms

/// Best paths over one scope, for asking many times: what is walked is collected once.
///
///     let finder = PathFinder(graph) { $0.evidence = [.documented] }
///     let toKenya = try finder.paths(to: "case-kenya")
///     toKenya.path(from: "undp")?.cost  // and so on, from everybody else
///
/// Every answer is the first path that ``AssistanceModel/AssistanceGraph/paths(_:)`` gives to the
/// same question. Where no kinds are named, relations that only file or cite are not walked at all:
/// a path of one question may begin and end with them, but they are no way of approach.
public struct PathFinder: Sendable {
  /// What paths may be made of; its ends, its number of paths and the nodes to pass say nothing.
  public let scope: PathQuestion

  private let graph: AssistanceGraph
  private let links: CoordinationLinks
  private let grouped: ProjectedLinks

  /// Collects everything that may be walked.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - change: What paths may be made of, where it is not the usual.
  /// - Complexity: O(*n* + *m*) for *n* nodes and *m* links.
  public init(_ graph: AssistanceGraph, _ change: (inout PathQuestion) -> Void = { _ in }) {
    var scope = PathQuestion(from: "", to: "")
    change(&scope)
    scope.kinds = scope.kinds ?? Set(graph.schema.linkKinds + [.provider])
    (scope.count, scope.through) = (1, [])
    self.scope = scope
    self.graph = graph
    links = CoordinationLinks(graph, scope, ends: [])
    grouped = links.grouped()
  }

  /// Finds the best paths from everywhere to a node, in one search.
  ///
  /// - Parameter target: The node where paths end.
  /// - Returns: The paths, each told when it is asked for.
  /// - Throws: ``PathError`` for an unknown node, or a fact.
  /// - Complexity: O((*n* + *m*) log *n*) for *n* nodes and *m* links.
  public func paths(to target: NodeID) throws(PathError) -> PathsToNode {
    guard let node = graph.graph[target] else { throw .unknownNode(target) }
    guard node.kind != .assistance else { throw .factAsEnd(target) }
    // What ties the target to others is no co-presence, so its own links are other ones.
    let ending = links.ending(at: node.row)
    let row = UInt32(node.row)
    let merged = grouped.replacing(at: row, with: ending.grouped(at: node.row))
    return PathsToNode(target, graph, scope, ending, ending.projected(merged))
  }
}

/// The best path to one node from every other.
public struct PathsToNode: Sendable {
  /// How long a path is.
  public struct Length: Hashable, Sendable {
    /// The sum of its steps' costs, or their number.
    public let cost: Double
    /// How many steps it has.
    public let steps: Int
  }

  /// The node where paths end.
  public let target: NodeID

  private let graph: AssistanceGraph
  private let scope: PathQuestion
  private let links: CoordinationLinks
  private let projected: ProjectedNetwork
  private let paths: PathsToTarget?

  init(
    _ target: NodeID,
    _ graph: AssistanceGraph,
    _ scope: PathQuestion,
    _ links: CoordinationLinks,
    _ projected: ProjectedNetwork
  ) {
    self.target = target
    self.graph = graph
    self.scope = scope
    self.links = links
    self.projected = projected
    paths = projected.vertex(of: target).map { projected.network.paths(to: $0) }
  }

  /// The best path from a node, or `nil` if there is none.
  ///
  /// - Complexity: O(*l*) for a path of *l* steps from an actor that paths may pass; from another
  ///   node, whose own links count otherwise at the end of a path, that of a question of its own.
  public func path(from source: NodeID) -> CoordinationPath? {
    if let found = found(from: source) { return PathTelling(graph, links, projected).path(found) }
    return asked(from: source)
  }

  /// How long the best path from a node is, without telling what it rests on; `nil` without one.
  ///
  /// - Complexity: That of ``path(from:)``.
  public func length(from source: NodeID) -> Length? {
    if let found = found(from: source) {
      return Length(cost: found.cost, steps: found.links.count)
    }
    return asked(from: source).map { Length(cost: $0.cost, steps: $0.steps.count) }
  }

  /// The path from an actor that paths may pass, or from the target.
  private func found(from source: NodeID) -> NetworkPath? {
    guard isShared(source), let vertex = projected.vertex(of: source) else { return nil }
    return paths?.path(from: vertex)
  }

  /// The path from any other node, by a question of its own.
  private func asked(from source: NodeID) -> CoordinationPath? {
    guard !isShared(source) else { return nil }
    var question = scope
    (question.source, question.target) = (source, target)
    return (try? graph.paths(question))?.paths.first
  }

  private func isShared(_ source: NodeID) -> Bool {
    source == target || graph.graph.row(of: source).map { links.isActor($0) } ?? false
  }
}
