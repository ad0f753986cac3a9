/// The edges in columns, in the order of adding; a row is an edge's place.
package struct EdgeTable: Sendable {
  package var from: [UInt32] = []
  package var to: [UInt32] = []
  package var kinds: [UInt16] = []
  package var validities: [UInt32] = []
  package var sources: [UInt32] = []
  package var kindTable = KindTable<EdgeKind>()
  /// The number of each edge, ascending; `nil` while it equals the row.
  private var numbers: [UInt32]?
  private var nextNumber: UInt32 = 0

  package var count: Int { from.count }

  package func id(of row: Int) -> EdgeID {
    EdgeID(rawValue: numbers?[row] ?? UInt32(row))
  }

  package func row(of id: EdgeID) -> Int? {
    guard let numbers else {
      return Int(id.rawValue) < count ? Int(id.rawValue) : nil
    }
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < id.rawValue { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == id.rawValue ? low : nil
  }

  mutating func append(
    from source: UInt32,
    _ kind: EdgeKind,
    to target: UInt32,
    validity: UInt32,
    sources list: UInt32
  ) -> EdgeID {
    from.append(source)
    to.append(target)
    kinds.append(kindTable.intern(kind))
    validities.append(validity)
    sources.append(list)
    numbers?.append(nextNumber)
    nextNumber += 1
    return EdgeID(rawValue: nextNumber - 1)
  }

  /// Drops edges and renumbers ends after nodes were dropped; edges without an end go too.
  mutating func compact(removing removed: Set<UInt32>, nodeRows: [UInt32?]?) -> [UInt32?] {
    var newRows = [UInt32?](repeating: nil, count: count)
    var kept = numbers ?? Array(0..<UInt32(count))
    var next = 0
    for row in 0..<count where !removed.contains(UInt32(row)) {
      var (source, target) = (from[row], to[row])
      if let nodeRows {
        guard let newSource = nodeRows[Int(source)], let newTarget = nodeRows[Int(target)]
        else { continue }
        (source, target) = (newSource, newTarget)
      }
      newRows[row] = UInt32(next)
      kept[next] = kept[row]
      from[next] = source
      to[next] = target
      kinds[next] = kinds[row]
      validities[next] = validities[row]
      sources[next] = sources[row]
      next += 1
    }
    let surplus = count - next
    kept.removeLast(surplus)
    numbers = kept
    from.removeLast(surplus)
    to.removeLast(surplus)
    kinds.removeLast(surplus)
    validities.removeLast(surplus)
    sources.removeLast(surplus)
    return newRows
  }
}
