internal import TabularText

/// An amount of money, or of whatever costs are counted in, held exactly.
///
/// A decimal number is no binary one: 0.1 as a `Double` is not a tenth. An amount is a whole number
/// of units, and how many decimal places a unit has.
///
///     try ClosureAmount("12.50") + 3  // 15.5
public struct ClosureAmount: Sendable {
  /// Why a text is no amount.
  public enum Fault: Error, Hashable, Sendable {
    /// It is no decimal number that is not negative.
    case notDecimal(String)
    /// It has more than nine decimal places.
    case tooFine(String)
    /// It is more than can be counted with.
    case tooLarge(String)
  }

  /// The most decimal places that an amount may have.
  public static let mostPlaces = 9
  /// The greatest whole number of units that is read.
  static let mostUnits = 1 << 40

  /// The amount in units.
  public let units: Int
  /// How many decimal places a unit has: 2 for hundredths.
  public let places: Int

  /// Makes an amount of units.
  ///
  /// - Parameters:
  ///   - units: How many units.
  ///   - places: How many decimal places a unit has, from 0 to ``mostPlaces``.
  public init(units: Int, places: Int = 0) {
    precondition((0...Self.mostPlaces).contains(places), "an amount has 0 to 9 decimal places")
    self.units = units
    self.places = places
  }

  /// Reads a decimal number such as `12`, `12.5` or `.5`.
  ///
  /// - Parameter text: Digits with at most one point; blanks around them are passed over.
  /// - Throws: ``Fault`` if it is none, or more or finer than can be counted with.
  public init(_ text: String) throws(Fault) {
    let text = text.trimmed
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      parts.contains(where: { !$0.isEmpty })
    else { throw .notDecimal(text) }
    var fraction = parts.count == 2 ? parts[1] : ""
    while fraction.last == "0" { fraction.removeLast() }
    guard fraction.count <= Self.mostPlaces else { throw .tooFine(text) }
    var units = 0
    for digit in parts[0] + fraction {
      units = units * 10 + (digit.wholeNumberValue ?? 0)
      guard units <= Self.mostUnits else { throw .tooLarge(text) }
    }
    self.init(units: units, places: fraction.count)
  }

  /// Reads a number of the model, such as the weight of a need.
  ///
  /// - Parameter number: A number that is not negative.
  /// - Throws: ``Fault`` if it has more digits than can be counted with.
  public init(_ number: Double) throws(Fault) {
    let text = "\(number)"
    guard number.isFinite, number >= 0 else { throw .notDecimal(text) }
    var factor = 1.0
    for places in 0...Self.mostPlaces {
      let units = (number * factor).rounded()
      guard units <= Double(Self.mostUnits) else { throw .tooLarge(text) }
      if units / factor == number {
        self.init(units: Int(units), places: places)
        return
      }
      factor *= 10
    }
    throw .tooFine(text)
  }

  /// The amount in finer units.
  ///
  /// - Parameter places: How many decimal places the units have, not fewer than ``places``.
  /// - Returns: The units; `nil` if they are more than an integer holds.
  func units(at places: Int) -> Int? {
    var units = units
    for _ in self.places..<max(places, self.places) {
      let (product, overflows) = units.multipliedReportingOverflow(by: 10)
      guard !overflows else { return nil }
      units = product
    }
    return units
  }

  /// The nearest binary number, for a chart or a document.
  public var number: Double {
    var divisor = 1.0
    for _ in 0..<places { divisor *= 10 }
    return Double(units) / divisor
  }
}

extension ClosureAmount: ExpressibleByIntegerLiteral {
  /// Makes a whole amount.
  public init(integerLiteral value: Int) { self.init(units: value) }
}

extension ClosureAmount: Hashable, Comparable {
  /// The same number in the fewest places.
  private var lowest: (units: Int, places: Int) {
    var (units, places) = (units, places)
    while places > 0, units % 10 == 0 { (units, places) = (units / 10, places - 1) }
    return (units, places)
  }

  /// Whether two amounts are the same number, however finely they are written.
  public static func == (left: Self, right: Self) -> Bool { left.lowest == right.lowest }

  /// Feeds the number, which is the same however finely it is written.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(lowest.units)
    hasher.combine(lowest.places)
  }

  /// Whether one amount is less than another.
  public static func < (left: Self, right: Self) -> Bool {
    let places = max(left.places, right.places)
    func units(_ amount: Self) -> Int128 {
      (amount.places..<places).reduce(Int128(amount.units)) { units, _ in units * 10 }
    }
    return units(left) < units(right)
  }

  /// The sum, as finely as the finer of the two.
  public static func + (left: Self, right: Self) -> Self {
    let places = max(left.places, right.places)
    guard let first = left.units(at: places), let second = right.units(at: places) else {
      preconditionFailure("the sum of two amounts is more than an integer holds")
    }
    return ClosureAmount(units: first + second, places: places)
  }
}

extension ClosureAmount: CustomStringConvertible {
  /// The number with as many decimal places as it was written with: `12.50`.
  public var description: String {
    guard places > 0 else { return String(units) }
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return (units < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
  }
}

extension ClosureAmount.Fault: CustomStringConvertible {
  /// What is wrong.
  public var description: String {
    switch self {
    case .notDecimal(let text): "“\(text)” is no amount"
    case .tooFine(let text): "“\(text)” has more than \(ClosureAmount.mostPlaces) decimal places"
    case .tooLarge(let text): "“\(text)” is more than can be counted with exactly"
    }
  }

  /// How to mend it.
  public var hint: String {
    switch self {
    case .notDecimal: "write digits with at most one point, such as 1200 or 12.5"
    case .tooFine: "round it"
    case .tooLarge: "use a larger unit, such as thousands"
    }
  }
}
