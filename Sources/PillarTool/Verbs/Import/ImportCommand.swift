internal import ArgumentParser
internal import PillarKit

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Files that analysts already have, as a collection.",
    subcommands: [ImportTablesCommand.self, ImportCSVCommand.self]
  )
}
