extension Concordance {
  /// The lines that say something about these codes, for a source that can hold no others.
  ///
  /// A code of five digits without lines of its own brings those of its category, and a withdrawn
  /// one those of its successors.
  package func restricted(to codes: [String]) -> Concordance {
    let own = codes.flatMap { entries(for: $0) }
    let inherited = own.flatMap(\.successors).flatMap { entries(for: $0) }
    let lines = Set((own + inherited).map(\.line))
    return Concordance(entries.filter { lines.contains($0.line) })
  }
}
