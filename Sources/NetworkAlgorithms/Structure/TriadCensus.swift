/// How often each way of tying three vertices occurs.
///
/// The sixteen ways are named as James Davis and Samuel Leinhardt (1972) named them: how many pairs
/// are tied both ways, one way and not at all, and where that leaves a choice whether ties lead Down,
/// Up, in a Circle or are Transitive.
public struct TriadCensus: Sendable, Hashable {
  /// One of the sixteen ways.
  public enum Kind: String, CaseIterable, Sendable, Hashable {
    case none = "003"
    case oneWay = "012"
    case mutual = "102"
    case down = "021D"
    case up = "021U"
    case chain = "021C"
    case mutualDown = "111D"
    case mutualUp = "111U"
    case transitive = "030T"
    case circle = "030C"
    case twoMutual = "201"
    case mutualWithDown = "120D"
    case mutualWithUp = "120U"
    case mutualWithChain = "120C"
    case allButOne = "210"
    case complete = "300"
  }

  private let counts: [Int]

  fileprivate init(counts: [Int]) {
    self.counts = counts
  }

  /// How often a way occurs.
  public func count(of kind: Kind) -> Int {
    Kind.allCases.firstIndex(of: kind).map { counts[$0] } ?? 0
  }

  /// How many sets of three vertices there are.
  public var total: Int { counts.reduce(0, +) }
}

extension Network {
  /// Counts how often each way of tying three vertices occurs.
  ///
  /// A two-way link ties both ways, as do two links that lead there and back. Parallel links of one
  /// direction count once, loops not at all.
  ///
  /// Triangles are counted one by one, pairs of ties at one vertex by how many there are of each, and
  /// everything else follows from the numbers of ties.
  ///
  ///     network.triadCensus().count(of: .transitive)  // 12
  ///
  /// - Returns: The count of each way.
  /// - Complexity: O(*m*·√*m*) for *m* links.
  public func triadCensus() -> TriadCensus {
    let dyads = DyadRows(self)
    var counts = [Int](repeating: 0, count: 16)
    func add(_ kind: TriadCensus.Kind, _ count: Int) {
      if let place = TriadCensus.Kind.allCases.firstIndex(of: kind) { counts[place] += count }
    }
    // Pairs of ties at one vertex by their codes, less those that a third tie closes.
    var open = [[Int]](repeating: [0, 0, 0, 0], count: 4)
    func pair(_ first: UInt8, _ second: UInt8, _ count: Int) {
      open[Int(min(first, second))][Int(max(first, second))] += count
    }
    for vertex in 0..<vertexCount {
      var ties = [0, 0, 0, 0]
      for code in dyads.codes[dyads.row(vertex)] { ties[Int(code)] += 1 }
      for first in 1...3 {
        open[first][first] += ties[first] * (ties[first] - 1) / 2
        for second in 1...3 where second > first {
          open[first][second] += ties[first] * ties[second]
        }
      }
    }
    dyads.forEachTriangle { _, _, _, codes in
      let (here, there, beyond) = (codes.firstSecond, codes.firstThird, codes.secondThird)
      pair(here, there, -1)
      pair(here.turned, beyond, -1)
      pair(there.turned, beyond.turned, -1)
      add(.closed(here, there, beyond), 1)
    }
    for (first, second, kind) in TriadCensus.Kind.openWays { add(kind, open[first][second]) }
    let mutual = dyads.codes.count { $0 == 3 } / 2
    let oneWay = dyads.neighbours.count / 2 - mutual
    // Every tie is in as many sets of three as there are other vertices.
    let others = max(vertexCount - 2, 0)
    var (oneWayLeft, mutualLeft) = (oneWay * others, mutual * others)
    for (place, kind) in TriadCensus.Kind.allCases.enumerated() {
      oneWayLeft -= kind.oneWayTies * counts[place]
      mutualLeft -= kind.mutualTies * counts[place]
    }
    add(.oneWay, oneWayLeft)
    add(.mutual, mutualLeft)
    let all = vertexCount < 3 ? 0 : vertexCount * (vertexCount - 1) / 2 * (vertexCount - 2) / 3
    add(.none, all - counts.reduce(0, +))
    return TriadCensus(counts: counts)
  }
}

extension UInt8 {
  /// The ways between two vertices, told from the other one.
  fileprivate var turned: UInt8 { self == 1 ? 2 : self == 2 ? 1 : self }
}

extension TriadCensus.Kind {
  /// Two ties at a vertex, by the codes that ``DyadRows`` gives them, without a third.
  fileprivate static let openWays: [(Int, Int, TriadCensus.Kind)] = [
    (1, 1, .down), (2, 2, .up), (1, 2, .chain), (1, 3, .mutualUp), (2, 3, .mutualDown),
    (3, 3, .twoMutual),
  ]

  fileprivate var mutualTies: Int { Int(rawValue.utf8[rawValue.startIndex]) - 48 }

  fileprivate var oneWayTies: Int {
    Int(rawValue.utf8[rawValue.utf8.index(after: rawValue.startIndex)]) - 48
  }

  /// Three ties: from the first vertex to the second and third, and from the second to the third.
  fileprivate static func closed(_ here: UInt8, _ there: UInt8, _ beyond: UInt8) -> Self {
    // By vertex: how many ties lead out of it, and in, of those that are not mutual.
    func out(_ first: UInt8, _ second: UInt8) -> Int {
      (first == 1 ? 1 : 0) + (second == 1 ? 1 : 0)
    }
    let outs = [
      out(here, there), out(here.turned, beyond), out(there.turned, beyond.turned),
    ]
    switch [here, there, beyond].count(where: { $0 == 3 }) {
    case 3: return .complete
    case 2: return .allButOne
    case 1:
      if outs.contains(2) { return .mutualWithDown }
      return outs.count { $0 == 1 } == 2 && isUp(here, there, beyond)
        ? .mutualWithUp : .mutualWithChain
    default: return outs.contains(2) ? .transitive : .circle
    }
  }

  /// Whether both ties that are not mutual lead to the same vertex.
  private static func isUp(_ here: UInt8, _ there: UInt8, _ beyond: UInt8) -> Bool {
    if here == 3 { return there == 1 && beyond == 1 }
    if there == 3 { return here == 1 && beyond == 2 }
    return here == 2 && there == 2
  }
}
