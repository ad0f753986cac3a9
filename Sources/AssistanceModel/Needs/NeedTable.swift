internal import Foundation
internal import GraphCore
internal import TabularText

/// What an analyst says is needed, as a table beside a collection.
///
///     case,inhibitor,required,weight,risk-level,note
///     Kenya,inhibitor-6-media,2,5,,the hotline and the press council
///     Burundi,,,,imminent-risk,
///     ,inhibitor-7-transitional-justice,0,,,no crimes to deal with
///
/// The first columns are one or two ends of facts, such as `case` and `inhibitor` or `adm2` and `sector`;
/// their cells hold keys, names or other names, and a blank one stands for every node.
public enum NeedTable {
  /// The name of the table in the folder of a collection.
  public static let fileName = "needs.csv"

  private static let measures = ["required", "weight", "risk-level", "note"]
  /// More providers than any cell could have.
  private static let maximumRequired = 1_000_000
  /// Larger weights could not be added up.
  private static let maximumWeight = 1e9

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The table, as CSV with a heading.
  ///   - file: The file's name, for faults.
  ///   - graph: The graph whose nodes it names.
  /// - Returns: A need for each line, in order.
  /// - Throws: ``CollectionError`` with every fault.
  /// - Complexity: O(*n* + *l*) for *n* names and *l* lines.
  public static func needs(
    reading bytes: [UInt8],
    file: String,
    for graph: AssistanceGraph
  ) throws(CollectionError) -> [CoverageNeed] {
    try needs(reading: bytes, file: file, in: graph.graph, roles: graph.schema.roles)
  }

  /// Reads a table from a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - graph: The graph whose nodes it names.
  /// - Returns: A need for each line, in order.
  /// - Throws: ``CollectionError`` with every fault.
  public static func needs(
    readingFrom path: String,
    for graph: AssistanceGraph
  ) throws(CollectionError) -> [CoverageNeed] {
    let bytes = try FileReading.bytes(at: URL(filePath: path), named: path)
    return try needs(reading: bytes, file: path, for: graph)
  }

  static func needs(
    reading bytes: [UInt8],
    file: String,
    in graph: PropertyGraph,
    roles: [FactRole]
  ) throws(CollectionError) -> [CoverageNeed] {
    let known = roles.flatMap {
      $0.column == $0.kind.rawValue ? [$0.column] : [$0.column, $0.kind.rawValue]
    }
    var table = SideTable(reading: bytes, file: file, known: known + measures)
    let ends = table.headings.compactMap { heading in
      roles.first { heading == $0.column || heading == $0.kind.rawValue }.map { (heading, $0) }
    }
    if let error = table.error { throw error }
    guard (1...2).contains(ends.count), ends.first?.1.kind != ends.last?.1.kind || ends.count == 1
    else {
      let place = Diagnostic.Place(file: file, line: 1)
      throw CollectionError([
        Diagnostic(
          .error,
          at: place,
          ends.isEmpty
            ? "no column names rows or columns" : "needs have a row and a column, no more",
          hint: "begin with a line such as case,inhibitor,required,weight"
        )
      ])
    }
    let names = NameIndex(graph)
    var needs: [CoverageNeed] = []
    var lines: [[CoverageNeed.End]: Diagnostic.Place] = [:]
    for record in table.records() {
      var found: [CoverageNeed.End] = []
      for (heading, role) in ends {
        let isBlank = table.cell(record, heading).isEmpty
        let node =
          isBlank
          ? nil
          : table.node(record, heading, ofKinds: role.nodeKinds, names: names, in: graph)
        if isBlank || node != nil { found.append(CoverageNeed.End(role.kind, node)) }
      }
      let need = CoverageNeed(
        found,
        required: required(record, in: &table),
        weight: weight(record, in: &table),
        riskLevel: risk(record, in: &table),
        note: table.cell(record, "note").nonEmpty
      )
      guard found.count == ends.count else { continue }
      if let first = lines[found] {
        table.addFault(
          record,
          ends[0].0,
          "the needs of the same cells stand here again",
          first.line.map { "they stand first in line \($0)" }
        )
      } else {
        lines[found] = table.place(record, ends[0].0)
      }
      needs.append(need)
    }
    if let error = table.error { throw error }
    return needs
  }

  private static func required(_ record: Int, in table: inout SideTable) -> Int? {
    let text = table.cell(record, "required").lowercased()
    switch text {
    case "": return nil
    case "yes": return 1
    case "no": return 0
    default:
      if let number = Int(text), (0...maximumRequired).contains(number) { return number }
      table.addFault(
        record,
        "required",
        "“\(text.shortened)” is no number of providers",
        "write a whole number from 0 to \(maximumRequired), yes or no"
      )
      return nil
    }
  }

  private static func weight(_ record: Int, in table: inout SideTable) -> Double? {
    let text = table.cell(record, "weight")
    guard !text.isEmpty else { return nil }
    if let number = Double(text), (0...maximumWeight).contains(number) { return number }
    table.addFault(
      record,
      "weight",
      "“\(text.shortened)” is no weight",
      "write a number from 0 to 1000000000, such as 2 or 0.5"
    )
    return nil
  }

  private static func risk(_ record: Int, in table: inout SideTable) -> String? {
    let text = table.cell(record, "risk-level")
    guard !text.isEmpty else { return nil }
    if RiskLevel.gravity(of: text) != nil { return text }
    table.addFault(
      record,
      "risk-level",
      "“\(text.shortened)” is no level of risk",
      "write \(RiskLevel.words.joined(separator: ", ")), or a number"
    )
    return nil
  }

  /// The table that gives the needs back; blank cells where nothing is said.
  ///
  /// Needs about different ends cannot stand in one table: those about other ends than the first
  /// one's are left out.
  static func bytes(_ needs: [CoverageNeed], roles: [FactRole]) -> [UInt8] {
    let ends = needs.first?.ends.map(\.role) ?? []
    var writer = CSVWriter(guardsFormulas: true)
    writer.append(
      ends.map { kind in roles.first { $0.kind == kind }?.column ?? kind.rawValue } + measures
    )
    for need in needs where need.ends.map(\.role) == ends {
      writer.append(
        need.ends.map { $0.node?.rawValue ?? "" } + [
          need.required.map { String($0) } ?? "", need.weight.map { "\($0)" } ?? "",
          need.riskLevel ?? "", need.note ?? "",
        ]
      )
    }
    return writer.bytes
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
