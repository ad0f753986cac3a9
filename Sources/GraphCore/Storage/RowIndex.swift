/// The rows that have a value, ascending; a run without holes takes no memory.
struct RowIndex: Sendable {
  private var first: UInt32 = 0
  private(set) var count = 0
  /// Every row, once the run has a hole.
  private var scattered: [UInt32]?

  /// The place of a row among those that have a value.
  func position(of row: UInt32) -> Int? {
    guard scattered == nil else {
      let position = lowerBound(row)
      return position < count && self[position] == row ? position : nil
    }
    guard row >= first, Int(row - first) < count else { return nil }
    return Int(row - first)
  }

  subscript(position: Int) -> UInt32 {
    scattered?[position] ?? first + UInt32(position)
  }

  /// Makes room for a row that has no value yet and gives its place.
  mutating func insert(_ row: UInt32) -> Int {
    if count == 0 { first = row }
    if scattered == nil, Int(row) == Int(first) + count {
      count += 1
      return count - 1
    }
    let position = lowerBound(row)
    if scattered == nil { scattered = (0..<count).map { first + UInt32($0) } }
    scattered?.insert(row, at: position)
    count += 1
    return position
  }

  mutating func remove(at position: Int) {
    if scattered == nil { scattered = (0..<count).map { first + UInt32($0) } }
    scattered?.remove(at: position)
    count -= 1
  }

  private func lowerBound(_ row: UInt32) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
