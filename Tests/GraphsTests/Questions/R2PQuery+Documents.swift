import AssistanceModel
import GraphCore

extension R2PQuery {
  /// Questions about reports, their summaries and their dates.
  static let documents: [R2PQuery] = [
    R2PQuery("three-pillars-report") { record in
      let reports = record.relations("describes", to: "three-pillar-framework").map(\.from)
      let dates = reports.compactMap(\.validity.from).map(\.description)
      let holders = reports.flatMap { record.relations("produced", to: $0.id) }
        .compactMap { $0[.officeHolder] }
      return .texts(reports.map(\.id.rawValue) + dates + holders)
    },
    R2PQuery("report-dates") { record in
      dates(of: record.nodes(.document, subkind: "sg-report"))
    },
    R2PQuery("undated-report") { record in
      .nodes(
        record.nodes(.document, subkind: "sg-report").filter { $0.validity.from == nil }
      )
    },
    R2PQuery("event-dates") { dates(of: $0.nodes(.event)) },
    R2PQuery("ban-ki-moon-reports") { record in
      .ends(record.relations("produced").filter { $0[.officeHolder] == "ban-ki-moon" })
    },
    R2PQuery("summaries") { .pairs($0.relations("summarises")) },
  ]

  /// The beginning of each dated node, written `node -> date`.
  private static func dates(of nodes: [Node]) -> R2PAnswer {
    .texts(nodes.compactMap { node in node.validity.from.map { "\(node.id) -> \($0)" } })
  }
}
