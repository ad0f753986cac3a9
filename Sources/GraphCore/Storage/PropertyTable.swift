/// The properties of all nodes, or of all edges: a column for each kind and name.
package struct PropertyTable: Sendable {
  private struct Key: Hashable, Sendable {
    let kind: UInt16
    let name: UInt16
  }

  /// Names in the order of first use.
  package private(set) var names: [String] = []
  private var nameNumbers: [String: UInt16] = [:]
  private var columnNumbers: [Key: Int] = [:]
  private var columns: [PropertyColumn] = []

  package init() {}

  package func value(_ name: String, of row: UInt32, kind: UInt16, in strings: StringPool)
    -> PropertyValue?
  {
    column(name, kind: kind)?.value(of: row, in: strings)
  }

  /// The names and values of one row, in the order in which the names were first used.
  package func values(of row: UInt32, kind: UInt16, in strings: StringPool)
    -> [(name: String, value: PropertyValue)]
  {
    names.compactMap { name in
      value(name, of: row, kind: kind, in: strings).map { (name, $0) }
    }
  }

  /// The type of the values under a name, or `nil` if no element of the kind has one.
  package func type(of name: String, kind: UInt16) -> PropertyType? {
    guard let column = column(name, kind: kind), column.count > 0 else { return nil }
    return column.type
  }

  /// The number of the text that each row has under a name; `nil` where it has none.
  package func textNumbers(_ name: String, of rows: [UInt32], kind: UInt16) -> [UInt32?] {
    guard let column = column(name, kind: kind) else {
      return Array(repeating: nil, count: rows.count)
    }
    return rows.map { column.textNumber(of: $0) }
  }

  func column(_ name: String, kind: UInt16) -> PropertyColumn? {
    guard let number = nameNumbers[name], let index = columnNumbers[Key(kind: kind, name: number)]
    else { return nil }
    return columns[index]
  }

  /// Sets or removes a value; a value of another type than the column's is refused.
  mutating func set(
    _ value: PropertyValue?,
    _ name: String,
    of row: UInt32,
    kind: UInt16,
    in strings: inout StringPool
  ) throws(GraphError) {
    guard let value else {
      if let number = nameNumbers[name], let index = columnNumbers[Key(kind: kind, name: number)] {
        columns[index].remove(row: row)
      }
      return
    }
    let key = Key(kind: kind, name: number(of: name))
    let index: Int
    if let known = columnNumbers[key] {
      index = known
    } else {
      index = columns.count
      columns.append(PropertyColumn(type: value.type))
      columnNumbers[key] = index
    }
    // A column that lost its last value may hold another type.
    if columns[index].count == 0 { columns[index] = PropertyColumn(type: value.type) }
    guard columns[index].type == value.type else {
      throw .propertyType(name: name, expected: columns[index].type, found: value.type)
    }
    columns[index].set(value, of: row, in: &strings)
  }

  /// Keeps the rows that have a new number, under that number; numbers keep their order.
  func renumbered(_ newRows: [UInt32?]) -> PropertyTable {
    var result = self
    for index in columns.indices { result.columns[index] = columns[index].renumbered(newRows) }
    return result
  }

  private mutating func number(of name: String) -> UInt16 {
    if let number = nameNumbers[name] { return number }
    precondition(names.count < Int(UInt16.max), "a graph has at most 65,535 names of properties")
    let number = UInt16(names.count)
    names.append(name)
    nameNumbers[name] = number
    return number
  }
}
