import AssistanceImport
import AssistanceModel
import GraphCore

/// Small files of activities for tests.
enum IATIText {
  /// A file of version 2.03, or another one, around activities.
  static func file(_ activities: String, version: String = "2.03") -> [UInt8] {
    Array("<iati-activities version=\"\(version)\">\n\(activities)\n</iati-activities>\n".utf8)
  }

  /// An activity under way in the Congo, on peace building, by one organization.
  static func activity(
    _ identifier: String = "A-1",
    status: String = "2",
    organizations: String = implementer("Local Peace"),
    places: String = #"<recipient-country code="CD"/>"#,
    sectors: String = #"<sector vocabulary="1" code="15220"/>"#,
    more: String = ""
  ) -> String {
    """
    <iati-activity default-currency="USD">
    <iati-identifier>\(identifier)</iati-identifier>
    <reporting-org ref="XX-1" type="10"><narrative>Reporter</narrative></reporting-org>
    <activity-status code="\(status)"/>
    \(organizations)\(places)\(sectors)\(more)
    </iati-activity>
    """
  }

  static func implementer(_ name: String) -> String { organization(name, role: "4") }

  static func organization(_ name: String, role: String, ref: String = "") -> String {
    "<participating-org role=\"\(role)\" ref=\"\(ref)\"><narrative>\(name)</narrative>"
      + "</participating-org>"
  }

  static func transaction(_ type: String, _ amount: String, _ more: String = "") -> String {
    "<transaction><transaction-type code=\"\(type)\"/><value>\(amount)</value>\(more)</transaction>"
  }

  /// The activities of a file.
  static func activities(_ bytes: [UInt8]) throws(ImportError) -> [IATIActivity] {
    var found: [IATIActivity] = []
    try IATIReader().read(bytes, named: "file.xml") { found.append($0) }
    return found
  }

  /// What a file becomes.
  static func imported(
    _ files: [UInt8]...,
    rules: IATIRules = IATIRules()
  ) throws(ImportError) -> ImportedCollection {
    var draft = CollectionDraft()
    let sources = files.enumerated().map { IATISource($0.element, document: "\($0.offset).xml") }
    try draft.add(sources, rules: rules)
    return try draft.finish(title: "Aid")
  }
}

extension ImportedCollection {
  /// Each fact as one line: who, where, in which sector, for which inhibitors, on which basis.
  var lines: [String] {
    let graph = collection.graph
    return graph.assistance.map { fact in
      func names(_ role: EdgeKind) -> String {
        fact.ends(role).map { graph.name(of: $0) }.sorted().joined(separator: "+")
      }
      let inhibitors = fact.inhibitors.map { $0.rawValue.dropFirst(10).prefix(1) }.sorted()
      return [
        names(.provider), fact.countryCase?.rawValue ?? "-", names(.sector),
        inhibitors.joined(), fact.basis.rawValue,
      ].joined(separator: " / ")
    }.sorted()
  }

  /// An amount of each fact that has it, sorted.
  func amounts(_ name: String) -> [Double] {
    collection.graph.assistance.flatMap(\.node.properties).compactMap { property in
      guard property.name == name, case .decimal(let amount) = property.value else { return nil }
      return amount
    }
    .sorted()
  }

  var notes: [String] { report.files.flatMap(\.notes) }
}
