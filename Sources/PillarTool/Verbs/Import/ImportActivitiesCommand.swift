internal import ArgumentParser
internal import PillarKit

struct ImportActivitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "iati",
    abstract: "Files of aid activities (IATI, 1.x and 2.x).",
    discussion: """
      Files are streamed, so that their size does not matter. Their purpose codes show inhibitors by \
      --concordance; what no code can show is marked so, and is never told as a gap.

      \(Invocation.examples(
        "import iati activities.xml -o Graphs/my-country",
        "import iati donor-*.xml -o Graphs/my-country --concordance standard"))
      """
  )

  @Argument(help: "The files of activities.", completion: .file(extensions: ["xml"]))
  var files: [String]

  @OptionGroup var options: FieldOptions

  func run() throws { try options.run(files, only: .activities) }
}
