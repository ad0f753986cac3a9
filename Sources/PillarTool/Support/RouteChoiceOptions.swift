public import ArgumentParser
public import PillarKit

/// The options that ask for routes in another way than for the best few.
struct RouteChoiceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Take only routes that fit this pattern of steps.",
      discussion: "Kinds of relations one after the other, with |, *, +, ?, {2,4} and ( );"
        + " kind^-1 is against the relation, kind~ either way, . any kind; a fact is assisted, from"
        + " a provider to its other ends, and assisted-with between providers.",
      valueName: "pattern"
    )
  )
  var pattern: String?

  @Option(
    help: "By pattern: walk (may pass all again), trail (no link twice), simple (no node twice)."
  )
  var mode: WalkMode?

  @Option(help: ArgumentHelp("All paths of at most so many steps.", valueName: "steps"))
  var upTo: Int?

  @Option(
    help: ArgumentHelp(
      "The best path whose steps hold one after the other in time.",
      discussion: "earliest, latest, fewest (steps) or fastest",
      valueName: "goal"
    )
  )
  var inTime: TimedNetwork.Goal?

  @Flag(help: "All routes that no other beats in cost, weakest evidence and consents at once.")
  var pareto = false

  /// The options that ask for something other than the usual.
  var given: [String] {
    [
      ("--pattern", pattern != nil), ("--mode", mode != nil), ("--up-to", upTo != nil),
      ("--in-time", inTime != nil), ("--pareto", pareto),
    ].filter(\.1).map(\.0)
  }

  func validate() throws {
    if pattern != nil, mode == nil {
      throw ValidationError("--pattern needs --mode walk, trail or simple: the answers differ.")
    }
    if mode != nil, pattern == nil {
      throw ValidationError("--mode says nothing without --pattern.")
    }
    if let upTo, !(1...100).contains(upTo) {
      throw ValidationError("--up-to must be from 1 to 100.")
    }
    let ways = given.filter { $0 != "--mode" }
    let isLongPattern = ways == ["--pattern", "--up-to"]
    if ways.count > 1, !isLongPattern {
      throw ValidationError("\(ways[0]) and \(ways[1]) cannot be asked together.")
    }
  }

  /// Refuses options of routes that these leave no meaning.
  func refuse(_ route: RouteOptions) throws {
    guard let way = given.first else { return }
    var useless: Set = ["--through"]
    if route.by == .weakest { useless.insert("--by") }
    if pattern != nil { useless.formUnion(["--directed"]) }
    if inTime != nil { useless.formUnion(["--count", "--by", "--each-link"]) }
    if pareto { useless.formUnion(["--count"]) }
    if let option = route.given.first(where: useless.contains) {
      let told = option == "--by" ? "--by \(route.by.rawValue)" : option
      throw ValidationError("\(told) says nothing with \(way); leave it out.")
    }
  }

  /// Adds to a question what these options ask.
  func apply(to question: inout PathQuestion, count: Int?) {
    question.pattern = pattern.flatMap { text in mode.map { RoutePattern(text, mode: $0) } }
    question.maximumSteps = upTo
    question.timing = inTime
    question.weighsTradeOffs = pareto
    if upTo != nil, pattern == nil { question.count = count ?? 1000 }
  }
}

extension WalkMode: ExpressibleByArgument {}
extension TimedNetwork.Goal: ExpressibleByArgument {}
