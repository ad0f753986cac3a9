public import ArgumentParser
public import PillarKit

/// The options that say how files of field data become a collection.
struct FieldImport: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which codes show inhibitors: strict, standard or wide.",
      discussion: """
        strict counts what a code's definition says outright, standard also what it says among \
        other things, wide also what it only suggests. Activities are read strictly unless told; \
        tables give sectors alone unless told.
        """
    )
  )
  var concordance: ConcordanceReading?

  @OptionGroup(title: "Tables") var tables: TableOptions
  @OptionGroup(title: "IATI activities") var activities: ActivityOptions
  @OptionGroup var collection: ImportOutput

  /// Reads the files, writes the collection and tells what became of them.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - wanted: What all of them must hold; `nil` takes each for what it holds.
  func run(_ files: [ImportFile], only wanted: ImportFile.Content?) throws {
    var draft = CollectionDraft()
    var faults: [Diagnostic] = []
    var (hasTables, sources): (Bool, [IATISource]) = (false, [])
    var mapping = tables.mapping
    mapping.reading = concordance
    for file in files {
      do throws(ImportError) {
        switch try file.content(wanted) {
        case .activities: sources.append(IATISource(path: file.path, document: file.key))
        case .table:
          hasTables = true
          try draft.addTable(file.bytes(), document: file.key, mapping: mapping)
        }
      } catch {
        faults += error.diagnostics
      }
    }
    if !sources.isEmpty {
      do throws(ImportError) {
        try draft.add(sources, rules: activities.rules(concordance ?? .strict))
      } catch {
        faults += error.diagnostics
      }
    }
    try ImportFile.refuse(faults)
    try collection.write(finished(draft, hasTables: hasTables, hasActivities: !sources.isEmpty))
  }

  private func finished(
    _ draft: CollectionDraft,
    hasTables: Bool,
    hasActivities: Bool
  ) throws -> ImportedCollection {
    do throws(ImportError) {
      let imported = try draft.finish(title: collection.name)
      guard hasActivities || concordance != nil else { return imported }
      return try imported.showingInhibitors(
        concordance ?? .strict,
        (hasActivities ? [.dac] : []) + (hasTables ? [.clusters] : [])
      )
    } catch {
      try Output.fail(error.description)
    }
  }
}

extension ConcordanceReading: ExpressibleByArgument {}
