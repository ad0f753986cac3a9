internal import GraphCore

/// How files that analysts have become one collection.
///
///     var importing = FieldImport()
///     importing.reading = .standard
///     let imported = try importing.collection(of: ["3w.csv", "aid.xml"], title: "Chad")
///
/// Organizations, places and countries that several files name become one where that is sure; each
/// fact keeps its file and row.
public struct FieldImport: Sendable {
  /// How tables are read.
  public var mapping = TableMapping()
  /// What analysts say about the tables, for each file; it goes before ``mapping``.
  public var mappings: MappingFile?
  /// How activities become facts.
  public var rules = IATIRules()
  /// Which links from codes to inhibitors count.
  ///
  /// With `nil`, activities are read strictly and tables give sectors alone.
  public var reading: ConcordanceReading?
  /// What every file must hold; `nil` takes each for what it holds.
  public var only: FieldFile.Content?

  /// Creates an import by the usual rules.
  public init() {}

  /// Reads files into one collection.
  ///
  /// - Parameters:
  ///   - paths: The files, in any order.
  ///   - title: What the collection is called.
  ///   - draft: What is there already.
  /// - Returns: The collection, and what became of the files.
  /// - Throws: Every fault of every file that cannot be read.
  /// - Complexity: O(*n* log *n*) for *n* bytes; files of activities are never held in memory.
  public func collection(
    of paths: [String],
    title: String,
    addingTo draft: CollectionDraft = CollectionDraft()
  ) throws(ImportError) -> ImportedCollection {
    let files = paths.map { FieldFile(path: $0) }
    var faults = repeated(files)
    var (draft, sources, hasTables): (CollectionDraft, [IATISource], Bool) = (draft, [], false)
    for file in files {
      do throws(ImportError) {
        switch try content(of: file) {
        case .activities:
          sources.append(IATISource(path: file.path, document: file.document))
        case .table:
          var mapping = try mappings?.mapping(for: file.name) ?? mapping
          mapping.reading = reading
          hasTables = hasTables || mapping.content == nil
          if let reading { mapping.content?.reading = reading }
          try draft.addTable(file.bytes(), document: file.document, mapping: mapping)
        }
      } catch {
        faults += error.diagnostics
      }
    }
    if !sources.isEmpty {
      var rules = rules
      rules.reading = reading ?? .strict
      do throws(ImportError) {
        try draft.add(sources, rules: rules)
      } catch {
        faults += error.diagnostics
      }
    }
    guard faults.isEmpty else { throw ImportError(faults.eachOnce()) }
    let imported = try draft.finish(title: title)
    let purposes = draft.purposes
    guard !sources.isEmpty || reading != nil || purposes != nil else { return imported }
    let activities = sources.isEmpty ? [] : [rules.concordance]
    return try imported.showingInhibitors(
      reading ?? purposes?.reading ?? .strict,
      (rules.basisShowsStrength ? [] : activities) + (hasTables ? [.clusters] : [])
        + (purposes.map { [Concordance.dac.restricted(to: $0.codes)] } ?? []),
      graded: rules.basisShowsStrength ? activities : []
    )
  }

  private func repeated(_ files: [FieldFile]) -> [Diagnostic] {
    var seen: Set<String> = []
    return files.filter { !seen.insert($0.document).inserted }.map {
      $0.fault("another file is called “\($0.document)” too", hint: "rename one")
    }
  }

  private func content(of file: FieldFile) throws(ImportError) -> FieldFile.Content {
    let found = try file.content()
    guard let only, only != found else { return found }
    let message = found == .activities ? "this is XML, not a table" : "this is no XML"
    let hint = "leave out what kind of files they are: each is then taken for what it holds"
    throw ImportError([file.fault(message, hint: hint)])
  }
}
