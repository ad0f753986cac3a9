/// The spans of time in use, each held once; number zero is always.
package struct ValidityTable: Sendable {
  package private(set) var spans: [Validity] = [.always]
  private var numbers: [Validity: UInt32] = [.always: 0]

  package init() {}

  mutating func intern(_ span: Validity) -> UInt32 {
    if let number = numbers[span] { return number }
    let number = UInt32(spans.count)
    spans.append(span)
    numbers[span] = number
    return number
  }
}
