/// How properties are named in formats that have one flat list of attributes.
///
/// A property named like an attribute of the format, in any case since Gephi tells none apart,
/// gets a prefix; so does one that has the prefix already, so that no two names become one.
enum ColumnName {
  static let prefix = "property."
  private static let ofNodes: Set = ["id", "key", "kind", "label", "from", "until", "sources"]
  private static let ofEdges: Set = [
    "id", "source", "target", "type", "label", "kind", "from", "until", "sources",
  ]

  static func ofNodeProperty(_ name: String) -> String {
    prefixed(name, if: ofNodes)
  }

  static func ofEdgeProperty(_ name: String) -> String {
    prefixed(name, if: ofEdges)
  }

  private static func prefixed(_ name: String, if taken: Set<String>) -> String {
    let lowercased = name.lowercased()
    return taken.contains(lowercased) || lowercased.hasPrefix(prefix) ? prefix + name : name
  }
}
