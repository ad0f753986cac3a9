internal import GraphCore

/// Suggests ids for unknown ones, each text once, until it has cost too much.
///
/// A file of many faults in a large collection must not take minutes for its hints.
struct NearestID {
  /// A fraction of a second of comparing: hundreds of hints among thousands of nodes.
  private var effort = 20_000_000
  private var known: [String: SpellingIndex] = [:]
  private var answers: [String: String] = [:]

  /// How to mend an id that no node has.
  ///
  /// - Parameters:
  ///   - id: The unknown id.
  ///   - kinds: The kinds of nodes that could be meant; `nil` is any but facts.
  ///   - graph: The nodes.
  /// - Returns: The hint.
  mutating func hint(for id: String, _ kinds: [NodeKind]?, in graph: PropertyGraph) -> String {
    let scope = kinds.map { $0.map(\.rawValue).joined(separator: "|") } ?? ""
    let question = "\(scope)|\(id)"
    if let answer = answers[question] { return answer }
    let fallback = "add it to a table in nodes/"
    guard effort > 0 else { return fallback }
    let index: SpellingIndex
    if let made = known[scope] {
      index = made
    } else {
      index = SpellingIndex(
        graph.nodes.lazy
          .filter { $0.kind != .assistance && kinds?.contains($0.kind) ?? true }
          .map(\.id.rawValue)
      )
      known[scope] = index
    }
    let nearest = index.nearest(to: id, limit: 1, effort: &effort).first
    let answer = nearest.map { "did you mean “\($0)”?" } ?? fallback
    answers[question] = answer
    return answer
  }
}
