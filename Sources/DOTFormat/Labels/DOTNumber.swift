extension DOTIdentifier {
  /// Makes a number: never with an exponent, which DOT does not have, and without zeros at the end.
  ///
  ///     DOTIdentifier.number(0.52)  // 0.52
  ///     DOTIdentifier.number(1e-7)  // 0
  ///
  /// - Parameters:
  ///   - value: The number, which must be finite; its size is cut to 10¹⁵.
  ///   - digits: How many digits may stand after the point, from 0 to 9.
  /// - Returns: The number as DOT writes it.
  public static func number(_ value: Double, digits: Int = 3) -> DOTIdentifier {
    .text(decimal(value, digits: digits))
  }

  static func decimal(_ value: Double, digits: Int) -> String {
    precondition(value.isFinite, "DOT has no number for \(value)")
    precondition((0...9).contains(digits), "a number in DOT has from 0 to 9 digits after the point")
    let size = min(value.magnitude, 1e15)
    var unit: UInt64 = 1
    for _ in 0..<digits { unit *= 10 }
    // Without `rounded`, which would need the C library's mathematics.
    var whole = UInt64(size)
    var part = UInt64((size - Double(whole)) * Double(unit) + 0.5)
    if part == unit { (whole, part) = (whole + 1, 0) }
    var text = value < 0 && (whole, part) != (0, 0) ? "-\(whole)" : "\(whole)"
    guard part > 0 else { return text }
    let fraction = "\(part)"
    text += "." + String(repeating: "0", count: digits - fraction.utf8.count) + fraction
    while text.utf8.last == UInt8(ascii: "0") { text.removeLast() }
    return text
  }
}
