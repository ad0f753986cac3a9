/// Pieces of a text, each different one once, with numbers in the order in which they were met.
///
/// Pieces are kept as places in the text, so that a text with few repetitions costs twenty bytes
/// for each piece and no copy of it. Hashes are seeded anew in each run, so that nobody can choose
/// pieces that meet in one slot; numbers do not depend on them.
struct DistinctBytes: Sendable {
  /// Where a piece begins, and where it ends with the mark of the kind as the highest bit.
  private var pieces: [SIMD2<UInt32>] = []
  private var hashes: [UInt32] = []
  /// Numbers of pieces counted from 1 by their hashes; zero is free.
  private var slots = [UInt32](repeating: 0, count: 16)

  /// How many different pieces there are.
  var count: Int { pieces.count }

  /// Where the piece with a number was met first.
  subscript(number: Int) -> Range<Int> {
    Int(pieces[number].x)..<Int(pieces[number].y & ~Self.mark)
  }

  /// Whether the piece with a number was marked.
  func isMarked(_ number: Int) -> Bool { pieces[number].y & Self.mark != 0 }

  private static let mark: UInt32 = 1 << 31

  /// The number of a piece; a marked one and one without a mark are two.
  ///
  /// - Parameters:
  ///   - piece: Where it lies, below 2 GiB.
  ///   - bytes: The text.
  ///   - isMarked: Tells two kinds of pieces apart.
  /// - Returns: The number, counted from 0.
  mutating func number(
    of piece: Range<Int>,
    in bytes: Span<UInt8>,
    isMarked: Bool = false
  ) -> Int {
    let hash = Self.hash(piece, bytes)
    let mark = isMarked ? Self.mark : 0
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, pieces[number].y & Self.mark == mark,
        Self.areEqual(self[number], piece, bytes)
      {
        return number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    pieces.append(SIMD2(UInt32(piece.lowerBound), UInt32(piece.upperBound) | mark))
    hashes.append(hash)
    slots[slot] = UInt32(pieces.count)
    if pieces.count * 3 > slots.count * 2 { grow() }
    return pieces.count - 1
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  private static func hash(_ piece: Range<Int>, _ bytes: Span<UInt8>) -> UInt32 {
    var hasher = Hasher()
    var index = piece.lowerBound
    while index + 8 <= piece.upperBound {
      var word: UInt64 = 0
      for offset in 0..<8 { word |= UInt64(bytes[index + offset]) << (8 * UInt64(offset)) }
      hasher.combine(word)
      index += 8
    }
    var rest: UInt64 = UInt64(piece.upperBound - index) + 1
    while index < piece.upperBound {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    hasher.combine(rest)
    return UInt32(truncatingIfNeeded: hasher.finalize())
  }

  private static func areEqual(
    _ left: Range<Int>,
    _ right: Range<Int>,
    _ bytes: Span<UInt8>
  ) -> Bool {
    guard left.count == right.count else { return false }
    for offset in 0..<left.count
    where bytes[left.lowerBound + offset] != bytes[right.lowerBound + offset] { return false }
    return true
  }
}
