internal import AssistanceModel
internal import GraphCore

extension CollectionDraft {
  /// Adds the facts of files of activities.
  ///
  /// The files are read together: a parent in one and its child in another are one work, and an
  /// activity that stands in two files has its money once, that of the first file by its key. Each
  /// file is read twice, first for who holds whom, and never held in memory.
  ///
  ///     var draft = CollectionDraft()
  ///     try draft.add([IATISource(path: "drc.xml")], rules: IATIRules(reading: .standard))
  ///     let imported = try draft.finish(title: "Aid to DR Congo").showingInhibitors(.standard)
  ///
  /// - Parameters:
  ///   - sources: The files.
  ///   - rules: How activities become facts.
  ///   - reader: Reads the files.
  /// - Throws: The fault of every file that cannot be read whole; the draft is unchanged then.
  /// - Complexity: O(*n*) for *n* bytes, in the memory of the facts and of the keys of activities.
  public mutating func add(
    _ sources: [IATISource],
    rules: IATIRules = IATIRules(),
    reader: IATIReader = IATIReader()
  ) throws(ImportError) {
    let sources = sources.sorted { $0.document.precedesBytewise($1.document) }
    try Self.requireDistinctKeys(sources)
    var families = IATIFamilies()
    var summaries: [IATISummary] = []
    var faults: [Diagnostic] = []
    for source in sources {
      do throws(ImportError) {
        summaries.append(
          try source.read(reader) { activity in
            families.add(activity, worth: Self.worth(activity, rules))
          }
        )
      } catch {
        faults += error.diagnostics
      }
    }
    guard faults.isEmpty else { throw ImportError(faults) }
    let replaced = families.replaced(rules.level)
    var draft = self
    var seen: Set<String> = []
    for (source, summary) in zip(sources, summaries) {
      var tally = IATITally(rules)
      _ = try source.read(reader) { activity in
        draft.add(activity, of: source, replaced, &seen, &tally)
      }
      draft.report(source, summary, tally)
    }
    if families.circleCount > 0, let file = sources.first?.file {
      draft.report.doubts.append(
        Diagnostic(
          .warning,
          at: .init(file: file),
          "\(families.circleCount) activities lie in a circle of parents, or above one: all count"
        )
      )
    }
    self = draft
  }

  private static func requireDistinctKeys(_ sources: [IATISource]) throws(ImportError) {
    var faults: [Diagnostic] = []
    for (source, next) in zip(sources, sources.dropFirst()) where source.document == next.document {
      faults.append(
        Diagnostic(
          .error,
          at: .init(file: next.file),
          "two files have the key “\(next.document)”",
          hint: "give one of them another name"
        )
      )
    }
    guard faults.isEmpty else { throw ImportError(faults) }
  }

  /// What an activity tells beside what its relatives tell.
  private static func worth(_ activity: IATIActivity, _ rules: IATIRules) -> IATIFamilies.Worth {
    if let status = activity.status, rules.leftOut.contains(status) { return .nothing }
    let pairs = IATICells(activity, rules: rules).pairs
    if pairs.isEmpty { return .nothing }
    return pairs.contains { $0.sector != nil } ? .sectors : .places
  }

  private mutating func add(
    _ activity: IATIActivity,
    of source: IATISource,
    _ replaced: Set<String>,
    _ seen: inout Set<String>,
    _ tally: inout IATITally
  ) {
    tally.doubt(activity.doubts)
    if replaced.contains(activity.identifier) { return tally.countReplaced() }
    if let status = activity.status, tally.rules.leftOut.contains(status) {
      return tally.countLeftOut(status)
    }
    let cells = IATICells(activity, rules: tally.rules)
    guard !cells.isTooWide else {
      return tally.refuse(
        activity,
        in: source.file,
        "it names more pairs of places and sectors than are read"
      )
    }
    let facts = IATIFacts(rules: tally.rules).facts(activity, cells, document: source.document)
    guard !cells.pairs.isEmpty else {
      return tally.refuse(activity, in: source.file, "it names neither country nor region")
    }
    let isRepeat = !activity.identifier.isEmpty && !seen.insert(activity.identifier).inserted
    if isRepeat { tally.countRepeat() }
    if IATIFacts.validity(activity).isReversed {
      let place = Diagnostic.Place(file: source.file, line: activity.line)
      tally.doubt([
        Diagnostic(.warning, at: place, "it ends before it begins; its end is left open")
      ])
    }
    tally.count(activity.transactions)
    tally.count(facts, of: activity, cells)
    for fact in facts { add(fact, isRepeat: isRepeat) }
  }

  private mutating func report(_ source: IATISource, _ summary: IATISummary, _ tally: IATITally) {
    var file = ImportReport.File(document: source.document, format: "IATI activities")
    file.rowsRead = summary.activityCount
    file.repeatedRows = tally.repeatedCount
    file.refusedRows = tally.refusedCount
    file.notes = tally.notes(summary)
    file.columns = Self.elements(summary)
    report.files.append(file)
    report.refusals += tally.refusals
    report.doubts += tally.doubts
  }

  /// What became of the elements of activities.
  private static func elements(_ summary: IATISummary) -> [ImportReport.Column] {
    var columns: [ImportReport.Column] = []
    func add(_ name: String, _ use: ImportReport.Column.Use, _ reason: String) {
      columns.append(
        ImportReport.Column(
          number: columns.count + 1,
          heading: name,
          tag: "",
          meaning: nil,
          use: use,
          reason: reason
        )
      )
    }
    for name in (IATIElement.kept["iati-activity"] ?? []).sorted()
    where name != "collaboration-type" {
      add(name, .used, "")
    }
    add("collaboration-type", .ignored, "read, but facts have no place for it")
    let ignored = summary.ignored.sorted { $0.key.precedesBytewise($1.key) }
    for (name, count) in ignored { add(name, .ignored, CountedWords.told(count, "times")) }
    if summary.contactCount > 0 {
      add(
        "contact-info",
        .dropped,
        CountedWords.told(summary.contactCount, "times; people's details")
      )
    }
    return columns
  }
}
