/// Source references in columns; each is held once, and a list of them is a 32-bit number.
package struct SourceTable: Sendable {
  private struct Entry: Hashable, Sendable {
    let document: UInt32
    let section: UInt32
    let kind: UInt8
    let first: Int32
    let last: Int32
  }

  private static let none = UInt32.max
  private static let manyBit: UInt32 = 1 << 31

  private var entries: [Entry] = []
  private var numbers: [Entry: UInt32] = [:]
  private var listStarts: [UInt32] = [0]
  private var listed: [UInt32] = []

  package init() {}

  package var count: Int { entries.count }

  /// Stores a list of references: zero is the empty list, a single reference its number plus one.
  package mutating func list(_ references: [SourceReference], in strings: inout StringPool)
    -> UInt32
  {
    guard references.count != 1 else { return number(of: references[0], in: &strings) + 1 }
    guard !references.isEmpty else { return 0 }
    for reference in references { listed.append(number(of: reference, in: &strings)) }
    listStarts.append(UInt32(listed.count))
    return UInt32(listStarts.count - 2) | Self.manyBit
  }

  package func references(_ list: UInt32, in strings: StringPool) -> [SourceReference] {
    if list == 0 { return [] }
    if list & Self.manyBit == 0 { return [reference(list - 1, in: strings)] }
    let index = Int(list & ~Self.manyBit)
    return listed[Int(listStarts[index])..<Int(listStarts[index + 1])]
      .map { reference($0, in: strings) }
  }

  private mutating func number(of reference: SourceReference, in strings: inout StringPool)
    -> UInt32
  {
    var (kind, first, last): (UInt8, Int32, Int32) = (0, 0, 0)
    switch reference.locator {
    case nil: break
    case .lines(let range):
      (kind, first, last) = (1, Int32(range.lowerBound), Int32(range.upperBound))
    case .pages(let range):
      (kind, first, last) = (2, Int32(range.lowerBound), Int32(range.upperBound))
    case .rows(let range):
      (kind, first, last) = (3, Int32(range.lowerBound), Int32(range.upperBound))
    case .anchor(let name):
      (kind, first) = (4, Int32(bitPattern: strings.intern(name)))
    }
    let entry = Entry(
      document: strings.intern(reference.document),
      section: reference.section.map { strings.intern($0) } ?? Self.none,
      kind: kind,
      first: first,
      last: last
    )
    if let number = numbers[entry] { return number }
    let number = UInt32(entries.count)
    entries.append(entry)
    numbers[entry] = number
    return number
  }

  private func reference(_ number: UInt32, in strings: StringPool) -> SourceReference {
    let entry = entries[Int(number)]
    let locator: SourceReference.Locator? =
      switch entry.kind {
      case 1: .lines(Int(entry.first)...Int(entry.last))
      case 2: .pages(Int(entry.first)...Int(entry.last))
      case 3: .rows(Int(entry.first)...Int(entry.last))
      case 4: .anchor(strings[UInt32(bitPattern: entry.first)])
      default: nil
      }
    return SourceReference(
      document: strings[entry.document],
      section: entry.section == Self.none ? nil : strings[entry.section],
      locator: locator
    )
  }
}
