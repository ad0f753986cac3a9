public import GraphCore

extension EdgeKind {
  /// What so many nodes at this end of facts are called in a sentence.
  ///
  /// A level of places is a word of tables, not of people: its nodes are places. Everything else is
  /// called as the end is, in the plural where there are several.
  ///
  ///     EdgeKind("adm2").noun(79)  // places
  ///     EdgeKind.inhibitor.noun(7)  // inhibitors
  ///
  /// - Parameter count: How many there are.
  /// - Returns: The noun without the number.
  public func noun(_ count: Int) -> String {
    let word = Self.placeLevels.contains(rawValue) ? "place" : rawValue
    guard count != 1 else { return word }
    if ["s", "x", "z", "ch", "sh"].contains(where: { word.hasSuffix($0) }) { return word + "es" }
    let isVowelBefore = word.dropLast().last.map { "aeiou".contains($0) } ?? true
    return word.hasSuffix("y") && !isVowelBefore ? word.dropLast() + "ies" : word + "s"
  }

  /// The names that imports give to levels of places.
  private static let placeLevels: Set<String> = ["adm1", "adm2", "adm3", "adm4", "location"]
}
