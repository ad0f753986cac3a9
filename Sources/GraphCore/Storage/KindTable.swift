/// The kinds in use, each a 16-bit number in the order of first use.
package struct KindTable<Kind: Hashable & Sendable>: Sendable {
  package private(set) var kinds: [Kind] = []
  private var numbers: [Kind: UInt16] = [:]

  package init() {}

  package func number(of kind: Kind) -> UInt16? { numbers[kind] }

  mutating func intern(_ kind: Kind) -> UInt16 {
    if let number = numbers[kind] { return number }
    precondition(kinds.count < Int(UInt16.max), "a graph has at most 65,535 kinds")
    let number = UInt16(kinds.count)
    kinds.append(kind)
    numbers[kind] = number
    return number
  }
}
