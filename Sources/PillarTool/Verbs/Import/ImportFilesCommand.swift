internal import ArgumentParser
internal import PillarKit

struct ImportFilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "files",
    abstract: "Tables and activities together: what each file holds is seen by its content.",
    discussion: """
      The usual one: “files” may be left out. Organizations, places and countries that several \
      files name become one where that is sure; each fact keeps its file and row.

      \(Invocation.examples(
        "import 3w.csv activities.xml -o Graphs/my-country",
        "import 3w.csv activities.xml -o Graphs/my-country --concordance wide"))
      """
  )

  @Argument(help: "The files.", completion: .file(extensions: ["csv", "tsv", "txt", "xml"]))
  var files: [String]

  @OptionGroup var options: FieldOptions

  func run() throws { try options.run(files) }
}
