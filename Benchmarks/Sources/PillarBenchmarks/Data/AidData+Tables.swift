internal import Foundation
internal import PillarKit

extension AidData {
  /// Writes the data as tables of whole numbers, for the peers of ``Workloads``.
  ///
  /// What a fact lacks is -1. Bases and modalities count from 0 in the order of their cases.
  func writeTables(to folder: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder,
      withIntermediateDirectories: true
    )
    func write(_ name: String, _ heading: String, _ rows: [[Int]]) throws {
      let lines = [heading] + rows.map { $0.map(String.init).joined(separator: ",") }
      try Data((lines.joined(separator: "\n") + "\n").utf8)
        .write(to: URL(filePath: "\(folder)/\(name).csv"))
    }
    try write(
      "facts",
      "fact,case,measure,basis,modality",
      facts.enumerated().map { number, fact in
        [
          number, fact.countryCase ?? -1, fact.measure ?? -1, fact.basis.number,
          fact.modality.number,
        ]
      }
    )
    try write(
      "providers",
      "fact,provider",
      facts.enumerated().flatMap { number, fact in fact.providers.map { [number, $0] } }
    )
    try write(
      "inhibitors",
      "fact,inhibitor",
      facts.enumerated().flatMap { number, fact in fact.inhibitors.map { [number, $0] } }
    )
    try write(
      "strengthens",
      "measure,inhibitor,basis",
      relations.compactMap { relation in
        guard relation.kind == .strengthens, case .measure(let measure) = relation.from,
          case .inhibitor(let inhibitor) = relation.to
        else { return nil }
        return [measure, inhibitor, relation.basis.number]
      }
    )
    try write(
      "actors",
      "actor,named",
      actors.enumerated().map { [$0, $1.designation == .named ? 1 : 0] }
    )
    try write("cases", "case", riskLevels.indices.map { [$0] })
    try write("columns", "inhibitor", (0..<inhibitorCount).map { [$0] })
    let paths = SlowPaths(self)
    // Costs are halves: twice the cost is a whole number.
    try write(
      "links",
      "from,to,twice-cost",
      paths.costs.sorted { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }
        .map { [$0.key.first, $0.key.second, Int($0.value * 2)] }
    )
    try write(
      "pairs",
      "from,to",
      pairs.map { [paths.number(ofActor: $0) ?? -1, paths.number(ofActor: $1) ?? -1] }
    )
  }
}

extension CaseIterable where Self: Equatable {
  /// The place among all cases.
  fileprivate var number: Int {
    Self.allCases.enumerated().first { $0.element == self }?.offset ?? -1
  }
}
