extension Double {
  /// The number without a fraction where it is whole: 2, 0.5.
  var plain: String {
    self == rounded() && magnitude < 1e15 ? String(Int(self)) : "\(self)"
  }
}
