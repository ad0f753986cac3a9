internal import Dispatch
internal import Synchronization

/// Work that is divided into blocks, so that its sums do not depend on how many threads share it.
///
/// Every block has a sum of its own, and the sums are added in the order of blocks; which thread
/// made which does not matter.
enum OrderedBlocks {
  /// Adds up what each block of items gives.
  ///
  /// - Parameters:
  ///   - count: How many items there are.
  ///   - blocks: How many blocks they make; it decides how numbers round, so it is the same for any
  ///     number of threads.
  ///   - threads: How many threads share the work, 1 or more.
  ///   - length: How many numbers a sum has.
  ///   - work: Adds to the sum what a range of items gives.
  /// - Returns: The sum of all blocks.
  static func sum(
    of count: Int,
    blocks: Int,
    threads: Int,
    length: Int,
    _ work: @Sendable (Range<Int>, inout [Double]) -> Void
  ) -> [Double] {
    let blocks = max(1, min(blocks, count))
    func range(_ block: Int) -> Range<Int> {
      count * block / blocks..<count * (block + 1) / blocks
    }
    guard threads > 1 else {
      var total = [Double](repeating: 0, count: length)
      var own = total
      for block in 0..<blocks {
        for place in own.indices { own[place] = 0 }
        work(range(block), &own)
        for place in total.indices { total[place] += own[place] }
      }
      return total
    }
    let shared = Mutex(Shared(total: [Double](repeating: 0, count: length)))
    DispatchQueue.concurrentPerform(iterations: min(threads, blocks)) { _ in
      while true {
        let block = shared.withLock { shared in
          defer { shared.next += 1 }
          return shared.next
        }
        guard block < blocks else { return }
        var own = [Double](repeating: 0, count: length)
        work(count * block / blocks..<count * (block + 1) / blocks, &own)
        shared.withLock { $0.add(own, of: block) }
      }
    }
    return shared.withLock { $0.total }
  }

  /// What threads share.
  private struct Shared {
    var total: [Double]
    /// The block that is taken next.
    var next = 0
    /// The block that is added next.
    private var due = 0
    /// Sums that are there before their turn.
    private var waiting: [Int: [Double]] = [:]

    init(total: [Double]) {
      self.total = total
    }

    mutating func add(_ sum: [Double], of block: Int) {
      waiting[block] = sum
      while let sum = waiting.removeValue(forKey: due) {
        for place in total.indices { total[place] += sum[place] }
        due += 1
      }
    }
  }
}
