internal import GraphCore

/// Finds which facts of two collections are one, as a multiset: of three equal facts of which two
/// are left, one is removed.
///
/// By what they say and cite; then by what they say; then by their ends; then by their ends under
/// probable renamings; then, if keys are stable, by their keys, if half of the ends are the same.
/// Keys are stable if nine of ten facts that say the same on both sides, and that nothing else
/// there does, have kept theirs.
struct FactMatching {
  /// A fact of the first side and one of the second.
  struct Pair {
    let before: Int
    let after: Int
    let isRenaming: Bool
  }

  private(set) var pairs: [Pair] = []
  private let before: [FactContent]
  private let after: [FactContent]
  private var isOpen: (before: [Bool], after: [Bool])

  init(_ before: [FactContent], _ after: [FactContent], united: [Int: Int]) {
    self.before = before
    self.after = after
    isOpen = (
      Array(repeating: true, count: before.count), Array(repeating: true, count: after.count)
    )
    struct Said: Hashable {
      let ends: [FactContent.End]
      let said: String
      let sources: [String]
    }
    match { Said(ends: $0.ends, said: $0.said, sources: $0.sources) }
    match { Said(ends: $0.ends, said: $0.said, sources: []) }
    match(\.ends)
    if !united.isEmpty { match(isRenaming: true) { $0.ends(united) } }
    if areKeysStable { matchKeys() }
  }

  /// The facts of each side that have no partner.
  var single: (before: [Int], after: [Int]) {
    (before.indices.filter { isOpen.before[$0] }, after.indices.filter { isOpen.after[$0] })
  }

  private mutating func take(_ one: Int, _ other: Int, isRenaming: Bool) {
    isOpen.before[one] = false
    isOpen.after[other] = false
    pairs.append(Pair(before: one, after: other, isRenaming: isRenaming))
  }

  /// Joins open facts with one key: those with one id first, then those that say the same, then in
  /// the order of what they say.
  private mutating func match<Key: Hashable>(
    isRenaming: Bool = false,
    _ key: (FactContent) -> Key
  ) {
    var groups: [Key: (before: [Int], after: [Int])] = [:]
    for fact in after.indices where isOpen.after[fact] {
      groups[key(after[fact]), default: ([], [])].after.append(fact)
    }
    var order: [Key] = []
    for fact in before.indices where isOpen.before[fact] {
      let own = key(before[fact])
      guard let group = groups[own] else { continue }
      if group.before.isEmpty { order.append(own) }
      groups[own]?.before.append(fact)
    }
    for key in order {
      guard let group = groups[key] else { continue }
      var (left, right) = (group.before, group.after)
      join(&left, &right, isRenaming) { $0.id.rawValue }
      join(&left, &right, isRenaming) { $0.said }
      func sort(_ facts: [Int], _ side: [FactContent]) -> [Int] {
        facts.sorted { (side[$0].said, side[$0].id) < (side[$1].said, side[$1].id) }
      }
      for (one, other) in zip(sort(left, before), sort(right, after)) {
        take(one, other, isRenaming: isRenaming)
      }
    }
  }

  /// Joins facts of two lists that have the same text, and takes them out of the lists.
  private mutating func join(
    _ left: inout [Int],
    _ right: inout [Int],
    _ isRenaming: Bool,
    _ text: (FactContent) -> String
  ) {
    guard !left.isEmpty, !right.isEmpty else { return }
    var waiting: [String: [Int]] = [:]
    for fact in right.reversed() { waiting[text(after[fact]), default: []].append(fact) }
    left = left.filter { fact in
      guard let partner = waiting[text(before[fact])]?.popLast() else { return true }
      take(fact, partner, isRenaming: isRenaming)
      return false
    }
    right = right.filter { isOpen.after[$0] }
  }

  /// Whether facts that say the same keep their keys.
  private var areKeysStable: Bool {
    struct Told: Hashable {
      let ends: [FactContent.End]
      let said: String
    }
    func counts(_ facts: [FactContent]) -> [Told: Int] {
      facts.reduce(into: [:]) { $0[Told(ends: $1.ends, said: $1.said), default: 0] += 1 }
    }
    let (left, right) = (counts(before), counts(after))
    var (kept, all) = (0, 0)
    for pair in pairs {
      let (one, other) = (before[pair.before], after[pair.after])
      let told = Told(ends: one.ends, said: one.said)
      guard other.said == one.said, other.ends == one.ends, left[told] == 1, right[told] == 1 else {
        continue
      }
      all += 1
      if one.id == other.id { kept += 1 }
    }
    return kept * 10 >= all * 9
  }

  private mutating func matchKeys() {
    var places: [NodeID: Int] = [:]
    for fact in after.indices where isOpen.after[fact] { places[after[fact].id] = fact }
    for fact in before.indices where isOpen.before[fact] {
      guard let partner = places[before[fact].id] else { continue }
      let common = before[fact].shared(after[partner])
      guard common.of > 0, common.shared * 2 >= common.of else { continue }
      take(fact, partner, isRenaming: false)
    }
  }
}
