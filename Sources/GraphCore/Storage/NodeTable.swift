/// The nodes in columns, in the order of adding; a row is a node's place.
package struct NodeTable: Sendable {
  private static let none = UInt32.max

  /// The number of the key's string.
  package var keys: [UInt32] = []
  package var kinds: [UInt16] = []
  package var validities: [UInt32] = []
  package var sources: [UInt32] = []
  package var kindTable = KindTable<NodeKind>()
  /// The row of the node whose key is string *i*.
  private var rowOfString: [UInt32] = []

  package var count: Int { keys.count }

  package func row(ofString number: UInt32) -> UInt32? {
    guard Int(number) < rowOfString.count, rowOfString[Int(number)] != Self.none else {
      return nil
    }
    return rowOfString[Int(number)]
  }

  mutating func append(key: UInt32, kind: NodeKind, validity: UInt32, sources list: UInt32) {
    if Int(key) >= rowOfString.count {
      let missing = max(Int(key) + 1 - rowOfString.count, rowOfString.count / 2)
      rowOfString.append(contentsOf: repeatElement(Self.none, count: missing))
    }
    rowOfString[Int(key)] = UInt32(keys.count)
    keys.append(key)
    kinds.append(kindTable.intern(kind))
    validities.append(validity)
    sources.append(list)
  }

  /// Keeps the rows that are not removed and gives the new number of each old row.
  mutating func compact(removing removed: Set<UInt32>) -> [UInt32?] {
    var newRows = [UInt32?](repeating: nil, count: count)
    var next = 0
    for row in 0..<count {
      guard !removed.contains(UInt32(row)) else {
        rowOfString[Int(keys[row])] = Self.none
        continue
      }
      newRows[row] = UInt32(next)
      rowOfString[Int(keys[row])] = UInt32(next)
      keys[next] = keys[row]
      kinds[next] = kinds[row]
      validities[next] = validities[row]
      sources[next] = sources[row]
      next += 1
    }
    let surplus = count - next
    keys.removeLast(surplus)
    kinds.removeLast(surplus)
    validities.removeLast(surplus)
    sources.removeLast(surplus)
    return newRows
  }
}
