internal import ArgumentParser
internal import Foundation
internal import PillarKit

/// The options that decide about names.
struct DecidingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Proposals to take up: numbers, keys or classes.", valueName: "which"))
  var accept: [String] = []

  @Option(help: ArgumentHelp("Proposals to turn down: numbers or keys.", valueName: "which"))
  var reject: [String] = []

  @Option(help: ArgumentHelp("The key of the list whose numbers are given.", valueName: "key"))
  var list: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Names that are one actor's; the first is shown.", valueName: "names")
  )
  var same: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Names of which each is another actor's.", valueName: "names")
  )
  var different: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Names; every decision that names one of them is removed.",
      valueName: "names"
    )
  )
  var undo: [String] = []

  @Option(help: "Why, for the lines that are written.")
  var reason: String?

  /// Whether anything is to be decided.
  var isDeciding: Bool {
    !accept.isEmpty || !reject.isEmpty || !same.isEmpty || !different.isEmpty || !undo.isEmpty
  }

  func validate() throws {
    for (option, names) in [("--same", same), ("--different", different)] where names.count == 1 {
      throw ValidationError("\(option) needs two names or more.")
    }
    if !undo.isEmpty, !accept.isEmpty || !reject.isEmpty || !same.isEmpty || !different.isEmpty {
      throw ValidationError("--undo stands alone.")
    }
  }

  /// Writes the decisions into their file and tells what was written.
  func decide(
    _ collection: AssistanceCollection,
    in folder: String,
    _ file: DecisionOptions
  ) throws {
    let path = file.path(for: folder)
    let isThere = FileManager.default.fileExists(atPath: path)
    let bytes = isThere ? try file.bytes(for: folder) : []
    let result: ActorDecisions.Rewritten
    do throws(ImportError) {
      result =
        undo.isEmpty
        ? try ActorDecisions.adding(
          added(to: try ActorDecisions(csv: bytes, file: path), collection),
          to: bytes,
          file: path
        )
        : try ActorDecisions.removing(decisionsOn: undo, from: bytes, file: path)
    } catch {
      Output.say(error.description)
      throw ExitCode(2)
    }
    if !result.changed.isEmpty { try save(result.bytes, path) }
    let count = result.changed.count
    var page = ReportPage(
      "\(path): \(count) line\(count == 1 ? "" : "s") \(undo.isEmpty ? "added" : "removed")."
    )
    page.parts.append(
      .list(result.changed.map { "“\($0.name)” \($0.verdict.rawValue) “\($0.other)”" })
    )
    if count > 0 {
      page.parts.append(
        .paragraph("Decisions take effect when the files are imported into \(folder) again.")
      )
    }
    try Output.write(page.plain(width: Terminal.width), to: nil, as: .text)
  }

  private func save(_ bytes: [UInt8], _ path: String) throws {
    do {
      try Data(bytes).write(to: URL(filePath: path).resolvingSymlinksInPath(), options: .atomic)
    } catch {
      try Output.fail(
        "\(path) cannot be written",
        hint: "check the folder, and who may write there"
      )
    }
  }

  // MARK: What is chosen

  /// The decisions that the options ask for.
  private func added(
    to present: ActorDecisions,
    _ collection: AssistanceCollection
  ) throws(ImportError) -> [ActorDecision] {
    var added: [ActorDecision] = []
    if !accept.isEmpty || !reject.isEmpty {
      let proposals = ActorProposals(collection.graph, decisions: present)
      added = ActorProposals.decisions(
        accepting: try chosen(accept, proposals, option: "--accept"),
        rejecting: try chosen(reject, proposals, option: "--reject"),
        beside: present
      )
    }
    added += present.uniting(same)
    for (place, name) in different.enumerated() {
      added += different[(place + 1)...].map { ActorDecision(.different, name, $0) }
    }
    if let reason {
      for index in added.indices { added[index].reason = reason }
    }
    return added
  }

  /// The open proposals that numbers, keys and classes stand for; all that stand for none are
  /// faults.
  private func chosen(
    _ texts: [String],
    _ proposals: ActorProposals,
    option: String
  ) throws(ImportError) -> [ActorProposal] {
    let open = proposals.open
    var chosen: [ActorProposal] = []
    var faults: [Diagnostic] = []
    func complain(_ message: String, _ hint: String) {
      faults.append(Diagnostic(.error, at: .init(file: option), message, hint: hint))
    }
    for text in texts.flatMap({ $0.split(separator: ",") }).map(String.init) {
      if let confidence = ActorProposal.Confidence(rawValue: text), option == "--accept" {
        chosen += open.filter { $0.confidence == confidence }
      } else if let range = Self.range(text) {
        guard let list, list == proposals.listKey else {
          complain(
            list == nil
              ? "“\(text)” is a number of a list, but --list does not say of which"
              : "the list is another one now, so “\(text)” may be another proposal",
            "the list is \(proposals.listKey) now; look at it again, or use keys"
          )
          continue
        }
        let found = open.filter { range.contains($0.number) }
        if found.isEmpty { complain("there is no proposal \(text)", "there are \(open.count)") }
        chosen += found
      } else if let found = open.first(where: { $0.key == text }) {
        chosen.append(found)
      } else {
        complain(
          "“\(text)” is no open proposal",
          "use keys and numbers that pillar actors prints"
            + (option == "--accept" ? ", or high, medium or low" : "")
        )
      }
    }
    guard faults.isEmpty else { throw ImportError(faults) }
    return chosen
  }

  private static func range(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last
    else { return nil }
    return first...last
  }
}
