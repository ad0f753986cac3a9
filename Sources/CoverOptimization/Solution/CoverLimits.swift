/// When a search stops before it has proved its answer.
///
/// A limit in nodes gives the same answer on every run. A limit in seconds does not, once it hits;
/// a search that ends before it gives the same answer as one without limits.
public struct CoverLimits: Sendable, Hashable {
  /// How many nodes may be looked at; `nil` is any number.
  public let nodes: Int?
  /// How many seconds of processor time the thread may use; `nil` is any number.
  public let processorSeconds: Double?

  /// Describes limits.
  ///
  /// - Parameters:
  ///   - nodes: How many nodes of the search tree may be looked at, the root among them.
  ///   - processorSeconds: How many seconds of processor time may be used.
  public init(nodes: Int? = nil, processorSeconds: Double? = nil) {
    self.nodes = nodes
    self.processorSeconds = processorSeconds
  }
}

/// How far a search has come.
public struct CoverProgress: Sendable, Hashable {
  /// The objective of the best plan so far, if there is one.
  public let best: Int?
  /// What no plan can better, as far as is proved.
  public let bound: Int
  /// How many nodes were looked at.
  public let nodes: Int
}
