/// One property of one kind: the rows that have it and their values, typed and flat.
struct PropertyColumn: Sendable {
  let type: PropertyType
  private var rows = RowIndex()
  // Only the run of the column's type is in use; apart they are changed in place.
  private var texts: [UInt32] = []
  private var integers: [Int] = []
  private var decimals: [Double] = []
  private var flags: [Bool] = []
  private var dates: [Int32] = []
  /// Start and end of each list in `pieces`.
  private var bounds: [SIMD2<UInt32>] = []
  private var pieces: [UInt32] = []

  init(type: PropertyType) {
    self.type = type
  }

  var count: Int { rows.count }

  func row(at position: Int) -> UInt32 { rows[position] }

  func value(of row: UInt32, in strings: StringPool) -> PropertyValue? {
    guard let position = rows.position(of: row) else { return nil }
    switch type {
    case .text: return .text(strings[texts[position]])
    case .texts:
      let run = pieces[Int(bounds[position].x)..<Int(bounds[position].y)]
      return .texts(run.map { strings[$0] })
    case .integer: return .integer(integers[position])
    case .decimal: return .decimal(decimals[position])
    case .flag: return .flag(flags[position])
    case .date: return PartialDate(packed: dates[position]).map { .date($0) }
    }
  }

  /// The number of the text in the row, for comparing without making strings.
  func textNumber(of row: UInt32) -> UInt32? {
    guard type == .text, let position = rows.position(of: row) else { return nil }
    return texts[position]
  }

  /// Sets a value of the column's own type.
  mutating func set(_ value: PropertyValue, of row: UInt32, in strings: inout StringPool) {
    let known = rows.position(of: row)
    let position = known ?? rows.insert(row)
    let isNew = known == nil
    switch value {
    case .text(let text): Self.place(strings.intern(text), position, isNew, &texts)
    case .integer(let number): Self.place(number, position, isNew, &integers)
    case .decimal(let number): Self.place(number, position, isNew, &decimals)
    case .flag(let flag): Self.place(flag, position, isNew, &flags)
    case .date(let date): Self.place(date.packed, position, isNew, &dates)
    case .texts(let list):
      let start = UInt32(pieces.count)
      for text in list { pieces.append(strings.intern(text)) }
      Self.place(SIMD2(start, UInt32(pieces.count)), position, isNew, &bounds)
    }
  }

  mutating func remove(row: UInt32) {
    guard let position = rows.position(of: row) else { return }
    rows.remove(at: position)
    switch type {
    case .text: texts.remove(at: position)
    case .texts: bounds.remove(at: position)
    case .integer: integers.remove(at: position)
    case .decimal: decimals.remove(at: position)
    case .flag: flags.remove(at: position)
    case .date: dates.remove(at: position)
    }
  }

  private static func place<Element>(
    _ element: Element,
    _ position: Int,
    _ isNew: Bool,
    _ run: inout [Element]
  ) {
    if isNew {
      run.insert(element, at: position)
    } else {
      run[position] = element
    }
  }
}
