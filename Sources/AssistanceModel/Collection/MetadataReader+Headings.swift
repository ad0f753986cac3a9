internal import GraphCore
internal import Yams

/// A property or an end of facts that `collection.yaml` declares, with its heading.
struct DeclaredHeading {
  let name: String
  /// The end of facts, or `nil` for a property of facts.
  let role: EdgeKind?
  let mark: Mark?
}

/// Checks that no two columns of `assistance.csv` share a heading.
extension MetadataReader {
  /// Refuses declared headings that would be read as those of another column.
  mutating func checkHeadings() {
    var owners: [String: String] = [:]
    func owner(_ role: EdgeKind?, _ name: String) -> String {
      role.map { "the end of facts “\($0)”" } ?? "the property “\(name)”"
    }
    func normal(_ name: String) -> String { TableReading.normal(name.trimmingSpaces()) }
    let declared = headingsDeclared
    let known = schema.roles.filter { role in !declared.contains { $0.role == role.kind } }
    for role in known { owners[normal(role.column)] = owner(role.kind, role.column) }
    let standard = AssistanceSchema.standard.schema.rule(for: .assistance)?.properties ?? []
    for rule in standard { owners[normal(rule.name)] = owner(nil, rule.name) }
    for heading in declared {
      let mine = owner(heading.role, heading.name)
      let other = owners.updateValue(mine, forKey: normal(heading.name))
      // What is declared again replaces what it was.
      guard let other, other != mine else { continue }
      add(
        heading.mark,
        "“\(heading.name.shortened)” is the column of \(other.shortened) already",
        "choose another name"
      )
    }
  }
}
