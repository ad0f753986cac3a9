internal import GraphCore

/// The engagements of a plan while they are exchanged for others of the same gap.
struct ClosureExchange {
  private let math: ClosureMath
  private(set) var isTaken: [Bool]
  /// How many engagements each actor has.
  private(set) var counts: [Int]
  /// The candidates of each gap.
  private let ofNeed: [[Int]]

  private var field: ClosureField { math.field }

  init(_ math: ClosureMath, taken: [Int]) {
    self.math = math
    isTaken = Array(repeating: false, count: math.field.candidates.count)
    counts = Array(repeating: 0, count: math.field.actors.count)
    var ofNeed = [[Int]](repeating: [], count: math.field.needs.count)
    for (place, candidate) in math.field.candidates.enumerated() {
      if let need = candidate.need { ofNeed[need].append(place) }
    }
    self.ofNeed = ofNeed
    for place in taken {
      isTaken[place] = true
      counts[math.field.candidates[place].actor] += 1
    }
  }

  /// The candidates that are taken.
  var taken: [Int] { isTaken.indices.filter { isTaken[$0] } }

  /// What the plan costs.
  var cost: Int {
    taken.reduce(0) { $0 + math.costs[$1] }
      + counts.indices.reduce(0) { $0 + (counts[$1] > 0 ? math.fixedCosts[$1] : 0) }
  }

  /// What the plan would cost more with one engagement in another's place; `nil` if it cannot be.
  private func added(_ other: Int, for place: Int) -> Int? {
    let (old, new) = (field.candidates[place].actor, field.candidates[other].actor)
    if let capacity = field.terms[new].capacity, counts[new] >= capacity { return nil }
    return math.costs[other] - math.costs[place] + (counts[new] == 0 ? math.fixedCosts[new] : 0)
      - (counts[old] == 1 ? math.fixedCosts[old] : 0)
  }

  /// Others that could take the place of an engagement, at the least added cost first, then those
  /// for whom the firmer reports speak.
  func alternatives(to place: Int) -> [(candidate: Int, added: Int)] {
    guard let need = field.candidates[place].need, !field.candidates[place].isRequired else {
      return []
    }
    return ofNeed[need].filter { !isTaken[$0] }
      .compactMap { other in added(other, for: place).map { (other, $0) } }
      .sorted {
        $0.1 != $1.1 ? $0.1 < $1.1 : field.comesBefore($0.0, $1.0)
      }
  }

  /// Takes those for whom firmer reports speak, where the plan costs no more for it.
  mutating func takeFirmer() {
    for place in isTaken.indices where isTaken[place] {
      // A few turns: the best may be full until another has left it.
      let better = alternatives(to: place).first {
        $0.added <= 0 && field.isFirmer($0.candidate, place)
      }
      guard let better else { continue }
      isTaken[place] = false
      isTaken[better.candidate] = true
      counts[field.candidates[place].actor] -= 1
      counts[field.candidates[better.candidate].actor] += 1
    }
  }
}
