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
    case .texts(let list): set(list, at: position, isNew, in: &strings)
    }
  }

  private mutating func set(
    _ list: [String],
    at position: Int,
    _ isNew: Bool,
    in strings: inout StringPool
  ) {
    // A list that is no longer than the one it replaces takes its place.
    if !isNew, list.count <= Int(bounds[position].y - bounds[position].x) {
      let start = Int(bounds[position].x)
      for (offset, text) in list.enumerated() { pieces[start + offset] = strings.intern(text) }
      bounds[position].y = UInt32(start + list.count)
      return
    }
    let start = UInt32(pieces.count)
    for text in list { pieces.append(strings.intern(text)) }
    Self.place(SIMD2(start, UInt32(pieces.count)), position, isNew, &bounds)
  }

  mutating func remove(row: UInt32) {
    guard let position = rows.position(of: row) else { return }
    let removal = rows.remove(at: position)
    switch type {
    case .text: Self.remove(position, removal, &texts)
    case .texts: Self.remove(position, removal, &bounds)
    case .integer: Self.remove(position, removal, &integers)
    case .decimal: Self.remove(position, removal, &decimals)
    case .flag: Self.remove(position, removal, &flags)
    case .date: Self.remove(position, removal, &dates)
    }
  }

  /// The column with rows under new numbers, without those that have none.
  func renumbered(_ newRows: [UInt32?]) -> PropertyColumn {
    var kept = PropertyColumn(type: type)
    let order = (0..<count)
      .compactMap { position in
        newRows[Int(rows[position])].map { (row: $0, position: position) }
      }
      .sorted { $0.row < $1.row }
    for (row, position) in order {
      _ = kept.rows.insert(row)
      switch type {
      case .text: kept.texts.append(texts[position])
      case .integer: kept.integers.append(integers[position])
      case .decimal: kept.decimals.append(decimals[position])
      case .flag: kept.flags.append(flags[position])
      case .date: kept.dates.append(dates[position])
      case .texts:
        let start = UInt32(kept.pieces.count)
        kept.pieces += pieces[Int(bounds[position].x)..<Int(bounds[position].y)]
        kept.bounds.append(SIMD2(start, UInt32(kept.pieces.count)))
      }
    }
    return kept
  }

  private static func remove<Element>(
    _ position: Int,
    _ removal: RowIndex.Removal,
    _ run: inout [Element]
  ) {
    switch removal {
    case .shifted: run.remove(at: position)
    case .swappedWithLast:
      run.swapAt(position, run.count - 1)
      run.removeLast()
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
