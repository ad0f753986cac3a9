internal import ArgumentParser
internal import Foundation
internal import PillarKit

/// The option that says where decisions about names are kept.
struct DecisionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The file of decisions about names; actors.csv in the collection's folder unless given.",
      valueName: "file"
    )
  )
  var decisions: String?

  /// Where the decisions of a collection are kept.
  func path(for folder: String) -> String {
    decisions ?? URL(filePath: folder).appending(path: ActorDecisions.fileName).relativePath
  }

  /// The bytes of the file; none if it is not given and not there.
  func bytes(for folder: String) throws -> [UInt8] {
    let path = path(for: folder)
    if let data = try? Data(contentsOf: URL(filePath: path)) { return [UInt8](data) }
    let isThere = FileManager.default.fileExists(atPath: path)
    guard decisions == nil, !isThere else {
      try Output.fail(
        isThere ? "\(path) cannot be read" : "there is no file \(path)",
        hint: "pillar actors writes it when something is decided"
      )
    }
    return []
  }

  /// The decisions for a collection; faults go to standard error and end with exit status 2.
  func read(for folder: String) throws -> ActorDecisions {
    let bytes = try bytes(for: folder)
    guard !bytes.isEmpty else { return .none }
    do throws(ImportError) {
      return try ActorDecisions(csv: bytes, file: path(for: folder))
    } catch {
      Output.say(error.description)
      throw ExitCode(2)
    }
  }
}
