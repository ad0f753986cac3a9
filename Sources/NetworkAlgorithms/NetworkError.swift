/// Why links do not make a network.
public enum NetworkError: Error, Sendable, Hashable {
  /// Two columns that describe the same links differ in length.
  case countsDiffer(column: String, count: Int, linkCount: Int)
  /// A link starts or ends at a vertex that the network does not have.
  case endpointOutOfRange(link: Int, vertex: UInt32, vertexCount: Int)
  /// The weight of a link is negative, infinite or not a number.
  case invalidWeight(link: Int, weight: Double)
  /// What a link or vertex can carry, or what a vertex gives or takes, is negative or not a number.
  case invalidCapacity(place: Int, capacity: Double)
  /// The cost of a link is infinite, not a number, or below 0 where that has no meaning.
  case invalidCost(link: Int, cost: Double)
  /// What vertices give and what they take is not the same in all.
  case suppliesDiffer(sum: Double)
  /// A link can be walked at no time, takes less than none, or is too far off on the scale of time.
  case invalidTime(link: Int)
  /// There are more vertices or arcs than 32-bit indices can name.
  case tooLarge(vertexCount: Int, linkCount: Int)
}

extension NetworkError: CustomStringConvertible {
  /// What is wrong, where, and how to mend it.
  public var description: String {
    switch self {
    case .countsDiffer(let column, let count, let linkCount):
      "\(column) has \(count) values for \(linkCount) links; give one for each link"
    case .endpointOutOfRange(let link, let vertex, let vertexCount):
      "link \(link) ends at vertex \(vertex), but vertices go from 0 to \(vertexCount - 1)"
    case .invalidWeight(let link, let weight):
      "link \(link) weighs \(weight); weights must be finite and not negative"
    case .invalidCapacity(let place, let capacity):
      "amount \(place) is \(capacity); it must not be negative, and infinite only as a capacity"
    case .invalidCost(let link, let cost):
      "link \(link) costs \(cost); costs must be finite, and below 0 only where flow is bounded"
    case .suppliesDiffer(let sum):
      "supplies add up to \(sum); what some vertices give, others must take"
    case .invalidTime(let link):
      "link \(link) ends before it begins, or is too far from 0 in time; give times within 2⁶⁰"
        + " and durations from 0 to 2²⁸"
    case .tooLarge(let vertexCount, let linkCount):
      "\(vertexCount) vertices and \(linkCount) links are more than 32-bit indices can name"
    }
  }
}
