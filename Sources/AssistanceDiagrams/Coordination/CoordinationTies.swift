internal import AssistanceModel
internal import CoverageAnalysis
internal import GraphCore

/// The facts that count in a coverage report, as ties between pairs of their ends.
struct CoordinationTies {
  /// What stands in a column.
  enum End: Hashable {
    /// A node of the graph.
    case node(NodeID)
    /// What was done: a measure under a form, as far as the facts say.
    case assistance(form: NodeID?, measure: NodeID?)
    /// A provider whom no fact names.
    case unstatedProvider
    /// Several who are not named, under the word that stands for each of them.
    case unnamed(String, Designation)

    /// The measure, if there is one.
    var measure: NodeID? { if case .assistance(_, let measure) = self { measure } else { nil } }
    /// The form, if there is one.
    var form: NodeID? { if case .assistance(let form, _) = self { form } else { nil } }
  }

  /// Two ends that share facts.
  struct Tie {
    let from: End
    let to: End
    /// The facts, each once, in the order of the report.
    var facts: [NodeID]
  }

  /// Who provides.
  private(set) var providers: [End] = []
  /// What is provided.
  private(set) var assistance: [End] = []
  /// Ties from providers to assistance, from there to columns, and from columns to rows.
  ///
  /// Where no fact says what was done, the first go to columns at once, and there are no second ones.
  private(set) var stages: [[Tie]] = [[], [], [], []]
  /// Whether no fact says what was done, so that nothing stands between providers and columns.
  private(set) var skipsAssistance = false
  /// The facts that are drawn, each once.
  private(set) var facts: [NodeID] = []

  /// The words under which several nodes stand for somebody who is not named.
  private let sharedWords: Set<End>
  /// The nodes that an end of several stands for.
  private(set) var members: [End: Set<NodeID>] = [:]

  private var places: [[Pair: Int]] = [[:], [:], [:], [:]]
  private var known: (ends: Set<End>, facts: Set<NodeID>) = ([], [])

  private var seen: Set<Mark> = []

  /// A fact that a pair has already.
  private struct Mark: Hashable {
    let pair: Pair
    let fact: NodeID
  }

  private struct Pair: Hashable {
    let from: End
    let to: End
  }

  /// Collects the ties of every cell with counted facts.
  ///
  /// - Complexity: O(*r*·*k* + *f*) for *r* rows, *k* columns and *f* facts in cells.
  init(_ report: CoverageReport) {
    var words: [End: Int] = [:]
    for node in report.graph.graph.nodes(of: .actor) {
      guard let designation = node[.designation], designation != .named else { continue }
      words[.unnamed(report.graph.name(of: node.id), designation), default: 0] += 1
    }
    sharedWords = Set(words.filter { $0.value > 1 }.keys)
    for row in report.rows.indices {
      for column in report.columns.indices {
        let state = report.states[report.index(row: row, column: column)]
        guard state.isCovered || state == .notNeeded else { continue }
        add(report.cell(row: row, column: column), in: report.graph)
      }
    }
    let direct = stages.removeLast()
    if assistance == [.assistance(form: nil, measure: nil)] {
      skipsAssistance = true
      assistance = []
      stages = [direct, [], stages[2]]
    }
  }

  /// How many facts each end has, as far as a count of ties shows it.
  var factCounts: [End: Int] {
    var counts: [End: Int] = [:]
    for (stage, ties) in stages.enumerated() {
      for tie in ties {
        counts[tie.from, default: 0] += tie.facts.count
        if stage == 2 { counts[tie.to, default: 0] += tie.facts.count }
      }
    }
    return counts
  }

  private mutating func add(_ cell: CoverageCell, in graph: AssistanceGraph) {
    for provider in cell.providers {
      var end = End.node(provider.id)
      let word = End.unnamed(graph.name(of: provider.id), provider.designation)
      if provider.designation != .named, sharedWords.contains(word) {
        end = word
        members[word, default: []].insert(provider.id)
      }
      for witness in provider.witnesses { add(witness.fact, by: end, cell, in: graph) }
    }
    for witness in cell.unattributed {
      add(witness.fact, by: .unstatedProvider, cell, in: graph)
    }
  }

  private mutating func add(
    _ fact: NodeID,
    by provider: End,
    _ cell: CoverageCell,
    in graph: AssistanceGraph
  ) {
    if known.facts.insert(fact).inserted { facts.append(fact) }
    let what = Self.assistance(of: fact, in: graph)
    if known.ends.insert(provider).inserted { providers.append(provider) }
    if known.ends.insert(what).inserted { assistance.append(what) }
    tie(0, provider, what, fact)
    tie(1, what, .node(cell.column), fact)
    tie(2, .node(cell.column), .node(cell.row), fact)
    tie(3, provider, .node(cell.column), fact)
  }

  private mutating func tie(_ stage: Int, _ from: End, _ to: End, _ fact: NodeID) {
    let pair = Pair(from: from, to: to)
    if let place = places[stage][pair] {
      if seen.insert(Mark(pair: pair, fact: fact)).inserted {
        stages[stage][place].facts.append(fact)
      }
    } else {
      seen.insert(Mark(pair: pair, fact: fact))
      places[stage][pair] = stages[stage].count
      stages[stage].append(Tie(from: from, to: to, facts: [fact]))
    }
  }

  /// What a fact says was done; a measure that belongs to one form alone brings its form along.
  private static func assistance(of fact: NodeID, in graph: AssistanceGraph) -> End {
    guard let fact = graph.fact(fact) else { return .assistance(form: nil, measure: nil) }
    if let form = fact.form { return .assistance(form: form, measure: fact.measure) }
    guard let measure = fact.measure else { return .assistance(form: nil, measure: nil) }
    let forms = graph.incidence.edges(from: measure).filter { $0.kind == "form-of" }.map(\.to.id)
    return .assistance(form: forms.count == 1 ? forms.first : nil, measure: measure)
  }
}
