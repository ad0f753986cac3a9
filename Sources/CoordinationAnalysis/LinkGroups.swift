internal import AssistanceModel

/// Links gathered by their ends: those of the same two nodes are one group.
///
/// A group is found by hashing, and a chain leads through its links, so that a graph with millions
/// of links needs no list for each group.
struct LinkGroups {
  /// A relation, or two nodes that a fact ties together.
  struct Link {
    var from: UInt32
    var to: UInt32
    /// The row of the relation, or the number of the fact.
    var origin: UInt32
    /// The places of the fact's roles in the schema; `nil` for a relation.
    var roles: (UInt8, UInt8)?
    var evidence: EvidenceClass
    var isTwoWay: Bool
  }

  struct Group {
    let first: UInt32
    let second: UInt32
    var isTwoWay: Bool
    /// One bit for each class of evidence among the links.
    fileprivate var classes: UInt8 = 0
    fileprivate var firstLink: UInt32
    fileprivate var lastLink: UInt32

    /// The classes of evidence among the links, from the strongest.
    var evidence: [EvidenceClass] {
      EvidenceClass.allCases.filter { classes & 1 << UInt8($0.order) != 0 }
    }
  }

  private static let none = UInt32.max

  private(set) var groups: [Group] = []
  /// The groups in the order of their ends; two-way groups come before others of the same ends.
  private(set) var order: [UInt32] = []

  private let nodeCount: Int
  private let keepsDirection: Bool
  private let keepsParallelLinks: Bool
  private var links: [Link] = []
  /// The next link of the same group.
  private var next: [UInt32] = []
  /// A group's ends, kept beside its number so that most look-ups touch one line of memory.
  private struct Slot {
    var first: UInt32 = 0
    var second: UInt32 = 0
    /// The group's number plus one; zero is free.
    var number: UInt32 = 0
  }

  /// Open addressing with linear probing.
  private var slots: [Slot]

  init(nodeCount: Int, keepsDirection: Bool, keepsParallelLinks: Bool) {
    self.nodeCount = nodeCount
    self.keepsDirection = keepsDirection
    self.keepsParallelLinks = keepsParallelLinks
    slots = Array(repeating: Slot(), count: 1024)
  }

  /// Makes room for links that are about to be added.
  mutating func reserve(_ count: Int) {
    links.reserveCapacity(links.count + count)
    next.reserveCapacity(next.count + count)
  }

  mutating func add(_ link: Link) {
    let isOneWay = keepsDirection && !link.isTwoWay
    let isTurned = !isOneWay && link.from > link.to
    let (first, second) = isTurned ? (link.to, link.from) : (link.from, link.to)
    let number = UInt32(links.count)
    links.append(link)
    next.append(Self.none)
    if !keepsParallelLinks {
      let slot = slot(first, second, isTwoWay: link.isTwoWay)
      if slots[slot].number != 0 {
        let group = Int(slots[slot].number - 1)
        next[Int(groups[group].lastLink)] = number
        groups[group].lastLink = number
        groups[group].classes |= 1 << UInt8(link.evidence.order)
        if link.isTwoWay { groups[group].isTwoWay = true }
        return
      }
      slots[slot] = Slot(first: first, second: second, number: UInt32(groups.count) + 1)
    }
    groups.append(
      Group(
        first: first,
        second: second,
        isTwoWay: link.isTwoWay,
        classes: 1 << UInt8(link.evidence.order),
        firstLink: number,
        lastLink: number
      )
    )
    if !keepsParallelLinks, groups.count * 2 > slots.count { grow() }
  }

  /// Puts the groups in order; parallel links that are kept apart stay as they were added.
  mutating func sort() {
    order = Array(0..<UInt32(groups.count))
    guard !keepsParallelLinks else { return }
    if keepsDirection { sort(keyCount: 2) { $0.isTwoWay ? 0 : 1 } }
    sort(keyCount: nodeCount) { Int($0.second) }
    sort(keyCount: nodeCount) { Int($0.first) }
  }

  /// The links of a group: two-way ones first, then from the strongest class, then as added.
  func links(of group: Group) -> [Link] {
    var chain: [Link] = []
    var link = group.firstLink
    while link != Self.none {
      chain.append(links[Int(link)])
      link = next[Int(link)]
    }
    // The sort is stable.
    return chain.sorted { left, right in
      if left.isTwoWay != right.isTwoWay { return left.isTwoWay }
      return left.evidence.order < right.evidence.order
    }
  }

  // MARK: Finding

  private func slot(_ first: UInt32, _ second: UInt32, isTwoWay: Bool) -> Int {
    let mask = slots.count - 1
    let key = UInt64(first) << 32 | UInt64(second)
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[slot].number != 0 {
      let found = slots[slot]
      if found.first == first, found.second == second,
        !keepsDirection || groups[Int(found.number - 1)].isTwoWay == isTwoWay
      {
        break
      }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: Slot(), count: slots.count * 4)
    for (number, group) in groups.enumerated() {
      let free = slot(group.first, group.second, isTwoWay: group.isTwoWay)
      slots[free] = Slot(first: group.first, second: group.second, number: UInt32(number) + 1)
    }
  }

  /// Sorts by one key with a counting sort, which keeps the order of equals.
  private mutating func sort(keyCount: Int, by key: (Group) -> Int) {
    var starts = [UInt32](repeating: 0, count: keyCount + 1)
    for group in groups { starts[key(group) + 1] += 1 }
    for place in 0..<keyCount { starts[place + 1] += starts[place] }
    var sorted = [UInt32](repeating: 0, count: order.count)
    for number in order {
      let place = key(groups[Int(number)])
      sorted[Int(starts[place])] = number
      starts[place] += 1
    }
    order = sorted
  }
}
