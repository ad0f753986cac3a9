internal import ArgumentParser
internal import Foundation
internal import PillarKit

/// The options that say who may close gaps, and on which terms.
struct ClosureOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A table of possible, required and forbidden engagements; see "
        + "Documentation/Formats/engagements.md.",
      valueName: "file"
    ),
    completion: .file(extensions: ["csv"])
  )
  var engagements: String?

  @Option(
    help: ArgumentHelp("A table of fixed costs and capacities of actors.", valueName: "file"),
    completion: .file(extensions: ["csv"])
  )
  var actors: String?

  @Flag(help: "With --engagements: also whoever is reported in the row or in the column.")
  var addReported = false

  @Option(help: ArgumentHelp("What an engagement costs, if no table says.", valueName: "amount"))
  var unitCost = "1"

  @Option(
    help: ArgumentHelp("What is paid once for an actor, if no table says.", valueName: "amount")
  )
  var fixedCost = "0"

  @Option(help: "How many engagements an actor may have, if no table says.")
  var capacity: Int?

  @Option(
    help: ArgumentHelp("Close the gaps that weigh most within this cost.", valueName: "amount")
  )
  var budget: String?

  @Option(help: ArgumentHelp("Seconds of processor time for the search.", valueName: "seconds"))
  var limit = 30.0

  /// The options given.
  var given: [String] {
    [
      ("--engagements", engagements != nil), ("--actors", actors != nil),
      ("--add-reported", addReported), ("--unit-cost", unitCost != "1"),
      ("--fixed-cost", fixedCost != "0"), ("--capacity", capacity != nil),
      ("--budget", budget != nil), ("--limit", limit != 30),
    ].filter(\.1).map(\.0)
  }

  func validate() throws {
    if let capacity, capacity < 0 { throw ValidationError("--capacity must not be negative.") }
    if !(limit > 0 && limit <= 86_400) {
      throw ValidationError("--limit: more than 0 and at most 86400 seconds.")
    }
    if addReported, engagements == nil {
      throw ValidationError("--add-reported says nothing without --engagements; leave it out.")
    }
    for (option, text) in [
      ("--unit-cost", unitCost), ("--fixed-cost", fixedCost), ("--budget", budget ?? "0"),
    ] {
      do throws(ClosureAmount.Fault) {
        _ = try ClosureAmount(text)
      } catch {
        throw ValidationError("\(option): \(error.description); \(error.hint).")
      }
    }
  }

  /// The plan that the options ask for; every fault of a table goes to standard error.
  func plan(for report: CoverageReport) throws -> ClosurePlan {
    let question = try question(of: report)
    let progress = SearchProgress()
    defer { progress.end() }
    do throws(ClosureError) {
      return try report.closure(question) { progress.tell($0) }
    } catch {
      progress.end()
      guard let place = error.place else { try Output.fail(error.description, hint: error.hint) }
      Output.say(Diagnostic(.error, at: place, error.description, hint: error.hint).description)
      throw ExitCode(2)
    }
  }

  private func question(of report: CoverageReport) throws -> ClosureQuestion {
    var question = ClosureQuestion(limits: CoverLimits(processorSeconds: limit))
    question.unitCost = try ClosureAmount(unitCost)
    question.fixedCost = try ClosureAmount(fixedCost)
    question.capacity = capacity
    question.budget = try budget.map { try ClosureAmount($0) }
    question.addsReported = addReported
    var faults: [Diagnostic] = []
    if let engagements {
      do throws(CollectionError) {
        question.rules = try EngagementRule.reading(
          try bytes(of: engagements),
          file: engagements,
          for: report.question,
          in: report.graph
        )
      } catch {
        faults += error.diagnostics
      }
    }
    if let actors {
      do throws(CollectionError) {
        question.actors = try ActorTerms.reading(
          try bytes(of: actors),
          file: actors,
          in: report.graph
        )
      } catch {
        faults += error.diagnostics
      }
    }
    guard faults.isEmpty else {
      for fault in faults { Output.say(fault.description) }
      Output.say(faults.count == 1 ? "1 error" : "\(faults.count) errors")
      throw ExitCode(2)
    }
    return question
  }

  private func bytes(of file: String) throws(CollectionError) -> [UInt8] {
    guard let data = try? Data(contentsOf: URL(filePath: file)) else {
      throw CollectionError([
        Diagnostic(
          .error,
          at: Diagnostic.Place(file: file),
          "the file cannot be read",
          hint: "check its name"
        )
      ])
    }
    return [UInt8](data)
  }
}
