internal import TabularText

/// An element of one activity, with what it holds.
struct IATIElement {
  let name: String
  let attributes: [String: String]
  let line: Int
  var text = ""
  var children: [IATIElement] = []

  init(_ name: String, _ attributes: [String: String], line: Int) {
    self.name = name
    self.attributes = attributes
    self.line = line
  }

  /// An attribute without white space at either end; empty if there is none.
  subscript(attribute: String) -> String { attributes[attribute]?.trimmed ?? "" }

  /// The children of a name.
  func all(_ name: String) -> [IATIElement] { children.filter { $0.name == name } }

  /// The first child of a name.
  func first(_ name: String) -> IATIElement? { children.first { $0.name == name } }

  /// The texts: those of narratives in 2.x, its own in 1.x.
  func narratives(_ language: String?) -> [IATINarrative] {
    func narrative(_ element: IATIElement, _ outer: String?) -> IATINarrative? {
      let text = element.text.trimmed
      let own = element["xml:lang"]
      return text.isEmpty ? nil : IATINarrative(text, language: own.isEmpty ? outer : own)
    }
    let own = self["xml:lang"]
    let outer = own.isEmpty ? language : own
    let told = all("narrative").compactMap { narrative($0, outer) }
    if !told.isEmpty { return told }
    return narrative(self, outer).map { [$0] } ?? []
  }

  /// The children that a reader of activities keeps, by the name of the element that holds them.
  ///
  /// What is not named here is never held in memory, people's details above all.
  static let kept: [String: Set<String>] = {
    let narrative: Set = ["narrative"]
    let shares = ["recipient-country", "recipient-region", "sector"]
    var kept: [String: Set<String>] = [
      "iati-activity": [
        "activity-date", "activity-status", "budget", "collaboration-type", "iati-identifier",
        "participating-org", "related-activity", "reporting-org", "title", "transaction",
      ],
      "transaction": [
        "provider-org", "receiver-org", "transaction-date", "transaction-type", "value",
      ],
      "budget": ["period-end", "period-start", "value"],
    ]
    kept["iati-activity"]?.formUnion(shares)
    kept["transaction"]?.formUnion(shares)
    for name in shares + [
      "participating-org", "provider-org", "receiver-org", "reporting-org", "title",
    ] {
      kept[name] = narrative
    }
    return kept
  }()
}
