/// The rows that have a value, and the place of each; a run without holes takes no memory.
///
/// Rows that come in ascending order are kept so. Filling or emptying in another order moves
/// what lies behind; once that has cost more than a few passes over all rows, a dictionary takes
/// over and the order is given up.
struct RowIndex: Sendable {
  /// What happened to the places behind a row that was removed.
  enum Removal {
    /// Every later place moved down by one.
    case shifted
    /// The last place moved into the free one.
    case swappedWithLast
  }

  private var first: UInt32 = 0
  private(set) var count = 0
  /// Every row by its place, once the run has a hole.
  private var scattered: [UInt32]?
  /// The place of each row, once rows came in too wild an order.
  private var places: [UInt32: UInt32]?
  /// How many entries were moved to make or close a gap.
  private var moves = 0

  /// The place of a row among those that have a value.
  func position(of row: UInt32) -> Int? {
    if let places { return places[row].map { Int($0) } }
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
    if count == 0 { self = RowIndex(startingAt: row) }
    count += 1
    if scattered == nil, Int(row) == Int(first) + count - 1 { return count - 1 }
    scatter(count - 1)
    if places == nil {
      let position = lowerBound(row, in: count - 1)
      if isCheap(moving: count - 1 - position) {
        scattered?.insert(row, at: position)
        return position
      }
    }
    scattered?.append(row)
    places?[row] = UInt32(count - 1)
    return count - 1
  }

  /// Takes out the row at a place.
  mutating func remove(at position: Int) -> Removal {
    scatter(count)
    count -= 1
    if places == nil, isCheap(moving: count - position) {
      scattered?.remove(at: position)
      return .shifted
    }
    let (removed, last) = (self[position], self[count])
    scattered?.swapAt(position, count)
    scattered?.removeLast()
    places?[last] = UInt32(position)
    places?[removed] = nil
    return .swappedWithLast
  }

  init() {}

  private init(startingAt row: UInt32) {
    first = row
  }

  private mutating func scatter(_ count: Int) {
    if scattered == nil { scattered = (0..<count).map { first + UInt32($0) } }
  }

  /// Whether a move may still be made; if not, the dictionary is made.
  private mutating func isCheap(moving distance: Int) -> Bool {
    moves += distance
    guard moves > 1_000_000 + 8 * count, let scattered else { return true }
    var places: [UInt32: UInt32] = [:]
    places.reserveCapacity(scattered.count)
    for (place, row) in scattered.enumerated() { places[row] = UInt32(place) }
    self.places = places
    return false
  }

  private func lowerBound(_ row: UInt32, in count: Int? = nil) -> Int {
    var (low, high) = (0, count ?? self.count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
