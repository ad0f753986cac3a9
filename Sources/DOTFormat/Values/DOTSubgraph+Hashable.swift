// Written by hand without recursion, since subgraphs may nest as deep as a text says.

extension DOTSubgraph: Hashable {
  /// Whether two subgraphs have one name and equal statements in one order.
  public static func == (first: DOTSubgraph, second: DOTSubgraph) -> Bool {
    var open = [(first, second)]
    while let (first, second) = open.popLast() {
      guard first.id == second.id, first.statements.count == second.statements.count else {
        return false
      }
      for (one, other) in zip(first.statements, second.statements) {
        switch (one, other) {
        case (.subgraph(let one), .subgraph(let other)): open.append((one, other))
        case (.edge(let one), .edge(let other)):
          guard one.attributes == other.attributes, one.ends.count == other.ends.count else {
            return false
          }
          for ends in zip(one.ends, other.ends) {
            if case (.subgraph(let one), .subgraph(let other)) = ends {
              open.append((one, other))
            } else if ends.0 != ends.1 {
              return false
            }
          }
        default: if one != other { return false }
        }
      }
    }
    return true
  }

  /// Feeds the name and the statements to a hasher.
  public func hash(into hasher: inout Hasher) {
    var open = [self]
    while let subgraph = open.popLast() {
      hasher.combine(subgraph.id)
      hasher.combine(subgraph.statements.count)
      for statement in subgraph.statements {
        switch statement {
        case .subgraph(let inner): open.append(inner)
        case .edge(let edge):
          hasher.combine(edge.attributes)
          hasher.combine(edge.ends.count)
          for end in edge.ends {
            if case .subgraph(let inner) = end {
              open.append(inner)
            } else {
              hasher.combine(end)
            }
          }
        default: hasher.combine(statement)
        }
      }
    }
  }
}
