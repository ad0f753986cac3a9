internal import GraphCore
internal import TabularText

/// Writes elements as records: fixed columns, then a column for each property.
struct TableWriter {
  private var csv = CSVWriter(guardsFormulas: true)
  private let columns: [String: Int]

  init(_ fixed: [String], properties: [String], naming: (String) -> String) {
    var columns: [String: Int] = [:]
    for (number, name) in properties.enumerated() { columns[name] = number }
    self.columns = columns
    csv.append(fixed + properties.map(naming))
  }

  mutating func append(
    _ fixed: [String],
    _ validity: Validity,
    _ sources: [SourceReference],
    _ properties: [(name: String, value: PropertyValue)]
  ) {
    let span = [validity.from?.description ?? "", validity.until?.description ?? ""]
    var cells = fixed + span + [sources.plainText]
    let start = cells.count
    cells.append(contentsOf: repeatElement("", count: columns.count))
    for (name, value) in properties {
      if let column = columns[name] { cells[start + column] = value.plainText }
    }
    csv.append(cells)
  }

  /// Hands over what was written, if that is at least so many bytes.
  mutating func handOver<Failure>(
    ifAtLeast size: Int = 0,
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard csv.bytes.count >= size else { return }
    try sink(csv.bytes)
    csv = CSVWriter(guardsFormulas: true)
  }
}
