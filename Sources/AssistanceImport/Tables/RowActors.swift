extension [DraftActor] {
  /// Gives an organization that a row names by its acronym alone the name that the same row gives
  /// beside that acronym: it is one, in two roles.
  mutating func spellOut() {
    guard count > 1 else { return }
    for (place, short) in enumerated() where short.acronym.isEmpty || short.name.isEmpty {
      let text = short.name.isEmpty ? short.acronym : short.name
      guard !text.isEmpty, short.identifiers.isEmpty else { continue }
      let whole = first { other in
        !other.acronym.isEmpty && !other.name.isEmpty && other.name != text
          && FoldedName(other.acronym) == FoldedName(text)
      }
      guard let whole else { continue }
      self[place].name = whole.name
      self[place].acronym = whole.acronym
      self[place].identifiers = whole.identifiers
    }
  }
}
