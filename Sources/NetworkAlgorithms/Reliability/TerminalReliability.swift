/// Calculates how likely some vertices hang together, link after link.
struct TerminalReliability {
  private let links: [(first: Int, second: Int, probability: Double)]
  private let isTerminal: [Bool]
  private let terminalCount: Int
  /// The last link at each vertex.
  private let lasts: [Int]
  private let firsts: [Int]
  private let effort: Int

  init(_ network: Network, _ terminals: Set<Network.Vertex>, _ probabilities: [Double], effort: Int)
  {
    // Breadth first from the first terminal, so that few vertices stand between done and undone.
    let open = network.ignoringDirection()
    var place = [Int](repeating: .max, count: network.vertexCount)
    var order: [Network.Vertex] = []
    let starts = terminals.sorted() + (0..<Network.Vertex(network.vertexCount))
    for start in starts where place[Int(start)] == .max {
      place[Int(start)] = order.count
      order.append(start)
      var next = order.count - 1
      while next < order.count {
        for arc in open.arcs(from: order[next]) where place[Int(arc.head)] == .max {
          place[Int(arc.head)] = order.count
          order.append(arc.head)
        }
        next += 1
      }
    }
    let usable = network.sources.indices
      .filter { probabilities[$0] > 0 && network.sources[$0] != network.targets[$0] }
      .map { link in
        let ends = [network.sources[link], network.targets[link]].map { place[Int($0)] }
        return (first: ends.min() ?? 0, second: ends.max() ?? 0, probability: probabilities[link])
      }
    links = usable.enumerated().sorted {
      ($0.element.second, $0.element.first, $0.offset)
        < ($1.element.second, $1.element.first, $1.offset)
    }.map(\.element)
    var isTerminal = [Bool](repeating: false, count: network.vertexCount)
    for terminal in terminals { isTerminal[place[Int(terminal)]] = true }
    self.isTerminal = isTerminal
    terminalCount = terminals.count
    var lasts = [Int](repeating: -1, count: network.vertexCount)
    var firsts = lasts
    for (number, link) in links.enumerated() {
      for end in [link.first, link.second] {
        lasts[end] = number
        if firsts[end] < 0 { firsts[end] = number }
      }
    }
    self.lasts = lasts
    self.firsts = firsts
    self.effort = effort
  }

  /// The parts in which the vertices at the cut lie, by vertex; which parts have terminals.
  struct State: Hashable {
    /// The number of each vertex's part, in the order of the cut.
    var parts: [UInt16]
    /// Whether each part has a terminal.
    var hasTerminal: [Bool]
  }

  /// The probability; `nil` if that cost too much.
  func probability() -> Double? {
    guard terminalCount > 1 else { return 1 }
    // A terminal without links hangs together with nothing.
    guard isTerminal.indices.allSatisfy({ !isTerminal[$0] || lasts[$0] >= 0 }) else { return 0 }
    var cut: [Int] = []
    var states = [(state: State(parts: [], hasTerminal: []), probability: 1.0)]
    // Terminals that are not behind or at the cut: a part that leaves the cut alone must be the last.
    var ahead = terminalCount
    var steps = 0
    var done = 0.0
    for (number, link) in links.enumerated() {
      for end in [link.first, link.second] where firsts[end] == number {
        cut.append(end)
        if isTerminal[end] { ahead -= 1 }
        for index in states.indices {
          let fresh = UInt16(states[index].state.hasTerminal.count)
          states[index].state.parts.append(fresh)
          states[index].state.hasTerminal.append(isTerminal[end])
        }
      }
      guard let first = cut.firstIndex(of: link.first), let second = cut.firstIndex(of: link.second)
      else { return nil }
      let leaving = [first, second].filter { lasts[cut[$0]] == number }.sorted(by: >)
      var places: [State: Int] = [:]
      var next: [(state: State, probability: Double)] = []
      for (state, probability) in states {
        for holds in link.probability < 1 ? [true, false] : [true] {
          steps += 1 + cut.count
          guard steps <= effort else { return nil }
          let share = probability * (holds ? link.probability : 1 - link.probability)
          var state = holds ? state.joined(first, second) : state
          switch leave(&state, leaving, ahead) {
          case .together: done += share
          case .apart: continue
          case .open:
            if let place = places[state] {
              next[place].probability += share
            } else {
              places[state] = next.count
              next.append((state, share))
            }
          }
        }
      }
      for place in leaving { cut.remove(at: place) }
      states = next
    }
    return done
  }

  private enum Outcome {
    case together, apart, open
  }

  /// Takes vertices out of the cut that no further link touches.
  private func leave(_ state: inout State, _ leaving: [Int], _ ahead: Int) -> Outcome {
    for place in leaving {
      let part = state.parts.remove(at: place)
      guard state.hasTerminal[Int(part)], !state.parts.contains(part) else { continue }
      // The part is closed: it holds all terminals, or they will never hang together.
      let others = Set(state.parts).contains { $0 != part && state.hasTerminal[Int($0)] }
      return ahead == 0 && !others ? .together : .apart
    }
    state.number()
    return .open
  }
}

extension TerminalReliability.State {
  /// The state in which the parts of two vertices of the cut are one.
  fileprivate func joined(_ first: Int, _ second: Int) -> Self {
    let (kept, gone) = (parts[first], parts[second])
    guard kept != gone else { return self }
    var state = self
    for place in parts.indices where parts[place] == gone { state.parts[place] = kept }
    state.hasTerminal[Int(kept)] = hasTerminal[Int(kept)] || hasTerminal[Int(gone)]
    return state
  }

  /// Numbers the parts in the order of the cut, so that equal states are equal.
  fileprivate mutating func number() {
    var numbers: [UInt16: UInt16] = [:]
    var flags: [Bool] = []
    for place in parts.indices {
      let old = parts[place]
      if numbers[old] == nil {
        numbers[old] = UInt16(flags.count)
        flags.append(hasTerminal[Int(old)])
      }
      parts[place] = numbers[old] ?? 0
    }
    hasTerminal = flags
  }
}
