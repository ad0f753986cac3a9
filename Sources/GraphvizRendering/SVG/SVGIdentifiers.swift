/// Names for references, each once in a picture.
struct SVGIdentifiers {
  private var used: Set<String>
  private var last: [String: Int] = [:]
  /// What the first element with a name is called now.
  private var current: [String: String] = [:]

  /// Starts with names that are taken.
  init(taken: [String]) { used = Set(taken) }

  /// A name for an element that has this one: itself if it can be, else one like it.
  mutating func name(for old: String) -> String {
    let base = Self.valid(old)
    var name = base
    while !used.insert(name).inserted {
      let number = last[base, default: 1] + 1
      last[base] = number
      name = "\(base)-\(number)"
    }
    if current[old] == nil { current[old] = name }
    return name
  }

  /// What an element that had this name is called now.
  func current(_ old: String) -> String? { current[old] }

  /// The nearest name that XML allows.
  private static func valid(_ text: String) -> String {
    var name = ""
    for scalar in text.unicodeScalars.prefix(longest) {
      let isPlain =
        scalar.isASCII
        ? scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
          || scalar == "." || scalar == "-"
        : scalar.properties.isIDContinue
      name.unicodeScalars.append(isPlain ? scalar : "-")
    }
    guard let first = name.unicodeScalars.first, first == "_" || first.properties.isIDStart else {
      return "_" + name
    }
    return name
  }

  private static let longest = 200
}
