import AssistanceModel
import CoverageAnalysis
import Foundation
import GraphCore
import TestSupport

/// The collection `Graphs/r2p`, read once for every test.
struct R2PRecord: Sendable {
  /// The folder in the package.
  static let folder = Oracles.packageFolder.appending(path: "Graphs/r2p")

  private static let reading = Result { try AssistanceCollection(readingFrom: folder.path) }

  let collection: AssistanceCollection

  /// Reads the collection, or gives the one that was read before.
  init() throws {
    collection = try Self.reading.get()
  }

  var graph: PropertyGraph { collection.graph.graph }
  var facts: [AssistanceFact] { collection.graph.assistance }
  /// The columns of the collection's own question.
  var coreInhibitors: Set<NodeID> { Set(report().columns) }

  /// The coverage of the collection's own question, as far as a test changes it.
  func report(_ change: (inout CoverageQuestion) -> Void = { _ in }) -> CoverageReport {
    var question = CoverageQuestion(collection.metadata.question)
    change(&question)
    return collection.graph.coverage(question)
  }

  /// The nodes of a kind for which a condition holds.
  func nodes(_ kind: NodeKind, where holds: (Node) -> Bool = { _ in true }) -> [Node] {
    graph.nodes(of: kind).filter(holds)
  }

  /// The nodes of a kind and subkind.
  func nodes(_ kind: NodeKind, subkind: String) -> [Node] {
    nodes(kind) { $0[.subkind] == subkind }
  }

  /// The relations of a kind between the given ends.
  func relations(
    _ kind: EdgeKind,
    from: NodeID? = nil,
    to: NodeID? = nil,
    basis: Basis? = nil
  ) -> [Edge] {
    graph.edges(of: kind).filter { edge in
      (from.map { edge.from.id == $0 } ?? true) && (to.map { edge.to.id == $0 } ?? true)
        && (basis.map { edge[.basis] == $0 } ?? true)
    }
  }

  /// Whether an actor's name stands for one actor.
  func isNamed(_ actor: NodeID) -> Bool {
    graph[actor]?[.designation] == .named
  }
}

extension PropertyKey where Value == String {
  static let role = PropertyKey("role")
  static let outcome = PropertyKey("outcome")
  static let officeHolder = PropertyKey("office-holder")
}

extension Node {
  /// Whether one of the node's sources is that section of that document.
  func isStated(in document: String, section: String? = nil) -> Bool {
    sources.contains { source in
      source.document == document && (section.map { source.section == $0 } ?? true)
    }
  }
}

extension CoverageReport {
  /// The cells in which somebody is reported.
  var coveredCells: [CoverageCell] { cells.filter { $0.state.isCovered } }
}
