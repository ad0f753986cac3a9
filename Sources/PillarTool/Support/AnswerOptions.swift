internal import ArgumentParser
internal import PillarKit

/// How an answer is written.
enum AnswerFormat: String, CaseIterable, ExpressibleByArgument {
  case table, csv, json, markdown

  /// What a file in this format holds.
  var fileKind: FileKind {
    switch self {
    case .table: .text
    case .csv: .table
    case .json: .json
    case .markdown: .markdown
    }
  }

  /// The format for a file of this kind.
  init?(_ kind: FileKind) {
    guard let format = Self.allCases.first(where: { $0.fileKind == kind }) else { return nil }
    self = format
  }
}

/// The options that say how and where an answer is written.
struct AnswerOptions: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "How to write the answer: table, csv, json or markdown.",
      discussion: "By default as the name after -o ends (.csv, .json, .md), else as a table.",
      valueName: "format"
    )
  )
  var chosenFormat: AnswerFormat?

  @Option(
    name: [.customShort("o"), .long],
    help: "Write the answer into this file, whole or not at all."
  )
  var output: String?

  /// The format chosen, or the one that the file's name promises.
  var format: AnswerFormat {
    chosenFormat ?? output.flatMap { FileKind(ofName: $0) }.flatMap { AnswerFormat($0) } ?? .table
  }

  /// Writes an answer; each form is made only if it is asked for.
  func write(
    page: @autoclosure () -> ReportPage,
    table: @autoclosure () -> ReportTable,
    json: @autoclosure () -> some Encodable
  ) throws {
    let text =
      switch format {
      case .table:
        output == nil
          ? page().plain(width: Terminal.width, emphasis: Terminal.usesColour)
          : page().plain(width: Terminal.usualWidth)
      case .csv: table().csv()
      case .json: JSONText.of(json())
      case .markdown: page().markdown()
      }
    try Output.write(text, to: output, as: format.fileKind)
  }
}
