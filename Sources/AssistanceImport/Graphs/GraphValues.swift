internal import GraphCore

extension PropertyValue {
  /// The value as a collection may carry it, as values of a type if one is given; `nil` if nothing
  /// is left of it.
  ///
  /// A number that is none or has no end is left out.
  func cleaned(as type: PropertyType?) -> PropertyValue? {
    switch self {
    case .text(let text):
      if type == .texts { return PropertyValue.texts(Self.parts(text)).cleaned(as: .texts) }
      let clean = CleanText.body(text)
      return clean.isEmpty ? nil : .text(clean)
    case .texts(let texts):
      let clean = texts.map(CleanText.body).filter { !$0.isEmpty }
      guard !clean.isEmpty else { return nil }
      return type == .text ? .text(clean.joined(separator: "; ")) : .texts(clean)
    case .decimal(let number) where !number.isFinite: return nil
    case .integer, .decimal, .flag, .date:
      switch type {
      case .text: return .text(text)
      case .texts: return .texts([text])
      case .integer:
        if case .decimal(let number) = self, let whole = Int(exactly: number) {
          return .integer(whole)
        }
        return self
      case .decimal: return converted(to: .decimal)
      case .date: return GraphDate.date(self).map { .date($0) } ?? self
      case .flag, nil: return self
      }
    }
  }

  /// The value in the type of its column.
  func converted(to type: PropertyType?) -> PropertyValue {
    switch (self, type) {
    case (_, self.type), (_, nil): self
    case (.integer(let number), .decimal): .decimal(Double(number))
    case (_, .texts): .texts([text])
    default: .text(text)
    }
  }

  /// The parts between bars, as collections separate them; a bar inside one is `\|`.
  private static func parts(_ text: String) -> [String] {
    var parts = [""]
    var wasBackslash = false
    for scalar in text.unicodeScalars {
      if scalar == "|" {
        if wasBackslash {
          parts[parts.count - 1].unicodeScalars.removeLast()
          parts[parts.count - 1].unicodeScalars.append("|")
        } else {
          parts.append("")
        }
      } else {
        parts[parts.count - 1].unicodeScalars.append(scalar)
      }
      wasBackslash = scalar == "\\"
    }
    return parts
  }
}

extension CleanText {
  /// A text of several lines without control characters and without blanks at its ends.
  static func body(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    var kept = text
    if !isPlain {
      let scalars = text.unicodeScalars.filter {
        $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control
      }
      kept = String(String.UnicodeScalarView(scalars))
    }
    return kept.trimmingSpaces()
  }
}
