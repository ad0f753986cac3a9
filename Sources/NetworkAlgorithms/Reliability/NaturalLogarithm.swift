internal import Foundation

/// The natural logarithm.
func naturalLogarithm(_ number: Double) -> Double { log(number) }

/// How many standard errors around a mean hold a share of the normal distribution.
///
/// - Parameter level: The share, above 0 and below 1.
/// - Returns: 1.96 for 0.95.
package func normalQuantile(within level: Double) -> Double {
  precondition(level > 0 && level < 1, "a level lies between 0 and 1")
  // The share grows with the number of errors, so halving finds it; beyond 40 nothing is left.
  var (low, high) = (0.0, 40.0)
  for _ in 0..<80 {
    let middle = (low + high) / 2
    if erf(middle / 2.0.squareRoot()) < level { low = middle } else { high = middle }
  }
  return (low + high) / 2
}
