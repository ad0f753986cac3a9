internal import GraphCore

/// How values are written in the cells of a collection.
enum CellText {
  /// Several values in a cell: separated by a bar, a bar inside a value as `\|`.
  static func split(_ cell: String) -> [String] {
    guard cell.contains("|") else {
      let value = cell.trimmingSpaces()
      return value.isEmpty ? [] : [value]
    }
    var values: [String] = []
    var value = ""
    var afterBackslash = false
    for character in cell {
      if character == "|", !afterBackslash {
        values.append(value.trimmingSpaces())
        value = ""
      } else {
        if character == "|" { value.removeLast() }
        value.append(character)
      }
      afterBackslash = character == "\\"
    }
    values.append(value.trimmingSpaces())
    return values.filter { !$0.isEmpty }
  }

  static func joined(_ values: [String]) -> String {
    values.map {
      $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
    .joined(separator: " | ")
  }

  static func text(of value: PropertyValue) -> String {
    switch value {
    case .text(let text): text
    case .texts(let texts): joined(texts)
    case .integer(let number): String(number)
    case .decimal(let number): String(number)
    case .flag(let flag): flag ? "yes" : "no"
    case .date(let date): date.description
    }
  }

  /// Reads a cell as a type; `nil` if it is none.
  static func value(_ cell: String, as type: PropertyType) -> PropertyValue? {
    switch type {
    case .text: .text(cell)
    case .texts: .texts(split(cell))
    case .integer: Int(cell).map { .integer($0) }
    case .decimal: Double(cell).flatMap { $0.isFinite ? .decimal($0) : nil }
    case .flag:
      switch cell.lowercased() {
      case "yes", "true", "1": .flag(true)
      case "no", "false", "0": .flag(false)
      default: nil
      }
    case .date: PartialDate(cell).map { .date($0) }
    }
  }
}
