package import GraphCore

/// The facts of a graph in columns: what coverage runs on.
///
/// A fact is a row. The nodes at its ends are rows of the graph, grouped by role.
public struct FactTable: Sendable {
  /// The ends of one role: for fact *i* the run from `starts[i]` to `starts[i + 1]`.
  package struct Ends: Sendable {
    package var starts: [UInt32]
    package var rows: [UInt32]

    package func of(_ fact: Int) -> ArraySlice<UInt32> {
      rows[Int(starts[fact])..<Int(starts[fact + 1])]
    }
  }

  /// The row of each fact's node.
  package private(set) var nodeRows: [UInt32]
  package private(set) var bases: [Basis] = []
  package private(set) var modalities: [Modality] = []
  package private(set) var validities: [Validity] = []
  /// The class of evidence, where the collection says so itself.
  package private(set) var evidence: [EvidenceClass?] = []
  private var ends: [EdgeKind: Ends] = [:]

  /// How many facts there are.
  public var count: Int { nodeRows.count }

  init(_ graph: PropertyGraph, incidence: Incidence, roles: [FactRole]) {
    nodeRows = graph.rows(of: .assistance).map { UInt32($0) }
    let tables = graph.tables
    bases = Self.words(.basis, of: nodeRows, in: tables).map { $0 ?? .explicit }
    evidence = Self.words(.evidence, of: nodeRows, in: tables)
    modalities = Self.words(.modality, of: nodeRows, in: tables).map { $0 ?? .does }
    validities = nodeRows.map {
      tables.validities.spans[Int(tables.nodes.validities[Int($0)])]
    }
    for role in roles {
      var roleEnds = Ends(starts: [0], rows: [])
      if let number = tables.edges.kindTable.number(of: role.kind) {
        for row in nodeRows {
          for edge in incidence.outgoing(Int(row)) where tables.edges.kinds[Int(edge)] == number {
            roleEnds.rows.append(tables.edges.to[Int(edge)])
          }
          roleEnds.starts.append(UInt32(roleEnds.rows.count))
        }
      } else {
        roleEnds.starts = Array(repeating: 0, count: nodeRows.count + 1)
      }
      ends[role.kind] = roleEnds
    }
  }

  /// The word of each fact under a key: a text is read once, however many facts have it.
  private static func words<Word: PropertyRepresentable>(
    _ key: PropertyKey<Word>,
    of rows: [UInt32],
    in tables: PropertyGraph.Tables
  ) -> [Word?] {
    guard let kind = tables.nodes.kindTable.number(of: .assistance) else { return [] }
    var known: [(number: UInt32, word: Word?)] = []
    return tables.nodeProperties.textNumbers(key.name, of: rows, kind: kind).map { number in
      guard let number else { return nil }
      if let found = known.first(where: { $0.number == number }) { return found.word }
      known.append((number, Word(propertyValue: .text(tables.strings[number]))))
      return known.last?.word
    }
  }

  /// The ends of every fact in one role; empty runs if the schema has no such role.
  package func ends(_ role: EdgeKind) -> Ends {
    ends[role] ?? Ends(starts: Array(repeating: 0, count: count + 1), rows: [])
  }
}
