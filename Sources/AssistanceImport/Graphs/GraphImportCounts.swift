internal import AssistanceModel
internal import GraphCore

/// What is counted while a graph becomes a collection.
struct GraphImportCounts {
  /// Places beyond this many are counted only.
  static let placeLimit = 50

  var nodeKinds: [NodeKind: Int] = [:]
  var linkKinds: [EdgeKind: Int] = [:]
  /// Links that are ends of facts.
  var endCount = 0
  /// Links that say what another one says.
  var mergedLinks = 0
  /// Links of a node with itself.
  var loops = 0
  /// Links of which nothing says what they are.
  var unexplainedLinks = 0
  /// Nodes that only links name.
  var impliedCount = 0
  /// Keys that a collection cannot have.
  var changedIDs = 0
  /// Words that name nobody.
  var standIns: [String: Int] = [:]
  var doubts: [Diagnostic] = []
  var refusals: [Diagnostic] = []
}
