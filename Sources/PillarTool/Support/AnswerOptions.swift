internal import ArgumentParser
internal import PillarKit

/// How an answer is written.
enum AnswerFormat: String, CaseIterable, ExpressibleByArgument {
  case table, csv, json, markdown
}

/// The options that say how and where an answer is written.
struct AnswerOptions: ParsableArguments {
  @Option(help: "How to write the answer: table, csv, json or markdown.")
  var format: AnswerFormat = .table

  @Option(
    name: [.customShort("o"), .long],
    help: "Write the answer into this file, whole or not at all."
  )
  var output: String?

  /// Writes an answer; each form is made only if it is asked for.
  func write(
    page: @autoclosure () -> ReportPage,
    table: @autoclosure () -> ReportTable,
    json: @autoclosure () -> some Encodable
  ) throws {
    let text =
      switch format {
      case .table: page().plain(width: output == nil ? Terminal.width : nil)
      case .csv: table().csv()
      case .json: JSONText.of(json())
      case .markdown: page().markdown()
      }
    try Output.write(text, to: output)
  }
}
