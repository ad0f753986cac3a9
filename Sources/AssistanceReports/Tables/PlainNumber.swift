extension Double {
  /// The number without a fraction where it is whole: 2, 0.5.
  var plain: String {
    self == rounded() && magnitude < 1e15 ? String(Int(self)) : "\(self)"
  }
}

extension Double {
  /// A share as a percentage without a fraction, but never 0 % or 100 % for what is only near.
  var percent: String {
    let number = (self * 100).rounded()
    if number == 0, self > 0 { return "<1 %" }
    if number == 100, self < 1 { return ">99 %" }
    return "\(Int(number)) %"
  }

  /// The number with one digit behind the point: 2.0, 0.4.
  var tenths: String {
    let tenths = Int((self * 10).rounded())
    return "\(tenths / 10).\(abs(tenths) % 10)"
  }
}
