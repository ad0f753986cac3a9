internal import GraphCore

extension KnownOrganizations {
  /// The organizations that come with the library.
  public static let shipped = read(
    PackageResources.organizations_csv,
    file: "organizations.csv",
    ambiguous: PackageResources.ambiguous_names_csv,
    file: "ambiguous-names.csv"
  ).0

  /// Reads tables of the same form as the shipped ones.
  ///
  /// - Parameters:
  ///   - bytes: The organizations, as comma-separated text.
  ///   - file: The name by which faults speak of it.
  ///   - ambiguous: The texts that decide nothing by themselves.
  ///   - ambiguousFile: The name by which faults speak of it.
  /// - Throws: Every fault of the tables.
  public init(
    csv bytes: [UInt8],
    file: String,
    ambiguous: [UInt8],
    file ambiguousFile: String
  ) throws(ImportError) {
    let (known, diagnostics) = Self.read(
      bytes,
      file: file,
      ambiguous: ambiguous,
      file: ambiguousFile
    )
    guard diagnostics.isEmpty else { throw ImportError(diagnostics) }
    self = known
  }

  static func read(
    _ bytes: [UInt8],
    file: String,
    ambiguous: [UInt8],
    file ambiguousFile: String
  ) -> (KnownOrganizations, [Diagnostic]) {
    let (ambiguities, ambiguityFaults) = readAmbiguities(ambiguous, file: ambiguousFile)
    var reader = KnowledgeReader(
      bytes,
      file: file,
      columns: [
        "key", "kind", "part_of", "name", "acronym", "name_fr", "acronym_fr", "name_es",
        "acronym_es", "name_ar", "spellings", "former_names", "identifiers",
      ]
    )
    var organizations: [KnownOrganization] = []
    var records: [Int] = []
    var claims = Claims(ambiguous: Set(ambiguities.map { FoldedName($0.text) }))
    for record in reader.records {
      guard let organization = organization(record, &reader) else { continue }
      claims.check(organization, record, &reader)
      organizations.append(organization)
      records.append(record)
    }
    let keys = Set(organizations.map(\.key))
    for (record, organization) in zip(records, organizations) {
      if let whole = organization.partOf, !keys.contains(whole) {
        reader.complain(record, "part_of", "there is no organization “\(whole)”")
      }
    }
    return (
      KnownOrganizations(organizations, ambiguities), ambiguityFaults + reader.diagnostics
    )
  }

  /// Who has which text and identifier so far.
  private struct Claims {
    let ambiguous: Set<FoldedName>
    var keys: Set<String> = []
    var names: [FoldedName: String] = [:]
    var identifiers: [ActorIdentifier: String] = [:]

    init(ambiguous: Set<FoldedName>) {
      self.ambiguous = ambiguous
    }

    mutating func check(
      _ organization: KnownOrganization,
      _ record: Int,
      _ reader: inout KnowledgeReader
    ) {
      if !keys.insert(organization.key).inserted {
        reader.complain(record, "key", "“\(organization.key)” has a line already")
      }
      for (name, _) in organization.texts where !ambiguous.contains(name) {
        if let other = names.updateValue(organization.key, forKey: name) {
          reader.complain(
            record,
            "name",
            "“\(name.text)” is “\(other)” too",
            hint: "list it as ambiguous"
          )
        }
      }
      for identifier in organization.identifiers {
        if let other = identifiers.updateValue(organization.key, forKey: identifier) {
          reader.complain(record, "identifiers", "“\(identifier)” is “\(other)” too")
        }
      }
    }
  }

  private static func organization(
    _ record: Int,
    _ reader: inout KnowledgeReader
  ) -> KnownOrganization? {
    let key = reader.neededText(record, "key")
    let names = reader.names(record, "name")
    guard let kind = reader.word(record, "kind", as: KnownOrganization.Kind.self) else {
      return nil
    }
    let whole = reader.text(record, "part_of")
    var identifiers: [ActorIdentifier] = []
    for text in reader.texts(record, "identifiers") {
      let parts = text.split(separator: ":", maxSplits: 1)
      if parts.count == 2, let scheme = ActorIdentifier.Scheme(rawValue: String(parts[0])) {
        identifiers.append(ActorIdentifier(scheme, String(parts[1])))
      } else {
        reader.complain(record, "identifiers", "“\(text)” is no scheme and value")
      }
    }
    var acronyms: [NameLanguage: String] = [:]
    for (language, column) in [
      (NameLanguage.english, "acronym"), (.french, "acronym_fr"), (.spanish, "acronym_es"),
    ] {
      let acronym = reader.text(record, column)
      if !acronym.isEmpty { acronyms[language] = acronym }
    }
    return KnownOrganization(
      key: key,
      kind: kind,
      partOf: whole.isEmpty ? nil : whole,
      names: names,
      acronyms: acronyms,
      spellings: reader.texts(record, "spellings"),
      formerNames: reader.texts(record, "former_names"),
      identifiers: identifiers
    )
  }

  private static func readAmbiguities(
    _ bytes: [UInt8],
    file: String
  ) -> ([Ambiguity], [Diagnostic]) {
    var reader = KnowledgeReader(bytes, file: file, columns: ["text", "organizations", "reason"])
    var ambiguities: [Ambiguity] = []
    var seen: Set<FoldedName> = []
    for record in reader.records {
      let text = reader.neededText(record, "text")
      if !seen.insert(FoldedName(text)).inserted {
        reader.complain(record, "text", "“\(text)” has a line already")
      }
      ambiguities.append(
        Ambiguity(
          text: text,
          organizations: reader.texts(record, "organizations"),
          reason: reader.neededText(record, "reason")
        )
      )
    }
    return (ambiguities, reader.diagnostics)
  }
}
