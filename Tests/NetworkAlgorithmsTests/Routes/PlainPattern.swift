import NetworkAlgorithms
import TestSupport

/// A pattern as a tree, with the plainest way to tell whether a walk fits.
indirect enum PlainPattern {
  case step(label: UInt32?, along: Bool, against: Bool)
  case sequence([PlainPattern])
  case alternatives([PlainPattern])
  case repeated(PlainPattern, Int, Int?)
  case inverted(PlainPattern)

  /// A link that is walked, and which ways of it that is.
  struct Step {
    var label: UInt32
    var along: Bool
    var against: Bool
  }

  static func random(depth: Int, using generator: inout SeededGenerator) -> PlainPattern {
    let choice = depth == 0 ? 0 : Int.random(in: 0...6, using: &generator)
    func part() -> PlainPattern { random(depth: depth - 1, using: &generator) }
    switch choice {
    case 1, 2: return .sequence([part(), part()])
    case 3: return .alternatives([part(), part()])
    case 4: return .inverted(part())
    case 5, 6:
      let times: [(Int, Int?)] = [(0, nil), (1, nil), (0, 1), (2, 2), (1, 3), (2, nil)]
      let (from, upTo) = times[Int.random(in: 0..<times.count, using: &generator)]
      return .repeated(part(), from, upTo)
    default:
      let label: UInt32? = UInt32.random(in: 0...3, using: &generator)
      let way = Int.random(in: 0...3, using: &generator)
      return .step(label: label == 3 ? nil : label, along: way != 1, against: way == 1 || way == 2)
    }
  }

  /// The pattern as people write it.
  var text: String {
    switch self {
    case .step(let label, let along, let against):
      let name = label.map { ["a", "b", "c"][Int($0)] } ?? "."
      return name + (along ? (against ? "~" : "") : "^-1")
    case .sequence(let parts): return "(" + parts.map(\.text).joined(separator: " ") + ")"
    case .alternatives(let parts): return "(" + parts.map(\.text).joined(separator: "|") + ")"
    case .inverted(let part): return "(\(part.text))^-1"
    case .repeated(let part, let from, let upTo):
      let sign: String
      switch (from, upTo) {
      case (0, nil): sign = "*"
      case (1, nil): sign = "+"
      case (0, 1): sign = "?"
      default: sign = "{\(from),\(upTo.map(String.init) ?? "")}"
      }
      return "(\(part.text))\(sign)"
    }
  }

  func fits(_ walk: [Step]) -> Bool {
    ends(of: walk, from: 0, isInverted: false).contains(walk.count)
  }

  /// Where the pattern can have ended if it began at a place of a walk.
  private func ends(of walk: [Step], from start: Int, isInverted: Bool) -> Set<Int> {
    switch self {
    case .step(let label, let along, let against):
      guard start < walk.count else { return [] }
      let step = walk[start]
      let (there, back) = isInverted ? (against, along) : (along, against)
      let fits =
        (label ?? step.label) == step.label
        && ((there && step.along) || (back && step.against))
      return fits ? [start + 1] : []
    case .sequence(let parts):
      return (isInverted ? parts.reversed() : parts).reduce([start]) { starts, part in
        Set(starts.flatMap { part.ends(of: walk, from: $0, isInverted: isInverted) })
      }
    case .alternatives(let parts):
      return Set(parts.flatMap { $0.ends(of: walk, from: start, isInverted: isInverted) })
    case .inverted(let part): return part.ends(of: walk, from: start, isInverted: !isInverted)
    case .repeated(let part, let from, let upTo):
      var (found, starts): (Set<Int>, Set<Int>) = ([], [start])
      for time in 0...(upTo ?? from + walk.count + 1) {
        if time >= from { found.formUnion(starts) }
        starts = Set(starts.flatMap { part.ends(of: walk, from: $0, isInverted: isInverted) })
      }
      return found
    }
  }
}
