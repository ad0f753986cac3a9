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
    let who = fact.flatMap { names($0.providers) } ?? "provider not stated"
    return ([who, what(without: nil)].compactMap(\.self) + ends(without: nil))
      .joined(separator: " – ")
  }

  /// When it was done, how firmly it is stated, and where.
  var circumstances: String {
    guard let fact else { return "" }
    let date =
      switch (fact.validity.from, fact.validity.until) {
      case (nil, nil): "No date"
      case (let from?, nil): "Since \(from)"
      case (nil, let until?): "Until \(until)"
      case (let from?, let until?): from == until ? "In \(from)" : "\(from) to \(until)"
      }
    let sources = fact.sources.map(\.description.visible)
    return "\(date); basis \(fact.basis.rawValue); modality \(fact.modality.rawValue); "
      + (sources.isEmpty ? "no source" : "stated in " + listed(sources, limit: 4)) + "."
  }

  /// What was done, or who did it where the reader knows what.
  func head(without id: NodeID) -> String {
    what(without: id) ?? fact.flatMap { names($0.providers, without: id) } ?? "Not stated what"
  }

  /// Who else did it, for which capacity and where, but for the end that the reader knows.
  func foot(without id: NodeID) -> [String] {
    guard let fact, what(without: id) != nil else { return ends(without: id) }
    let word = fact.providers.contains(id) ? "with" : "by"
    let who = names(fact.providers, without: id).map { "\(word) \($0)" }
    return [who].compactMap(\.self) + ends(without: id)
  }

  private func what(without id: NodeID?) -> String? {
    [fact?.measure ?? fact?.form].compactMap(\.self).first { $0 != id }
      .map { graph.name(of: $0).visible }
  }

  private func ends(without id: NodeID?) -> [String] {
    guard let fact else { return [] }
    let place = names([fact.countryCase].compactMap(\.self), without: id).map { "in \($0)" }
    let purpose = names(fact.inhibitors, without: id).map { "for \($0)" }
    return [place, purpose].compactMap(\.self)
  }

  private func names(_ ids: [NodeID], without id: NodeID? = nil) -> String? {
    let names = ids.filter { $0 != id }.map { graph.name(of: $0).visible }
    return names.isEmpty ? nil : listed(names, limit: 3)
  }
}
