/// A pattern as it was read.
indirect enum PatternExpression: Sendable, Hashable {
  /// One link.
  case step(PatternStep)
  /// One after the other.
  case sequence([PatternExpression])
  /// Any of these.
  case alternatives([PatternExpression])
  /// The same, from so many times to so many; `nil` is any number of times.
  case repeated(PatternExpression, from: Int, upTo: Int?)

  /// The most steps that a pattern may have.
  static let maximumSteps = 1000

  /// How many steps there are, repetitions written out; no more than one above the maximum.
  var stepCount: Int {
    let most = Self.maximumSteps + 1
    switch self {
    case .step: return 1
    case .sequence(let parts), .alternatives(let parts):
      return parts.reduce(0) { min(most, $0 + $1.stepCount) }
    case .repeated(let part, let from, let upTo):
      // Without an end the last of them is repeated.
      let times = min(most, upTo ?? max(1, from))
      return min(most, part.stepCount * times)
    }
  }

  /// The same walks the other way.
  var inverted: PatternExpression {
    switch self {
    case .step(let step): .step(step.inverted)
    case .sequence(let parts): .sequence(parts.reversed().map(\.inverted))
    case .alternatives(let parts): .alternatives(parts.map(\.inverted))
    case .repeated(let part, let from, let upTo):
      .repeated(part.inverted, from: from, upTo: upTo)
    }
  }
}

/// What one step of a pattern may walk.
struct PatternStep: Sendable, Hashable {
  /// The place of the label in the list of labels; `nil` is any label.
  var label: UInt32?
  /// Which ways of a link.
  var ways: PatternWays

  /// The same step from its other end.
  var inverted: PatternStep { PatternStep(label: label, ways: ways.inverted) }
}

/// Along a link, against it, or both.
struct PatternWays: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let along = PatternWays(rawValue: 1)
  static let against = PatternWays(rawValue: 2)
  static let either: PatternWays = [.along, .against]

  var inverted: PatternWays {
    switch self {
    case .along: .against
    case .against: .along
    default: self
    }
  }
}
