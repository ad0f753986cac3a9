internal import AssistanceModel
internal import CoverageAnalysis
internal import GraphCore

/// Who is reported in each cell of one side, by common numbers.
struct ReportedCells {
  /// Somebody in a cell.
  struct Provider: Hashable {
    let number: Int
    let isNamed: Bool
  }

  let report: CoverageReport
  /// Who is reported in each cell with anybody, each once: most cells of a large matrix have nobody.
  private var providers: [Int: [Provider]] = [:]
  /// The cells of everybody who is reported by name.
  private(set) var cells: [Int: [Int]] = [:]
  /// The numbers of the facts that count in some cell.
  private(set) var facts: Set<Int> = []

  /// The common numbers of the graph's rows; `nil` on the first side, where they are the rows.
  private let numbers: [Int]?

  /// Whether it is the first side.
  var isFirst: Bool { numbers == nil }

  init(_ report: CoverageReport, numbers: [Int]?) {
    self.report = report
    self.numbers = numbers
    func number(_ row: Int) -> Int { numbers?[row] ?? row }
    let ends = report.graph.facts.ends(report.question.providers)
    let wholes = report.wholes
    for cell in report.states.indices {
      var found: [Provider] = []
      var told: Set<UInt32> = []
      for statement in report.statements(of: cell) {
        facts.insert(statement.fact)
        for row in ends.of(statement.fact) where told.insert(wholes[Int(row)]).inserted {
          let top = Int(wholes[Int(row)])
          let isNamed = (report.graph.graph.nodes[top][.designation] ?? .named) == .named
          found.append(Provider(number: number(top), isNamed: isNamed))
          if isNamed { cells[number(top), default: []].append(cell) }
        }
      }
      if !found.isEmpty { providers[cell] = found }
    }
  }

  /// Who is reported in a cell, each once, in the order of their first fact.
  func providers(of cell: Int) -> [Provider] { providers[cell] ?? [] }

  /// How a cell stands if actors that are united count as one.
  func state(of cell: Int, _ united: [Int: Int]) -> CoverageState {
    let state = report.states[cell]
    guard state.isCovered else { return state }
    let all = Dictionary(
      providers(of: cell).map { (united[$0.number] ?? $0.number, $0.isNamed) }
    ) { $0 || $1 }
    guard all.values.contains(true) else { return state }
    return all.count == 1 ? .one : .several
  }

  /// Who is reported by name in a cell.
  func named(_ cell: Int, _ united: [Int: Int] = [:]) -> Set<Int> {
    Set(providers(of: cell).filter(\.isNamed).map { united[$0.number] ?? $0.number })
  }

  /// The facts that count and name an actor or a part of it, in the order of the graph.
  func facts(of number: Int) -> [NodeID] {
    let ends = report.graph.facts.ends(report.question.providers)
    let wholes = report.wholes
    func place(_ row: Int) -> Int { numbers?[row] ?? row }
    return facts.sorted()
      .filter { fact in ends.of(fact).contains { place(Int(wholes[Int($0)])) == number } }
      .map { report.graph.graph.nodes[Int(report.graph.facts.nodeRows[$0])].id }
  }
}
