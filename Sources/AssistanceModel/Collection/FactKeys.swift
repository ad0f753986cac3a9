internal import GraphCore

/// Gives facts without an id a key that reads well and stays as long as their line does.
///
/// The key is first provider, case and subject, with a number where facts share all three. Facts
/// are asked in the order of the file; keys that other lines state are passed over wherever these
/// lines stand, so that a line added at the end leaves the keys before it alone.
struct FactKeys {
  private let stated: Set<String>
  private var lastNumbers: [String: Int] = [:]
  private var given: Set<String> = []

  /// - Parameter stated: The ids that lines of the table state.
  init(stated: Set<String>) {
    self.stated = stated
  }

  /// The key before it is numbered.
  static func base(_ ends: (EdgeKind) -> String?) -> String {
    let subject = ends(.inhibitor) ?? ends(.measure) ?? ends(.form)
    let words = [ends(.provider), ends(.countryCase), subject].compactMap(\.self)
    return words.isEmpty ? "fact" : words.joined(separator: ".")
  }

  /// The next key for a base, which no node of the graph and no other line has.
  mutating func key(_ base: String, isNode: (String) -> Bool) -> String {
    var number = lastNumbers[base] ?? 0
    var key: String
    repeat {
      number += 1
      key = number == 1 ? base : "\(base).\(number)"
    } while stated.contains(key) || given.contains(key) || isNode(key)
    lastNumbers[base] = number
    given.insert(key)
    return key
  }
}
