internal import ArgumentParser
internal import PillarKit

struct ImportTablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "3w",
    abstract: "Tables of who does what where (3W, 4W, 5W), with or without hashtags.",
    discussion: """
      Several files become one collection; each fact keeps its file and row. What was understood, \
      changed and left behind is printed. Contact data is never kept.

      \(Invocation.examples(
        "import 3w 3w.csv -o Graphs/my-country",
        "import 3w january.csv february.csv -o Graphs/my-country --year 2022",
        "import 3w 3w.csv --suggest-mapping -o 3w.yaml",
        "import 3w 3w.csv --mapping 3w.yaml -o Graphs/my-country"))
      """
  )

  @Argument(help: "The tables, as CSV.", completion: .file(extensions: ["csv", "tsv", "txt"]))
  var files: [String]

  @OptionGroup var mapping: MappingOptions
  @OptionGroup var tables: TableOptions
  @OptionGroup var collection: ImportOutput

  func validate() throws {
    try collection.require(unless: mapping.suggestMapping)
  }

  func run() throws {
    let named = try ImportFile.named(files)
    if mapping.suggestMapping {
      try MappingOptions.suggest(named, as: .whoDoesWhatWhere, to: collection.output)
      return
    }
    let mapping = try mapping.read()
    var draft = CollectionDraft()
    var faults: [Diagnostic] = []
    for file in named {
      do throws(ImportError) {
        let said = try mapping?.mapping(for: file.name) ?? TableMapping()
        let applied = tables.applied(to: said)
        try draft.addTable(file.bytes(), document: file.key, mapping: applied)
      } catch {
        faults += error.diagnostics
      }
    }
    try ImportFile.refuse(faults.eachOnce())
    let imported: ImportedCollection
    do throws(ImportError) {
      imported = try draft.finish(title: collection.name)
    } catch {
      try Output.fail(error.description)
    }
    try collection.write(imported)
  }
}
