internal import GraphCore

extension ReadingNotes {
  /// Reads sources as Pillar writes them into one text.
  mutating func references(_ text: String, at place: ReadingPlace) -> [SourceReference] {
    guard !text.isEmpty else { return [] }
    var references: [SourceReference] = []
    for part in text.partsBetweenBars {
      if let reference = SourceReference(part) {
        references.append(reference)
      } else {
        note("a source is not written as one; it was left out", about: part, at: place)
      }
    }
    return references
  }
}

extension String {
  /// Undoes `joinedWithBars`.
  var partsBetweenBars: [String] {
    var parts: [String] = [""]
    let scalars = Array(unicodeScalars)
    var index = 0
    while index < scalars.count {
      if scalars[index] == "\\", index + 1 < scalars.count, scalars[index + 1] == "|" {
        parts[parts.count - 1].unicodeScalars.append("|")
        index += 2
      } else if scalars[index] == " ", index + 2 < scalars.count, scalars[index + 1] == "|",
        scalars[index + 2] == " "
      {
        parts.append("")
        index += 3
      } else {
        parts[parts.count - 1].unicodeScalars.append(scalars[index])
        index += 1
      }
    }
    return parts
  }
}
