import AssistanceModel
import CoverageAnalysis
import GraphCore
import TestSupport

/// A made-up collection of any size.
///
/// It has actors, measures under forms, inhibitors and cases in
/// families, and facts that leave about a quarter of the cells open. Nothing in it is real.
struct GeneratedAssistance {
  var actors = 96
  var measures = 40
  var inhibitors = 18
  var cases = 90
  /// How many of a hundred cells are reported.
  var reported = 70
  var seed: UInt64 = 1

  static let document = SourceDocument(key: "sample", title: "A made-up survey")

  private static let actorKinds = [
    "un-agency", "national-institution", "civil-society", "regional-organization", "donor-state",
    "peace-operation", "private-foundation", "university",
  ]
  private static let forms = [
    "Encouragement", "Training and mentoring", "Legal advice", "Monitoring and early warning",
    "Mediation support", "Civilian protection", "Funding",
  ]
  private static let inhibitorKinds = ["justice", "security", "society", "information"]
  private static let regions = ["Coast", "Highlands", "Islands", "Lakes", "Plains", "Steppe"]
  private static let adjectives = [
    "Northern", "Joint", "National", "Regional", "Independent", "Eastern", "Federal", "Local",
  ]
  private static let bodies = [
    "Council for Dialogue", "Human Rights Office", "Centre for Mediation", "Legal Aid Network",
    "Police Reform Mission", "Media Watch", "Women’s Forum", "Commission of Inquiry",
    "Development Agency", "Ministry of Justice", "Early Warning Unit",
  ]
  private static let works = [
    "training of judges", "oversight of the police", "community dialogues", "radio programmes",
    "victim support", "drafting of laws", "election observation", "early-warning reports",
  ]
  private static let capacities = [
    "Accountable security forces", "Independent courts", "Free and responsible media",
    "Local resolution of conflict", "Assessment of risk", "Inclusive institutions",
    "Protection of minorities", "Transitional justice",
  ]
  private static let places = [
    "Aldra", "Benor", "Cavria", "Dorne", "Elmaa", "Farrow", "Gilan", "Hestia", "Irun", "Jorda",
    "Kelos", "Lumen", "Morva", "Nadir", "Orland",
  ]

  /// The collection, which can be written into a folder.
  func collection() throws -> AssistanceCollection {
    var question = QuestionDefaults()
    question.unobservable = [
      .init(row: "case-0", column: nil, reason: "the survey did not go there"),
      .init(row: "case-1", column: "inhibitor-0", reason: "the survey did not ask"),
    ]
    question.notNeeded = [.init(row: nil, column: "inhibitor-1", reason: "in place already")]
    if inhibitors < 8 { question.notNeeded = [] }
    return AssistanceCollection(
      try graph(),
      metadata: CollectionMetadata(
        title: "A made-up survey",
        languages: ["en"],
        sources: [Self.document],
        question: question
      )
    )
  }

  /// The checked graph.
  func graph() throws -> AssistanceGraph {
    var elements = nodes()
    elements += facts()
    let all = elements
    return try AssistanceGraph(checking: PropertyGraph { all })
  }

  private var source: [SourceReference] { [SourceReference(document: Self.document.key)] }

  private func nodes() -> [GraphElement] {
    func named(
      _ id: String,
      _ kind: NodeKind,
      _ name: String,
      _ subkind: String
    ) -> GraphElement {
      node(
        NodeID(id),
        kind,
        ["name": .text(name), "subkind": .text(subkind)],
        from: source
      )
    }
    func cycled(_ words: [String], _ number: Int) -> String { words[number % words.count] }
    var elements: [GraphElement] = []
    for number in 0..<actors {
      let name =
        "\(cycled(Self.adjectives, number / 11)) \(cycled(Self.bodies, number))"
        + (number < 88 ? "" : " \(number)")
      let designation = number % 17 == 5 ? "class" : number % 29 == 7 ? "placeholder" : "named"
      elements.append(
        node(
          NodeID("actor-\(number)"),
          .actor,
          [
            "name": .text(name), "subkind": .text(cycled(Self.actorKinds, number / 3)),
            "designation": .text(designation),
          ],
          from: source
        )
      )
    }
    for (number, form) in Self.forms.enumerated() {
      elements.append(named("form-\(number)", .form, form, "form"))
    }
    for number in 0..<measures {
      let name = "\(cycled(Self.adjectives, number / 8)) \(cycled(Self.works, number))"
      elements.append(named("measure-\(number)", .measure, name, "measure"))
      let form = NodeID("form-\(number % Self.forms.count)")
      elements.append(edge(NodeID("measure-\(number)"), "form-of", form, from: source))
    }
    for number in 0..<inhibitors {
      let name =
        cycled(Self.capacities, number) + (number < 8 ? "" : ", level \(number / 8 + 1)")
      elements.append(
        named("inhibitor-\(number)", .inhibitor, name, cycled(Self.inhibitorKinds, number))
      )
    }
    for number in 0..<cases {
      elements.append(
        node(
          NodeID("case-\(number)"),
          .countryCase,
          [
            "name": .text("\(cycled(Self.places, number)) \(2001 + number / 15)"),
            "subkind": .text("country"), "region": .text(cycled(Self.regions, number)),
          ],
          from: source
        )
      )
    }
    return elements
  }

  private func facts() -> [GraphElement] {
    var random = SeededGenerator(seed: seed)
    func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
    var elements: [GraphElement] = []
    var number = 0
    for place in 0..<cases {
      for inhibitor in 0..<inhibitors {
        guard below(100) < reported else { continue }
        for _ in 0..<(1 + below(2)) {
          let id = NodeID("fact-\(number)")
          number += 1
          let measure = below(measures)
          elements.append(node(id, .assistance, from: source))
          elements.append(edge(id, .provider, NodeID("actor-\(below(actors))")))
          if below(4) == 0 {
            elements.append(edge(id, .provider, NodeID("actor-\(below(actors))")))
          }
          if below(9) > 0 { elements.append(edge(id, .measure, NodeID("measure-\(measure)"))) }
          if below(12) > 0 {
            elements.append(edge(id, .form, NodeID("form-\(measure % Self.forms.count)")))
          }
          if below(20) > 0 {
            elements.append(edge(id, .inhibitor, NodeID("inhibitor-\(inhibitor)")))
          }
          elements.append(edge(id, .countryCase, NodeID("case-\(place)")))
        }
      }
    }
    return elements
  }
}
