internal import ArgumentParser
internal import PillarKit

/// Reads the words that options say of the links of a network.
enum LinkWords {
  /// What steps cost, written as `class=cost,…`.
  static func stepCosts(_ items: [String]) throws -> StepCosts {
    var values: [String: Double] = [:]
    for item in items.flatMap({ $0.split(separator: ",") }) {
      let parts = item.split(separator: "=")
      guard parts.count == 2, EvidenceClass(rawValue: String(parts[0])) != nil,
        let cost = Double(parts[1]), parts[1].allSatisfy({ "0123456789.eE+-".contains($0) })
      else {
        throw ValidationError("--costs: write for example documented=1,declared=2,co-presence=6.")
      }
      guard cost == 0 || (1e-6...1e9).contains(cost) else {
        throw ValidationError("--costs: a step costs 0, or from 0.000001 to a thousand million.")
      }
      values[String(parts[0])] = cost
    }
    return StepCosts(
      documented: values["documented"] ?? 1,
      declared: values["declared"] ?? 1.5,
      coPresence: values["co-presence"] ?? 4
    )
  }

  /// Refuses kinds that name nothing.
  static func checkKinds(_ items: [String]) throws {
    if !items.isEmpty, words(items).isEmpty {
      throw ValidationError("--kinds names nothing; use kinds of relations, or all.")
    }
  }

  /// Kinds of relations of a collection, with facts as `provider`; `nil` for the usual ones.
  static func kinds(_ items: [String], in collection: AssistanceCollection) throws
    -> Set<EdgeKind>?
  {
    let words = words(items)
    guard !words.isEmpty else { return nil }
    let known =
      collection.graph.schema.schema.edgeRules.map(\.kind)
      .filter { !collection.graph.schema.isRole($0) } + [.provider]
    if words == ["all"] { return Set(known) }
    for word in words where !known.contains(EdgeKind(rawValue: word)) {
      let all = known.map(\.rawValue)
      try Output.fail(
        "there are no relations of kind “\(word)”",
        hint: Spelling.nearest(to: word, among: all, limit: 1).first
          .map { "did you mean “\($0)”?" } ?? "there are \(all.joined(separator: ", "))"
      )
    }
    return Set(words.map { EdgeKind(rawValue: $0) })
  }

  private static func words(_ items: [String]) -> [String] {
    items.flatMap { $0.split(separator: ",").map(String.init) }
  }
}

/// What links are measured by.
enum LinkMeasure: String, CaseIterable, ExpressibleByArgument {
  case steps, cost
}
