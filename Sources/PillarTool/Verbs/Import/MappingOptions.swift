internal import ArgumentParser
internal import Foundation
internal import PillarKit

/// The options that say what tables hold, or that ask for a first draft of it.
struct MappingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file that says what the columns hold; it holds for every table of the command.",
      valueName: "file"
    ),
    completion: .file(extensions: ["yaml", "yml"])
  )
  var mapping: String?

  @Flag(
    help: ArgumentHelp(
      "Import nothing; write a first mapping for the tables, to be corrected by hand.",
      discussion: "It is printed, or written into the file that --output names."
    )
  )
  var suggestMapping = false

  func validate() throws {
    guard mapping == nil || !suggestMapping else {
      throw ValidationError("Either --mapping says what the tables hold, or ask for a suggestion.")
    }
  }

  /// The mapping, if one is named; every fault of it otherwise, with exit status 2.
  func read() throws -> MappingFile? {
    guard let mapping else { return nil }
    do throws(ImportError) {
      let bytes = try FieldFile(path: mapping).bytes()
      return try MappingFile(yaml: bytes, file: mapping)
    } catch {
      for fault in error.diagnostics { Output.say(fault.description) }
      throw ExitCode(2)
    }
  }

  /// Prints a suggestion, or writes it into the file of the output.
  static func suggest(_ files: [String], as kind: MappingSuggestion.Kind, to output: String?)
    throws
  {
    var tables: [MappingSuggestion.Table] = []
    var faults: [Diagnostic] = []
    for file in files.map({ FieldFile(path: $0) }) {
      do throws(ImportError) {
        tables.append(try MappingSuggestion.Table(file.bytes(), document: file.name, as: kind))
      } catch {
        faults += error.diagnostics
      }
    }
    guard faults.isEmpty else {
      for fault in faults { Output.say(fault.description) }
      throw ExitCode(2)
    }
    try Output.write(MappingSuggestion.yaml(for: tables), to: output, as: .yaml)
  }
}
