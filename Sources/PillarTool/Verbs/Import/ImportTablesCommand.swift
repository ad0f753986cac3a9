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
        "import 3w january.csv february.csv -o Graphs/my-country --year 2022"))
      """
  )

  @Argument(help: "The tables, as CSV.", completion: .file(extensions: ["csv", "tsv", "txt"]))
  var files: [String]

  @OptionGroup var tables: TableOptions
  @OptionGroup var collection: ImportOutput
  @OptionGroup var names: DecisionOptions

  func run() throws {
    let mapping = tables.mapping
    var draft = CollectionDraft(decisions: try names.read(for: collection.output))
    var faults: [Diagnostic] = []
    for file in try ImportFile.named(files) {
      do throws(ImportError) {
        try draft.addTable(file.bytes(), document: file.key, mapping: mapping)
      } catch {
        faults += error.diagnostics
      }
    }
    try ImportFile.refuse(faults)
    let imported: ImportedCollection
    do throws(ImportError) {
      imported = try draft.finish(title: collection.name)
    } catch {
      try Output.fail(error.description)
    }
    try collection.write(imported)
  }
}
