/// Finds e-mail addresses and telephone numbers in texts.
enum ContactText {
  /// What stands where a person's details stood.
  static let replacement = "(contact removed)"

  /// The text without addresses and numbers; `nil` if it holds none.
  static func scrubbed(_ text: String) -> String? {
    var scalars = Array(text.unicodeScalars)
    var found = false
    var index = 0
    var result = String.UnicodeScalarView()
    while index < scalars.count {
      if let end = addressEnd(scalars, index) ?? numberEnd(scalars, index, after: result) {
        result.append(contentsOf: replacement.unicodeScalars)
        index = end
        found = true
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    scalars.removeAll()
    return found ? String(result) : nil
  }

  /// The end of an address that begins here, where a word begins.
  private static func addressEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    guard isWord(scalars[start]), start == 0 || !isWord(scalars[start - 1]) else { return nil }
    var end = start
    var sign: Int?
    while end < scalars.count, isWord(scalars[end]) || scalars[end] == "@" && sign == nil {
      if scalars[end] == "@" { sign = end }
      end += 1
    }
    guard let sign, sign > start else { return nil }
    var last = end
    while last > sign, ".-_".unicodeScalars.contains(scalars[last - 1]) { last -= 1 }
    guard scalars[(sign + 1)..<last].dropFirst().contains(".") else { return nil }
    return last
  }

  /// What may stand in an address beside the sign.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || ".-_+%'".unicodeScalars.contains(scalar)
  }

  /// The end of a telephone number that begins here.
  ///
  /// It has 8 to 15 digits, and begins with a plus sign, with 00, with a single 0, or after a word
  /// for a telephone; so dates, years and codes are none.
  private static func numberEnd(
    _ scalars: [Unicode.Scalar],
    _ start: Int,
    after text: String.UnicodeScalarView
  ) -> Int? {
    let first = scalars[start]
    guard isDigit(first) || first == "+" || first == "(" else { return nil }
    if let last = text.last,
      isDigit(last) || last.properties.isAlphabetic
        || ".-/+".unicodeScalars
          .contains(last)
    {
      return nil
    }
    var end = start
    var last = start
    var digits: [Unicode.Scalar] = []
    while end < scalars.count,
      isDigit(scalars[end])
        || " +()-./\u{A0}".unicodeScalars
          .contains(scalars[end])
    {
      if isDigit(scalars[end]) {
        digits.append(scalars[end])
        last = end + 1
      }
      end += 1
    }
    guard 8...15 ~= digits.count, last == scalars.count || !scalars[last].properties.isAlphabetic
    else { return nil }
    let isCalled = followsCall(text)
    let isLocal = digits[0] == "0" && digits.count >= 9
    guard first == "+" || isCalled || isLocal else { return nil }
    // A decimal fraction is no number to call.
    if isLocal, !isCalled, start + 1 < scalars.count, scalars[start + 1] == "." { return nil }
    return last
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType == .decimal
  }

  /// Whether the last word is one for a telephone.
  private static func followsCall(_ text: String.UnicodeScalarView) -> Bool {
    let words = String(text.suffix(24)).lowercased().split { !$0.isLetter }
    guard let last = words.last else { return false }
    return [
      "tel", "phone", "telephone", "mobile", "cell", "whatsapp", "téléphone", "fax", "hotline",
      "tél", "gsm", "contact", "call", "móvil", "celular", "teléfono", "هاتف",
    ]
    .contains(String(last))
  }
}
