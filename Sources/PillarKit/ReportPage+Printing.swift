public import AssistanceReports

/// Prints a page in the width of a report.
///
///     print(report.page(collection: "Responsibility to protect"))
///
/// - Parameters:
///   - page: The page.
///   - width: The width to keep, in columns; `nil` breaks no line.
/// - Complexity: O(*l*) for *l* characters.
public func print(_ page: ReportPage, width: Int? = 100) {
  Swift.print(page.plain(width: width), terminator: "")
}

/// Prints a table in the width of a report.
///
///     print(report.matrix)
///
/// - Parameters:
///   - table: The table.
///   - width: The width to keep, in columns; `nil` breaks no cell.
/// - Complexity: O(*l*) for *l* characters.
public func print(_ table: ReportTable, width: Int? = 100) {
  Swift.print(table.plain(width: width), terminator: "")
}
