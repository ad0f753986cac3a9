package import AssistanceModel
package import GraphCore

/// What each row of a general table is: things, relations, facts, or facts in a matrix.
package struct TableContent: Hashable, Sendable {
  /// What own kinds of nodes mean.
  package var kinds: [NodeKind: String] = [:]
  /// The things that each row is about.
  package var nodes: [MappedNode] = []
  /// The relations that each row states.
  package var relations: [MappedRelation] = []
  /// The facts that each row states.
  package var facts: [MappedFact] = []
  /// How the cells of a matrix are facts.
  package var wide: WideTable?
  /// Which links from purpose codes to inhibitors count.
  package var reading: ConcordanceReading = .strict
  /// The question that the collection asks by default.
  package var rows: EdgeKind?
  package var columns: EdgeKind?
}

/// A column that a mapping names, and what stands between several values of its cells.
package struct MappedColumn: Hashable, Sendable {
  package var heading: String
  package var separators: [String] = []
  package var place: Diagnostic.Place?
}

/// Where a value comes from.
package enum MappedValue: Hashable, Sendable {
  /// The cell of a column.
  case column(MappedColumn)
  /// The same for every row.
  case constant(String)

  var column: MappedColumn? {
    if case .column(let column) = self { column } else { nil }
  }
}

/// When something holds.
package struct MappedDates: Hashable, Sendable {
  /// The year, month or day in which it holds.
  package var date: MappedValue?
  package var since: MappedValue?
  package var until: MappedValue?

  var values: [MappedValue] { [date, since, until].compactMap(\.self) }
}

/// How a row names a thing.
package struct MappedNode: Hashable, Sendable {
  package var kind: NodeKind
  package var key: MappedValue?
  /// What stands before each key.
  package var prefix = ""
  package var name: MappedValue?
  package var subkind: MappedValue?
  package var aliases: [MappedValue] = []
  /// The scheme of each identifier.
  package var identifiers: [String: MappedValue] = [:]
  package var note: MappedValue?
  package var properties: [String: MappedValue] = [:]
  package var dates = MappedDates()
  package var conditions: [TableMapping.Condition] = []

  /// Every value that it reads.
  var values: [MappedValue] {
    [key, name, subkind, note].compactMap(\.self) + aliases + Array(identifiers.values)
      + Array(properties.values) + dates.values
  }
}

/// How a row states a relation.
package struct MappedRelation: Hashable, Sendable {
  package var kind: EdgeKind
  package var from: MappedNode
  package var to: MappedNode
  package var meaning: String?
  package var role: MappedValue?
  package var amounts: [String: MappedValue] = [:]
  package var basis: Basis = .explicit
  package var dates = MappedDates()
  package var conditions: [TableMapping.Condition] = []

  var values: [MappedValue] {
    from.values + to.values + [role].compactMap(\.self) + Array(amounts.values) + dates.values
  }
}

/// How a row, or a cell of a matrix, states a fact.
package struct MappedFact: Hashable, Sendable {
  /// The ends, in the order of the mapping.
  package var ends: [MappedEnd] = []
  /// The column of purpose codes.
  package var purpose: MappedValue?
  package var status: MappedValue?
  package var project: MappedValue?
  package var amounts: [String: MappedValue] = [:]
  package var basis: Basis = .explicit
  package var modality: Modality = .does
  package var dates = MappedDates()
  package var conditions: [TableMapping.Condition] = []

  var values: [MappedValue] {
    ends.flatMap(\.node.values) + [purpose, status, project].compactMap(\.self)
      + Array(amounts.values) + dates.values
  }
}

/// How a row names a thing at an end of a fact.
package struct MappedEnd: Hashable, Sendable {
  package var role: EdgeKind
  package var node: MappedNode
}

/// A matrix whose cells are amounts of facts.
package struct WideTable: Hashable, Sendable {
  /// What the headings of the other columns are.
  package enum Headings: Hashable, Sendable {
    /// Purpose codes of the Development Assistance Committee, with or without their names.
    case purposes
    /// Names at an end of the facts.
    case names(EdgeKind, NodeKind)
  }

  /// What is the same in each cell of a row, the row's own end among it.
  package var fact = MappedFact()
  package var headings: Headings = .purposes
  /// The row of codes above or below the headings, counted from 1.
  package var codeRow: Int?
  /// The scheme of these codes.
  package var scheme: String?
  /// What the cells are.
  package var amount = "amount"
  /// Headings, and names of rows, that are no facts.
  package var leftOutColumns: [String] = []
  package var leftOutRows: [String] = []
}

extension TableContent {
  /// Every column that is read.
  var mappedColumns: [MappedColumn] {
    let facts = facts + (wide.map { [$0.fact] } ?? [])
    let values =
      nodes.flatMap(\.values) + relations.flatMap(\.values) + facts.flatMap(\.values)
    return values.compactMap(\.column)
  }
}
