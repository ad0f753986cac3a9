internal import PillarKit

/// Generated assistance as plain numbers: what the graph, the peers' tables and the slow
/// recomputations are all made of.
struct AidData {
  struct Actor {
    var name: String
    var aliases: [String] = []
    var designation = Designation.named
  }

  struct Fact {
    var providers: [Int]
    var measure: Int?
    var form: Int
    var inhibitors: [Int]
    var countryCase: Int?
    var recipient: Int?
    var validity = Validity.always
    var basis: Basis
    var modality: Modality
    var sources: [SourceReference]
    var note: String?
  }

  /// A relation of actors, or of an actor or a measure to something else.
  struct Relation {
    var kind: EdgeKind
    var from: Node
    var to: Node
    var basis: Basis
    var modality = Modality.does
    var source: SourceReference
  }

  /// A node that is no fact, by kind and number.
  enum Node: Hashable {
    case actor(Int), countryCase(Int), inhibitor(Int), measure(Int), form(Int)

    var id: NodeID {
      switch self {
      case .actor(let number): NodeID("actor-\(padded(number, 6))")
      case .countryCase(let number): NodeID("case-\(padded(number, 5))")
      case .inhibitor(let number): NodeID("inhibitor-\(padded(number, 3))")
      case .measure(let number): NodeID("measure-\(padded(number, 4))")
      case .form(let number): NodeID("form-\(number)")
      }
    }
  }

  var actors: [Actor] = []
  var riskLevels: [String?] = []
  var inhibitorCount = 0
  var measureCount = 0
  let formCount = 3
  let documentCount = 60
  var facts: [Fact] = []
  var relations: [Relation] = []
  /// The ends of the paths that are asked for: actors by number.
  var pairs: [(from: Int, to: Int)] = []

  static func factID(_ number: Int) -> NodeID { NodeID("fact-\(padded(number, 8))") }

  /// How many nodes and edges the graph has.
  var nodeCount: Int {
    actors.count + riskLevels.count + inhibitorCount + measureCount + formCount + facts.count
  }

  var edgeCount: Int {
    facts.reduce(relations.count) { sum, fact in
      sum + fact.providers.count + (fact.measure == nil ? 0 : 1) + 1 + fact.inhibitors.count
        + (fact.countryCase == nil ? 0 : 1) + (fact.recipient == nil ? 0 : 1)
    }
  }
}

/// A number with zeros before it, so that the order of texts is that of numbers.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
