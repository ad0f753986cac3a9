import AssistanceModel
import CoordinationAnalysis
import GraphCore

/// A fact written out: its node and the edges to its ends.
func fact(
  _ id: NodeID,
  by providers: [NodeID] = [],
  for inhibitors: [NodeID] = [],
  in countryCase: NodeID? = nil,
  to recipients: [NodeID] = [],
  using instruments: [NodeID] = [],
  basis: Basis = .explicit,
  valid validity: Validity = .always
) -> [GraphElement] {
  let ends: [(EdgeKind, [NodeID])] = [
    (.provider, providers), (.inhibitor, inhibitors),
    (.countryCase, [countryCase].compactMap(\.self)), (.recipient, recipients),
    (.instrument, instruments),
  ]
  return [node(id, .assistance, ["basis": .text(basis.rawValue)], valid: validity)]
    + ends.flatMap { kind, ends in ends.map { edge(id, kind, $0) } }
}

/// Nodes of one kind without properties.
func nodes(_ ids: [NodeID], _ kind: NodeKind = .actor) -> [GraphElement] {
  ids.map { node($0, kind) }
}

/// A class of actors or a placeholder.
func actor(_ id: NodeID, _ designation: Designation) -> GraphElement {
  node(id, .actor, ["designation": .text(designation.rawValue)])
}

/// Two actors that work together, documented unless another basis is given.
func partners(
  _ from: NodeID,
  _ to: NodeID,
  _ basis: Basis = .explicit,
  valid validity: Validity = .always
) -> GraphElement {
  edge(from, "partners-with", to, ["basis": .text(basis.rawValue)], valid: validity)
}

/// A checked graph, written out.
func assistance(@GraphBuilder _ elements: () -> [GraphElement]) throws -> AssistanceGraph {
  try AssistanceGraph(checking: PropertyGraph(elements))
}

/// The span of one date.
func during(_ text: String) -> Validity {
  guard let date = PartialDate(text) else { preconditionFailure("“\(text)” is no date") }
  return Validity(in: date)
}

extension AssistanceGraph {
  /// Asks for paths from `s` to `t`.
  func asked(
    count: Int = 10,
    _ change: (inout PathQuestion) -> Void = { _ in }
  ) throws -> PathAnswer {
    var question = PathQuestion(from: "s", to: "t")
    question.count = count
    change(&question)
    return try paths(question)
  }
}

extension PathAnswer {
  /// The nodes of every path, written in a row.
  var routes: [String] { paths.map(\.route) }
}

extension CoordinationPath {
  /// The nodes of the path, written in a row.
  var route: String {
    steps.prefix(1).map(\.from.rawValue).joined() + steps.map { ">\($0.to)" }.joined()
  }
}
