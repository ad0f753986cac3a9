internal import ArgumentParser
internal import PillarKit

struct ImportCSVCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv",
    abstract: "Any tables, with a mapping that says what their rows are.",
    discussion: """
      A row is a node, a relation between two nodes, or a fact; or the table is a matrix whose \
      cells are amounts, such as recipients by purpose codes. The mapping says which, and which \
      column is what: see Documentation/Formats/mapping.md, and Examples/Mappings for some. \
      Several files become one collection; each relation and fact keeps its file and row.

      \(Invocation.examples(
        "import csv members.csv --suggest-mapping",
        "import csv members.csv --suggest-mapping -o members.yaml",
        "import csv members.csv --mapping members.yaml -o Graphs/members"))
      """
  )

  @Argument(help: "The tables, as CSV.", completion: .file(extensions: ["csv", "tsv", "txt"]))
  var files: [String]

  @OptionGroup var mapping: MappingOptions
  @Option(
    help: ArgumentHelp(
      "Which links from purpose codes to inhibitors count: strict, standard or wide.",
      discussion: "The mapping says so unless given; strict otherwise."
    )
  )
  var concordance: ConcordanceReading?
  @OptionGroup var names: DecisionOptions
  @OptionGroup var collection: ImportOutput

  func validate() throws {
    try collection.require(unless: mapping.suggestMapping)
    guard mapping.mapping != nil || mapping.suggestMapping else {
      throw ValidationError(
        "A mapping says what the rows are: name it with --mapping, or ask for a first one with "
          + "--suggest-mapping."
      )
    }
  }

  func run() throws {
    if mapping.suggestMapping {
      try MappingOptions.suggest(files, as: .any, to: collection.output)
      return
    }
    var importing = FieldImport()
    importing.mappings = try mapping.read()
    importing.reading = concordance
    importing.only = .table
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
