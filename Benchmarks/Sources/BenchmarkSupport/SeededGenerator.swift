/// Random numbers that are the same for the same seed: SplitMix64, Sebastiano Vigna's algorithm.
package struct SeededGenerator: RandomNumberGenerator {
  @usableFromInline
  package var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  @inlinable
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, but not including, 1.
  @inlinable
  package mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number below a bound.
  @inlinable
  package mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Whether something of a given chance happens.
  package mutating func happens(_ chance: Double) -> Bool { fraction() < chance }

  /// One of the values; the chance of each is its share of the sum.
  package mutating func one<Value>(of values: [(Value, share: Int)]) -> Value {
    var rest = below(values.reduce(0) { $0 + $1.share })
    for (value, share) in values {
      if rest < share { return value }
      rest -= share
    }
    return values[0].0
  }
}

/// Draws numbers whose chances fall with their rank; which number has which rank is shuffled.
///
/// Only additions, divisions and square roots are used, which are exact everywhere.
package struct RankedDraw {
  private var sums: [Double] = []
  private let order: [Int]

  /// Chances fall with the rank if the draw is steep (Zipf), else with its square root.
  package init(_ count: Int, isSteep: Bool, using random: inout SeededGenerator) {
    order = Array(0..<count).shuffled(using: &random)
    var sum = 0.0
    for rank in 1...count {
      sum += 1 / (isSteep ? Double(rank) : Double(rank).squareRoot())
      sums.append(sum)
    }
  }

  package func next(using random: inout SeededGenerator) -> Int {
    let wanted = random.fraction() * (sums.last ?? 0)
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] <= wanted { low = middle + 1 } else { high = middle }
    }
    return order[low]
  }
}
