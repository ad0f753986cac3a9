internal import ArgumentParser
internal import PillarKit

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Files that analysts already have, as a collection.",
    discussion: """
      What was understood, changed and left behind is printed; --report keeps it. Contact data is \
      never kept.

      \(Invocation.examples(
        "import 3w.csv -o Graphs/my-country",
        "import 3w.csv activities.xml -o Graphs/my-country",
        "import iati activities.xml -o Graphs/my-country --concordance standard"))
      """,
    subcommands: [
      ImportFilesCommand.self, ImportTablesCommand.self, ImportActivitiesCommand.self,
    ],
    defaultSubcommand: ImportFilesCommand.self
  )
}
