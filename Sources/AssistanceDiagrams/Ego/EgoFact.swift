internal import AssistanceModel
internal import GraphCore

/// A fact in words: who, what, for which capacity, where.
struct EgoFact {
  private let fact: AssistanceFact?
  private let graph: AssistanceGraph

  init(_ id: NodeID, in graph: AssistanceGraph) {
    fact = graph.fact(id)
    self.graph = graph
  }

  /// The fact in a sentence.
  var sentence: String {
    (parts(without: nil, isHead: true) + parts(without: nil, isHead: false))
      .joined(separator: " – ")
  }

  /// Who did what, but for one end that the reader knows.
  func head(without id: NodeID) -> String {
    let parts = parts(without: id, isHead: true)
    return parts.isEmpty ? "not stated by whom or what" : parts.joined(separator: " – ")
  }

  /// For which capacity and where, but for one end that the reader knows.
  func foot(without id: NodeID) -> [String] { parts(without: id, isHead: false) }

  private func parts(without id: NodeID?, isHead: Bool) -> [String] {
    guard let fact else { return [] }
    func names(_ ids: [NodeID]) -> String? {
      let names = ids.filter { $0 != id }.map { graph.name(of: $0).visible }
      return names.isEmpty ? nil : listed(names, limit: 3)
    }
    if isHead {
      let what = fact.measure ?? fact.form
      return [names(fact.providers), names([what].compactMap(\.self))].compactMap(\.self)
    }
    let place = names([fact.countryCase].compactMap(\.self)).map { "in \($0)" }
    let purpose = names(fact.inhibitors).map { "for \($0)" }
    return [place, purpose].compactMap(\.self)
  }
}
