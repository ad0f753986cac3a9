internal import GraphCore

extension Concordance {
  /// Purpose codes of the Development Assistance Committee, by five and by three digits.
  public static let dac = read(PackageResources.dac_inhibitor_csv, file: "dac-inhibitor.csv").0

  /// Clusters of humanitarian coordination, by the keys of ``ClusterList/shipped``.
  ///
  /// A cluster is known by its name alone, so none shows an inhibitor directly.
  public static let clusters = read(
    PackageResources.cluster_inhibitor_csv,
    file: "cluster-inhibitor.csv"
  ).0

  /// Reads a table and says what is wrong with it.
  static func read(_ bytes: [UInt8], file: String) -> (Concordance, [Diagnostic]) {
    var reader = KnowledgeReader(
      bytes,
      file: file,
      columns: [
        "code", "name", "parent", "withdrawn", "inhibitor", "strength", "breadth", "successor",
        "reason",
      ]
    )
    var entries: [Entry] = []
    var records: [Int] = []
    var seen: Set<[String]> = []
    for record in reader.records {
      guard let entry = entry(record, &reader) else { continue }
      if !seen.insert([entry.code, entry.inhibitor?.rawValue ?? ""]).inserted {
        reader.complain(record, "code", "a second line for “\(entry.code)” says the same")
      }
      entries.append(entry)
      records.append(record)
    }
    let codes = Dictionary(grouping: entries, by: \.code)
    for (record, entry) in zip(records, entries) {
      if entry.inhibitor == nil, codes[entry.code]?.count != 1 {
        reader.complain(record, "strength", "“\(entry.code)” shows something on another line")
      }
      for successor in entry.successors where codes[successor]?.first?.successors.isEmpty != true {
        reader.complain(record, "successor", "“\(successor)” is no code with lines of its own")
      }
    }
    return (Concordance(entries), reader.diagnostics)
  }

  private static func entry(_ record: Int, _ reader: inout KnowledgeReader) -> Entry? {
    let code = reader.neededText(record, "code")
    let name = reader.neededText(record, "name")
    let reason = reader.neededText(record, "reason")
    guard let strength = reader.word(record, "strength", as: ConcordanceStrength.self) else {
      return nil
    }
    let inhibitor = reader.text(record, "inhibitor")
    let showsSomething = strength != .none && strength != .remapped
    if inhibitor.isEmpty == showsSomething {
      reader.complain(record, "inhibitor", "the inhibitor does not go with “\(strength.rawValue)”")
    }
    var breadth: Entry.Breadth?
    if showsSomething { breadth = reader.word(record, "breadth", as: Entry.Breadth.self) }
    let withdrawn = reader.text(record, "withdrawn")
    if !withdrawn.isEmpty, PartialDate(withdrawn) == nil {
      reader.complain(record, "withdrawn", "“\(withdrawn)” is no date")
    }
    let successors = reader.texts(record, "successor")
    if successors.isEmpty == (strength == .remapped) {
      reader.complain(record, "successor", "successors do not go with “\(strength.rawValue)”")
    }
    let parent = reader.text(record, "parent")
    return Entry(
      code: code,
      name: name,
      parent: parent.isEmpty ? nil : parent,
      withdrawn: PartialDate(withdrawn),
      inhibitor: inhibitor.isEmpty ? nil : NodeID(inhibitor),
      strength: strength,
      breadth: breadth,
      successors: successors,
      reason: reason,
      line: reader.line(of: record)
    )
  }
}
