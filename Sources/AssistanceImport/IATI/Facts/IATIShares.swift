/// The parts of a whole as percentages state them, and what is wrong with them.
struct IATIShares: Hashable {
  /// What is wrong with the percentages of one list.
  enum Fault: String, CaseIterable, Hashable {
    /// There are several entries, and at least one has no percentage.
    case missing = "several entries without percentages"
    /// They add up to less than 99.
    case under = "percentages that add up to less than 100"
    /// They add up to more than 101.
    case over = "percentages that add up to more than 100"
  }

  /// Each entry's part of one; `nil` where it is not known.
  let parts: [Double?]
  /// What is wrong.
  let fault: Fault?

  /// Reads percentages; a single entry without one is the whole.
  ///
  /// Percentages above 100 in sum give no parts; below, they are taken as stated, and the rest is
  /// nobody's.
  ///
  /// - Parameters:
  ///   - percentages: The percentages, as stated.
  ///   - evenly: Whether entries of which none has a percentage share evenly.
  init(_ percentages: [Double?], evenly: Bool) {
    let stated = percentages.compactMap(\.self)
    let sum = stated.reduce(0, +)
    if percentages.count == 1, stated.isEmpty {
      (parts, fault) = ([1], nil)
    } else if stated.isEmpty {
      let part = evenly ? 1 / Double(max(1, percentages.count)) : nil
      (parts, fault) = (percentages.map { _ in part }, percentages.isEmpty ? nil : .missing)
    } else if sum > 101 {
      (parts, fault) = (percentages.map { _ in nil }, .over)
    } else {
      parts = percentages.map { $0.map { $0 / 100 } }
      fault = stated.count < percentages.count ? .missing : sum < 99 ? .under : nil
    }
  }
}
