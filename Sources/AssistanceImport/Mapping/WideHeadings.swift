internal import AssistanceModel
internal import GraphCore

/// A purpose code with its name, such as `15110 - Public sector policy`.
struct PurposeText {
  /// Three or five digits; empty if the text begins with no code.
  let code: String
  let name: String

  init(_ text: String) {
    let digits = text.unicodeScalars.prefix { ("0"..."9").contains($0) }
    let rest = text.unicodeScalars.dropFirst(digits.count)
    let isCode = digits.count == 3 || digits.count == 5
    guard isCode, rest.first.map({ !$0.properties.isAlphabetic && $0 != "." }) ?? true else {
      code = ""
      name = text
      return
    }
    code = String(String.UnicodeScalarView(digits))
    let isSign: (Unicode.Scalar) -> Bool = { !$0.properties.isAlphabetic && $0 != "(" }
    name = String(String.UnicodeScalarView(rest.drop(while: isSign)))
  }

  init(_ code: String, _ name: String) {
    self.code = code
    self.name = name
  }
}

/// The columns of a matrix whose cells are facts, and those that are left out.
struct WideHeadings {
  struct Cell {
    let column: Int
    let code: String
    let name: String
    let node: DraftNode
  }

  private(set) var cells: [Cell] = []
  private(set) var reasons: [Int: String] = [:]
  private(set) var notes: [String] = []
  private let leftOutRows: Set<FoldedName>
  private let rowColumns: [Int]

  init(_ wide: WideTable, _ table: MappedTable) {
    let used = Set(wide.fact.values.compactMap { $0.column.flatMap { table.numbers[$0] } })
    rowColumns = wide.fact.ends.flatMap(\.node.values)
      .compactMap { $0.column.flatMap { table.numbers[$0] } }.sorted()
    leftOutRows = Set(wide.leftOutRows.map { FoldedName($0) })
    let leftOut = Set(wide.leftOutColumns.map { FoldedName($0) })
    let codeRow = wide.codeRow.flatMap { wanted in
      table.rows.numbers().firstIndex(of: wanted)
    }
    for column in 0..<table.layout.width where !used.contains(column) {
      let heading = table.layout.headingRow.map { table.rows.text($0, column) } ?? ""
      let code = codeRow.map { table.rows.text($0, column) } ?? ""
      if let reason = Self.reason(heading, code, wide, leftOut) {
        reasons[column] = reason
        continue
      }
      cells.append(Self.cell(column, heading, code, wide))
    }
    let totals = reasons.filter { $0.value == Self.totalReason }.count
    if totals > 0 { notes.append(CountedWords.told(totals, "columns of totals were left out")) }
    describe(wide)
  }

  private static let totalReason = "it holds totals"

  private static func reason(
    _ heading: String,
    _ code: String,
    _ wide: WideTable,
    _ leftOut: Set<FoldedName>
  ) -> String? {
    let name = FoldedName(heading)
    if leftOut.contains(name) || (!code.isEmpty && leftOut.contains(FoldedName(code))) {
      return "the mapping leaves it out"
    }
    if isTotal(heading) { return totalReason }
    switch wide.headings {
    case .purposes:
      let hasCode = !PurposeText(code.isEmpty ? heading : code).code.isEmpty
      return hasCode ? nil : "its heading begins with no purpose code"
    case .names:
      return name.isEmpty ? "it has no heading" : nil
    }
  }

  private static func cell(_ column: Int, _ heading: String, _ code: String, _ wide: WideTable)
    -> Cell
  {
    switch wide.headings {
    case .purposes:
      let purpose =
        code.isEmpty ? PurposeText(heading) : PurposeText(PurposeText(code).code, heading)
      let node = DraftNode(.sector, key: purpose.code, name: purpose.name)
      return Cell(column: column, code: purpose.code, name: purpose.name, node: node)
    case .names(_, let kind):
      var node = DraftNode(kind, name: heading)
      if let scheme = wide.scheme, !code.isEmpty {
        node.identifiers = ["\(scheme):\(code)"]
      } else {
        node.key = code
      }
      return Cell(column: column, code: code, name: heading, node: node)
    }
  }

  private mutating func describe(_ wide: WideTable) {
    guard wide.headings == .purposes else {
      notes.append("\(cells.count) headings are names")
      return
    }
    let unknown = cells.filter { Concordance.dac.entries(for: $0.code).isEmpty }
    let categories = cells.count { $0.code.utf8.count == 3 }
    notes.append(
      "\(cells.count) headings are purpose codes"
        + (categories > 0 ? ", \(categories) of them categories, each counted by itself" : "")
    )
    if !unknown.isEmpty {
      let codes = unknown.prefix(8).map(\.code).joined(separator: ", ")
      notes.append("\(unknown.count) of the codes are not known and show no inhibitor: \(codes)")
    }
  }

  /// Whether a heading, or the name of a row, says that it holds sums.
  static func isTotal(_ text: String) -> Bool {
    let words = FoldedName(text).words
    guard let first = words.first, let last = words.last else { return false }
    let sums: Set<Substring> = ["total", "totals", "totaux", "totales", "subtotal", "sum", "blank"]
    return sums.contains(first) && words.count <= 3 || sums.contains(last) && words.count <= 4
  }

  /// Whether a row is a sum, or one that the mapping leaves out.
  func leavesOut(_ row: Int, _ table: MappedTable) -> Bool {
    rowColumns.contains { column in
      let text = table.rows.text(row, column)
      return Self.isTotal(text) || leftOutRows.contains(FoldedName(text))
    }
  }
}

extension CoreInhibitor {
  /// Reads an inhibitor: its key, its name, or its number such as `3` or `I3`.
  init?(word: String) {
    let folded = FoldedName(word)
    let found = Self.allCases.enumerated().first { place, inhibitor in
      ["\(place + 1)", "i\(place + 1)", "inhibitor \(place + 1)"].contains(folded.text)
        || folded == FoldedName(inhibitor.rawValue) || folded == FoldedName(inhibitor.name)
    }
    guard let found else { return nil }
    self = found.element
  }
}
