/// As many engagements as are possible at once, by a maximum flow from gaps to actors.
///
/// What an engagement costs plays no part. The search is that of Ford and Fulkerson (1956) along
/// shortest ways; what once leads nowhere is never looked at again.
struct ClosureFlow {
  /// What the flow is searched among.
  struct Question {
    /// How many engagements each gap needs.
    var demands: [Int]
    /// How many engagements each actor may still have; `nil` is any number.
    var capacities: [Int?]
    /// Who may take up what: the place of a gap and that of an actor, each pair once.
    var pairs: [(gap: Int, actor: Int)]
    /// What it is worth to meet the whole demand of each gap.
    var worth: [Int]
  }

  /// Gaps that cannot be met together, with the actors that they use up.
  struct Clash {
    var gaps: [Int]
    var actors: [Int]
    var needed: Int
    var possible: Int
  }

  /// The pairs that are used, by their place.
  private(set) var used: [Int] = []
  /// Sets of gaps that need more than is possible together, apart from each other.
  private(set) var clashes: [Clash] = []

  /// Whether every demand is met.
  var isComplete: Bool { clashes.isEmpty }

  private let question: Question
  private var isUsed: [Bool]
  private var unmet: [Int]
  /// How much room each actor has.
  private var room: [Int]
  /// Gaps and actors from which no way leads to room; none ever will.
  private var isDeadGap: [Bool]
  private var isDeadActor: [Bool]
  private let ofGap: [[Int]]
  private let ofActor: [[Int]]

  /// Finds the flow.
  ///
  /// - Complexity: O(*d*·*m*) for a demand of *d* in all and *m* pairs.
  init(_ question: Question) {
    self.question = question
    isUsed = Array(repeating: false, count: question.pairs.count)
    unmet = question.demands
    room = question.capacities.map { $0 ?? .max }
    isDeadGap = unmet.map { _ in false }
    isDeadActor = room.map { _ in false }
    var ofGap = [[Int]](repeating: [], count: question.demands.count)
    var ofActor = [[Int]](repeating: [], count: question.capacities.count)
    for (place, pair) in question.pairs.enumerated() {
      ofGap[pair.gap].append(place)
      ofActor[pair.actor].append(place)
    }
    (self.ofGap, self.ofActor) = (ofGap, ofActor)
    for gap in order {
      while unmet[gap] > 0, augment(from: gap) {}
    }
    used = isUsed.indices.filter { isUsed[$0] }
    findClashes()
  }

  /// The gaps that need somebody, those that are worth most for each engagement first.
  private var order: [Int] {
    let (demands, worth) = (question.demands, question.worth)
    // What needs nobody is worth no more or less for each: it would compare as equal to everything.
    return demands.indices.filter { demands[$0] > 0 }.sorted {
      let (first, second) = (
        worth[$0].multipliedFullWidth(by: demands[$1]),
        worth[$1].multipliedFullWidth(by: demands[$0])
      )
      return (second.high, second.low, $0) < (first.high, first.low, $1)
    }
  }

  /// The gaps whose demand is met.
  var met: [Bool] { unmet.map { $0 == 0 } }

  /// What can be worth no more by any choice: what gaps are worth by the share of their demand that
  /// is met, rounded up.
  ///
  /// The sets of engagements that are possible at once are those of a polymatroid (Edmonds 1970), so
  /// meeting demands in the order of their worth meets as much worth as can be, if shares count.
  var mostWorth: Int {
    zip(zip(question.demands, unmet), question.worth).reduce(0) { sum, gap in
      let ((demand, unmet), worth) = gap
      guard demand > 0, unmet < demand else { return demand == 0 ? sum + worth : sum }
      let share = worth.multipliedFullWidth(by: demand - unmet)
      let (quotient, remainder) = demand.dividingFullWidth(share)
      return sum + quotient + (remainder > 0 ? 1 : 0)
    }
  }

  /// Meets one more of a gap's demand along a shortest way, if there is one; else everything that the
  /// gap leads to is dead.
  private mutating func augment(from start: Int) -> Bool {
    guard !isDeadGap[start] else { return false }
    // The pair by which each was reached.
    var gaps = [start: -1]
    var actors: [Int: Int] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let gap = queue[next]
      next += 1
      for place in ofGap[gap] where !isUsed[place] {
        let actor = question.pairs[place].actor
        guard !isDeadActor[actor], actors[actor] == nil else { continue }
        actors[actor] = place
        if room[actor] > 0 {
          turn(place, gaps, actors)
          room[actor] -= 1
          unmet[start] -= 1
          return true
        }
        for other in ofActor[actor] where isUsed[other] {
          let reached = question.pairs[other].gap
          guard gaps[reached] == nil, !isDeadGap[reached] else { continue }
          gaps[reached] = other
          queue.append(reached)
        }
      }
    }
    for gap in gaps.keys { isDeadGap[gap] = true }
    for actor in actors.keys { isDeadActor[actor] = true }
    return false
  }

  /// Uses every other pair of a way and gives up those between, back to where it started.
  private mutating func turn(_ last: Int, _ gaps: [Int: Int], _ actors: [Int: Int]) {
    var place = last
    while true {
      isUsed[place] = true
      guard let before = gaps[question.pairs[place].gap], before >= 0,
        let earlier = actors[question.pairs[before].actor]
      else { return }
      isUsed[before] = false
      place = earlier
    }
  }

  /// The gaps that unmet demands lead to, parted into sets that share no actor (Hall 1935).
  private mutating func findClashes() {
    guard unmet.contains(where: { $0 > 0 }) else { return }
    // What is dead is what unmet demands lead to.
    var isTold = isDeadGap.map { !$0 }
    for start in isTold.indices where !isTold[start] {
      var clash = Clash(gaps: [], actors: [], needed: 0, possible: 0)
      var actors: Set<Int> = []
      var queue = [start]
      isTold[start] = true
      while let gap = queue.popLast() {
        clash.gaps.append(gap)
        clash.needed += question.demands[gap]
        clash.possible += question.demands[gap] - unmet[gap]
        for place in ofGap[gap] {
          let actor = question.pairs[place].actor
          guard isDeadActor[actor], actors.insert(actor).inserted else { continue }
          for other in ofActor[actor] {
            let reached = question.pairs[other].gap
            guard !isTold[reached] else { continue }
            isTold[reached] = true
            queue.append(reached)
          }
        }
      }
      clash.gaps.sort()
      clash.actors = actors.sorted()
      clashes.append(clash)
    }
  }
}
