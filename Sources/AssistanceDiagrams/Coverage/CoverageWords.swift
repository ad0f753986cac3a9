internal import AssistanceModel
internal import CoverageAnalysis
internal import GraphCore

/// Says in sentences what a coverage diagram shows.
struct CoverageWords {
  let report: CoverageReport

  var graph: AssistanceGraph { report.graph }

  /// What a row is called, such as “case”.
  var rowWord: String { report.question.rows.rawValue.visible }
  /// What a column is called, such as “inhibitor”.
  var columnWord: String { report.question.columns.rawValue.visible }

  /// What is drawn, in a few words.
  var title: String {
    let rows =
      report.rows.count == 1
      ? rowName(0) : "\(report.rows.count) \(rowPlural)"
    let columns =
      report.columns.count == 1
      ? columnName(0) : "\(report.columns.count) \(columnPlural)"
    return "Coverage: \(columns) in \(rows)"
  }

  /// One row in a sentence, such as “case”.
  var rowNoun: String { report.question.rows.noun(1).visible }

  /// More than one row, such as “cases”.
  var rowPlural: String { report.question.rows.noun(2).visible }

  /// More than one column, such as “inhibitors”.
  var columnPlural: String { report.question.columns.noun(2).visible }

  func rowName(_ row: Int) -> String { name(report.rows[row]) }

  func columnName(_ column: Int) -> String { name(report.columns[column]) }

  /// What a row or a column says as a whole: “3 of 7”, “none of 7”.
  func total(_ total: MatrixOrder.Total) -> String {
    guard total.possible > 0 else { return "–" }
    let before = total.reportedBefore.map { "\($0) → " } ?? ""
    return before + "\(total.reported == 0 ? "none" : String(total.reported)) of \(total.possible)"
  }

  /// How a cell stands, who is reported by which facts, and what was left out.
  func cell(row: Int, column: Int) -> String {
    let cell = report.cell(row: row, column: column)
    var text = "\(rowName(row)) × \(columnName(column)): \(cell.state.phrase)"
    if let reason = cell.reason { text += " (\(reason.visible))" }
    if !cell.providers.isEmpty { text += ": " + listed(cell.providers.map(provider), limit: 8) }
    text += "."
    let witnesses = cell.providers.flatMap(\.witnesses) + cell.unattributed
    if !witnesses.isEmpty { text += " Stated by " + facts(witnesses.map(\.fact)) + "." }
    if !cell.leftOut.isEmpty {
      let reasons = cell.leftOut.map(\.reasons).reduce(into: LeftOut()) { $0.formUnion($1) }
      text +=
        " Not counted: \(counted(cell.leftOut.count, "statement"))"
        + " (\(reasons.names.joined(separator: ", ")))."
    }
    let general = report.general[column].providers
    if cell.state == .nobody, !general.isEmpty {
      text += " Offered in general by " + listed(general.map { name($0.id) }, limit: 6) + "."
    }
    return text.shortened(to: 1500)
  }

  /// A row's name, and in how many columns somebody is reported.
  func row(_ row: Int, _ total: MatrixOrder.Total) -> String {
    "\(rowName(row)): " + reported(total, total: report.columns.count)
  }

  /// A column's name, in how many rows somebody is reported, and who offers it in general.
  func column(_ column: Int, _ total: MatrixOrder.Total) -> String {
    let offer = offer(column).map { " " + $0 } ?? ""
    return ("\(columnName(column)): " + reported(total, total: report.rows.count) + offer)
      .shortened(to: 1500)
  }

  /// Who offers a column without naming a row; `nil` if nobody does.
  func offer(_ column: Int) -> String? {
    let providers = report.general[column].providers
    guard !providers.isEmpty else { return nil }
    return "Offered in general, without naming a \(rowNoun), by "
      + listed(providers.map { name($0.id) }, limit: 20) + "."
  }

  private func reported(_ total: MatrixOrder.Total, total all: Int) -> String {
    var text = "reported in \(self.total(total))"
    if total.possible < all {
      text += "; \(all - total.possible) not needed or not to be seen"
    }
    return text + "."
  }

  private func provider(_ provider: CoverageProvider) -> String {
    switch provider.designation {
    case .named: name(provider.id)
    case .class: name(provider.id) + " (class)"
    case .placeholder: name(provider.id) + " (unnamed)"
    }
  }

  /// A node's name, or its key if nothing of the name can be seen.
  func name(_ id: NodeID) -> String {
    let name = graph.name(of: id).visible
    return name.isEmpty ? id.rawValue.visible : name
  }

  /// Facts, each once, with their sources.
  private func facts(_ ids: [NodeID]) -> String {
    var seen: Set<NodeID> = []
    let told = ids.filter { seen.insert($0).inserted }.map { id in
      let sources = graph.fact(id)?.sources ?? []
      let stated = sources.isEmpty ? "no source" : listed(sources.map(\.description), limit: 3)
      return "\(id.rawValue.visible) (\(stated.visible))"
    }
    return listed(told, limit: 6)
  }
}
