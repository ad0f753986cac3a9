public import ArgumentParser
public import PillarKit

/// The options that say how files of field data become a collection.
struct FieldOptions: ParsableArguments {
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

  @OptionGroup(title: "Mappings") var mapping: MappingOptions
  @OptionGroup(title: "Tables") var tables: TableOptions
  @OptionGroup(title: "IATI activities") var activities: ActivityOptions
  @OptionGroup var names: DecisionOptions
  @OptionGroup var collection: ImportOutput

  func validate() throws {
    try collection.require(unless: mapping.suggestMapping)
  }

  /// Reads the files, writes the collection and tells what became of them.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - wanted: What all of them must hold; `nil` takes each for what it holds.
  /// - Throws: An exit status, after every fault was said.
  func run(_ files: [String], only wanted: FieldFile.Content? = nil) throws {
    if mapping.suggestMapping {
      try MappingOptions.suggest(
        files,
        as: wanted == .table ? .whoDoesWhatWhere : .any,
        to: collection.output
      )
      return
    }
    var importing = FieldImport()
    importing.mapping = tables.applied(to: TableMapping())
    importing.mappings = try mapping.read()?.changed { tables.applied(to: $0) }
    importing.rules = activities.rules
    importing.reading = concordance
    importing.only = wanted
    let draft = CollectionDraft(decisions: try names.read(for: collection.folder))
    let imported: ImportedCollection
    do throws(ImportError) {
      imported = try importing.collection(of: files, title: collection.name, addingTo: draft)
    } catch {
      for fault in error.diagnostics { Output.say(fault.description) }
      throw ExitCode(2)
    }
    try collection.write(imported, madeOf: files)
  }
}

extension ConcordanceReading: ExpressibleByArgument {}
