import CoverageAnalysis
import GraphCore

/// An answer as the questions file writes it: a number, or a sorted list without repetitions.
enum R2PAnswer: Hashable, Sendable {
  case number(Int)
  case list([String])

  /// The list of some texts, each once and in order.
  static func texts(_ texts: some Sequence<String>) -> R2PAnswer {
    .list(Set(texts).sorted())
  }

  /// The list of some nodes.
  static func ids(_ ids: some Sequence<NodeID>) -> R2PAnswer {
    texts(ids.map(\.rawValue))
  }

  /// The list of some nodes.
  static func nodes(_ nodes: some Sequence<Node>) -> R2PAnswer {
    ids(nodes.map(\.id))
  }

  /// The nodes where relations begin.
  static func beginnings(_ relations: some Sequence<Edge>) -> R2PAnswer {
    ids(relations.map(\.from.id))
  }

  /// The nodes where relations end.
  static func ends(_ relations: some Sequence<Edge>) -> R2PAnswer {
    ids(relations.map(\.to.id))
  }

  /// Both ends of each relation, written `from -> to`.
  static func pairs(_ relations: some Sequence<Edge>) -> R2PAnswer {
    texts(relations.map { "\($0.from.id) -> \($0.to.id)" })
  }

  /// Each cell, written `row -> column`.
  static func cells(_ cells: some Sequence<CoverageCell>) -> R2PAnswer {
    texts(cells.map { "\($0.row) -> \($0.column)" })
  }
}

extension R2PAnswer: Decodable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .list(try container.decode([String].self))
    }
  }
}
