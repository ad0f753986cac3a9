/// Numbers in the value of an attribute, within a range.
enum LimitedNumbers {
  /// The text with each number that is outside the range as the nearest end of the range.
  ///
  /// - Returns: `nil` if something in it is read as a number but is none that can be drawn: an
  ///   infinity, not a number, or one in hexadecimal digits.
  static func text(_ text: String, within range: ClosedRange<Double>) -> String? {
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    var place = 0
    while place < bytes.count {
      if let end = endOfNumber(bytes, from: place) {
        let written = String(decoding: bytes[place..<end], as: UTF8.self)
        let isHexadecimal = end < bytes.count && bytes[end] | 0x20 == UInt8(ascii: "x")
        if isHexadecimal, ["0", "-0", "+0"].contains(written) { return nil }
        place = end
        if let number = Double(digits: written), !range.contains(number) {
          let nearest = number < range.lowerBound ? range.lowerBound : range.upperBound
          result.append(contentsOf: "\(Int(nearest))".utf8)
          // What follows without a blank would be read as digits of the new number.
          while place < bytes.count, isPart(bytes[place]) { place += 1 }
        } else {
          result.append(contentsOf: written.utf8)
        }
      } else if isLetter(bytes[place]) {
        let start = place
        while place < bytes.count, isLetter(bytes[place]) { place += 1 }
        let word = String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
        if word.hasPrefix("inf") || word.hasPrefix("nan") { return nil }
        result.append(contentsOf: bytes[start..<place])
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Where the number ends that begins here, or `nil` if none does.
  private static func endOfNumber(_ bytes: [UInt8], from start: Int) -> Int? {
    var place = start
    if bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") { place += 1 }
    let digits = place
    var count = 0
    while place < bytes.count, isDigit(bytes[place]) || bytes[place] == UInt8(ascii: ".") {
      count += isDigit(bytes[place]) ? 1 : 0
      if bytes[place] == UInt8(ascii: "."), bytes[digits..<place].contains(UInt8(ascii: ".")) {
        break
      }
      place += 1
    }
    guard count > 0 else { return nil }
    guard place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") else { return place }
    var exponent = place + 1
    if exponent < bytes.count,
      bytes[exponent] == UInt8(ascii: "-") || bytes[exponent] == UInt8(ascii: "+")
    {
      exponent += 1
    }
    guard exponent < bytes.count, isDigit(bytes[exponent]) else { return place }
    while exponent < bytes.count, isDigit(bytes[exponent]) { exponent += 1 }
    return exponent
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether a byte right after a number may be read as part of it.
  private static func isPart(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: ".")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}

extension Double {
  /// A number from digits with an optional sign, point and exponent, as large as they say.
  fileprivate init?(digits: String) {
    let text = digits.hasSuffix(".") ? digits + "0" : digits
    self.init(text)
  }
}
