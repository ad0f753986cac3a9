internal import ArgumentParser
internal import Foundation
internal import PillarKit

/// What becomes of somebody sensitive, as a word on the command line.
enum HidingWord: String, CaseIterable, ExpressibleByArgument {
  case pseudonym, group

  var treatment: SafetyRules.Treatment {
    switch self {
    case .pseudonym: .pseudonym
    case .group: .group
    }
  }
}

/// The options that say what a safe copy hides.
struct SafetyOptions: ParsableArguments {
  @Flag(help: "Hide who and what is sensitive; see Documentation/Formats/safe.md.")
  var safe = false

  @Option(
    help: ArgumentHelp(
      "A list of what is sensitive, beside sensitive.csv of the collection; repeatable.",
      valueName: "file"
    ),
    completion: .file(extensions: ["csv"])
  )
  var sensitive: [String] = []

  @Option(help: "Hide whoever has this key, name or other name; repeatable.")
  var hide: [String] = []

  @Option(help: "What becomes of sensitive actors: pseudonym or group.")
  var actors: HidingWord = .pseudonym

  @Option(help: "What becomes of sensitive places: group (the wider place) or pseudonym.")
  var places: HidingWord = .group

  @Option(help: "How many hidden actors must share a cell for it to be told.")
  var threshold = 3

  @Option(help: "Leave out amounts of facts below this number.")
  var leastAmount = 10.0

  @Flag(help: "Keep relations of hidden actors, without dates and sources.")
  var keepRelations = false

  @Option(help: ArgumentHelp("A secret that decides who gets which number.", valueName: "file"))
  var keyFile: String?

  @Flag(help: "Let the list name somebody who is not in the collection.")
  var allowAbsent = false

  @Option(
    help: ArgumentHelp(
      "Write who is hidden into this file, for yourself alone.",
      valueName: "file"
    )
  )
  var hidden: String?

  func validate() throws {
    let isUsed =
      !sensitive.isEmpty || !hide.isEmpty || keepRelations || keyFile != nil || allowAbsent
      || hidden != nil || threshold != 3 || leastAmount != 10 || actors != .pseudonym
      || places != .group
    if isUsed, !safe { throw ValidationError("These options need --safe.") }
    if threshold < 1 { throw ValidationError("--threshold must be at least 1.") }
    if leastAmount < 0 { throw ValidationError("--least-amount must not be negative.") }
  }

  /// The safe copy of a collection; every fault of a list is said, with exit status 2.
  func copy(of collection: AssistanceCollection, at path: String) throws -> SafeCopy {
    do throws(CollectionError) {
      let list = try list(of: path)
      let copy = try collection.safeCopy(
        hiding: list,
        under: SafetyRules(
          actors: actors.treatment,
          places: places.treatment,
          threshold: threshold,
          leastAmount: leastAmount,
          keepsRelations: keepRelations,
          secret: try secret()
        ),
        allowsAbsent: allowAbsent
      )
      for warning in copy.warnings { Output.say(warning.description) }
      return copy
    } catch {
      for diagnostic in error.diagnostics {
        let isAbsent = diagnostic.severity == .warning
        Output.say(
          isAbsent
            ? Diagnostic(
              .error,
              at: diagnostic.place,
              diagnostic.message,
              hint: (diagnostic.hint.map { $0 + " " } ?? "")
                + "mend the line, or use --allow-absent"
            ).description : diagnostic.description
        )
      }
      throw ExitCode(2)
    }
  }

  private func list(of path: String) throws(CollectionError) -> SensitiveList {
    var list = SensitiveList()
    let own = URL(filePath: path).appending(path: SensitiveList.fileName).path
    let files = (FileManager.default.fileExists(atPath: own) ? [own] : []) + sensitive
    var faults: [Diagnostic] = []
    for file in files {
      do throws(CollectionError) {
        list.entries += try SensitiveList(reading: bytes(of: file), file: file).entries
      } catch {
        faults += error.diagnostics
      }
    }
    guard faults.isEmpty else { throw CollectionError(faults) }
    list.entries += hide.map {
      SensitiveList.Entry(node: $0, place: Diagnostic.Place(file: "--hide"))
    }
    return list
  }

  private func secret() throws(CollectionError) -> [UInt8]? {
    guard let keyFile else { return nil }
    let secret = try bytes(of: keyFile)
    guard secret.count >= 16 else {
      throw fault(keyFile, "a secret of \(secret.count) bytes can be guessed", "use 16 or more")
    }
    return secret
  }

  private func bytes(of file: String) throws(CollectionError) -> [UInt8] {
    guard let data = try? Data(contentsOf: URL(filePath: file)) else {
      throw fault(file, "the file cannot be read", "check its name")
    }
    return [UInt8](data)
  }

  private func fault(_ file: String, _ message: String, _ hint: String) -> CollectionError {
    CollectionError([
      Diagnostic(.error, at: Diagnostic.Place(file: file), message, hint: hint)
    ])
  }

  // MARK: What is told

  /// Tells what was hidden where the export does not stand, and writes who is hidden if asked.
  func tell(_ copy: SafeCopy, beside output: String?) throws {
    let text = (["Hidden:"] + copy.summary.sentences.map { "  - " + $0 }).joined(separator: "\n")
    if output == nil || output == "-" {
      Output.say(text)
    } else {
      try Output.write(text + "\n", to: nil, as: .text)
    }
    guard let hidden else { return }
    try Output.write(privateTable(copy).csv(), to: hidden, as: .table)
    try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: hidden)
    Output.say(
      "warning: \(hidden) says who is hidden; keep it apart from the copy, and to yourself"
    )
  }

  /// Refuses a private table that would be handed over with the copy.
  func refuseBeside(_ output: String?) throws {
    guard let hidden else { return }
    if let present = try? String(contentsOf: URL(filePath: hidden), encoding: .utf8),
      !present.isEmpty, !present.hasPrefix("private id,")
    {
      try Output.fail("\(hidden) holds something else", hint: "choose another name")
    }
    guard let output else { return }
    let folder = URL(filePath: output).resolvingSymlinksInPath().standardizedFileURL.path
    let table = URL(filePath: hidden)
    let file = table.deletingLastPathComponent().resolvingSymlinksInPath()
      .appending(path: table.lastPathComponent).resolvingSymlinksInPath().standardizedFileURL.path
    guard file == folder || file.hasPrefix(folder + "/") else { return }
    try Output.fail(
      "\(hidden) would stand in what is shared",
      hint: "write who is hidden into another folder"
    )
  }

  private func privateTable(_ copy: SafeCopy) -> ReportTable {
    ReportTable(
      ["private id", "private name", "kind", "in the copy", "treatment", "why"],
      rows: copy.privateNames.map {
        [
          $0.id.rawValue, $0.name, $0.kind.rawValue, $0.copyID?.rawValue ?? "",
          $0.treatment.rawValue, $0.reason,
        ]
      }
    )
  }
}
