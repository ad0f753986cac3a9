internal import GraphCore

/// The documents that sources may name, with suggestions for those that they name by mistake.
///
/// The keys are prepared once, and a file of many faults must not take seconds for its hints.
struct DocumentKeys {
  private let keys: Set<String>
  private let order: [String]
  private var index: SpellingIndex?
  /// As for the ids of nodes.
  private var effort = 20_000_000
  private var answers: [String: String?] = [:]

  init(_ keys: [String]) {
    order = keys.sorted { $0.precedesBytewise($1) }
    self.keys = Set(keys)
  }

  func contains(_ key: String) -> Bool { keys.contains(key) }

  /// The key that may have been meant; `nil` if none is near, or if asking has cost too much.
  mutating func nearest(to key: String) -> String? {
    if let answer = answers[key] { return answer }
    guard effort > 0 else { return nil }
    let index = self.index ?? SpellingIndex(order)
    self.index = index
    let answer = index.nearest(to: key, limit: 1, effort: &effort).first
    answers[key] = .some(answer)
    return answer
  }
}
