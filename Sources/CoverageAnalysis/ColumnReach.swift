internal import AssistanceModel
internal import GraphCore

/// Finds the columns of each fact: those that it names, and those that its ends lead to.
struct ColumnReach {
  /// A column of a fact, and whether the fact counts there.
  struct End {
    var column: UInt32
    /// The row of the relation that leads there; `CoverageEntries.Entry.direct` if it is named.
    var via: UInt32
    var basis: Basis
    var reasons: LeftOut
  }

  /// A relation that leads on from one or more roles.
  struct Relation {
    let kind: EdgeKind
    let targets: ColumnLinks
  }

  /// The relations of the question's derivations, each once, in the order of the question.
  let relations: [Relation]
  private let places: [UInt32]
  private let bases: [Basis]
  /// Why each fact does not count by itself.
  private let stated: [LeftOut]
  private let columnEnds: FactTable.Ends
  private let ways: [(ends: FactTable.Ends, targets: ColumnLinks)]

  init(
    _ graph: AssistanceGraph,
    _ question: CoverageQuestion,
    _ scope: Scope,
    _ columns: CoverageAxis
  ) {
    let facts = graph.facts
    places = columns.places
    bases = facts.bases
    stated = scope.leftOut(facts)
    columnEnds = facts.ends(question.columns)
    var relations: [Relation] = []
    var ways: [(ends: FactTable.Ends, targets: ColumnLinks)] = []
    for way in question.derivations {
      let known = relations.first { $0.kind == way.relation }
      let relation =
        known
        ?? Relation(
          kind: way.relation,
          targets: ColumnLinks(graph, way.relation, to: columns, in: scope)
        )
      if known == nil { relations.append(relation) }
      ways.append((facts.ends(way.role), relation.targets))
    }
    self.relations = relations
    self.ways = ways
  }

  /// Finds the columns of a fact, each way there once; what it names is not derived as well.
  ///
  /// - Parameters:
  ///   - fact: The number of the fact.
  ///   - reached: Replaced by what is found; one array for all facts.
  func findColumns(of fact: Int, in reached: inout [End]) {
    reached.removeAll(keepingCapacity: true)
    let (basis, stated) = (bases[fact], stated[fact])
    for end in columnEnds.run(fact) {
      let column = places[Int(columnEnds.rows[end])]
      guard column != CoverageAxis.none, !reached.contains(where: { $0.column == column }) else {
        continue
      }
      let via = CoverageEntries.Entry.direct
      reached.append(End(column: column, via: via, basis: basis, reasons: stated))
    }
    let named = reached.count
    for way in ways.indices {
      for end in ways[way].ends.run(fact) {
        for place in ways[way].targets.run(ways[way].ends.rows[end]) {
          let link = ways[way].targets.links[place]
          var isKnown = false
          for index in reached.indices {
            isKnown =
              isKnown
              || (index < named
                ? reached[index].column == link.column : reached[index].via == link.edge)
          }
          guard !isKnown else { continue }
          reached.append(
            End(
              column: link.column,
              via: link.edge,
              basis: weaker(basis, link.basis),
              reasons: stated.union(link.reasons)
            )
          )
        }
      }
    }
  }
}
