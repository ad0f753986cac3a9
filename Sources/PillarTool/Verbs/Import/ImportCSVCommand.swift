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
  var concordance: String?
  @OptionGroup var collection: ImportOutput

  func validate() throws {
    try collection.require(unless: mapping.suggestMapping)
    if let concordance, ConcordanceReading(rawValue: concordance) == nil {
      throw ValidationError("“\(concordance)” is no reading; use strict, standard or wide.")
    }
    guard mapping.mapping != nil || mapping.suggestMapping else {
      throw ValidationError(
        "A mapping says what the rows are: name it with --mapping, or ask for a first one with "
          + "--suggest-mapping."
      )
    }
  }

  func run() throws {
    let named = try ImportFile.named(files)
    if mapping.suggestMapping {
      try MappingOptions.suggest(named, as: .any, to: collection.output)
      return
    }
    guard let mapping = try mapping.read() else { return }
    let reading = concordance.flatMap { ConcordanceReading(rawValue: $0) }
    var draft = CollectionDraft()
    var faults: [Diagnostic] = []
    for file in named {
      do throws(ImportError) {
        var mapping = try mapping.mapping(for: file.name)
        if let reading { mapping.content?.reading = reading }
        try draft.addTable(file.bytes(), document: file.key, mapping: mapping)
      } catch {
        faults += error.diagnostics
      }
    }
    try ImportFile.refuse(faults.eachOnce())
    let imported: ImportedCollection
    do throws(ImportError) {
      var made = try draft.finish(title: collection.name)
      if let purposes = draft.purposes {
        made = try made.showingInhibitors(purposes.reading, in: purposes.codes)
      }
      imported = made
    } catch {
      try Output.fail(error.description)
    }
    try collection.write(imported)
  }
}

extension [Diagnostic] {
  /// The diagnostics in their order, each once: what is wrong with a mapping is so for every table.
  func eachOnce() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }
  }
}
