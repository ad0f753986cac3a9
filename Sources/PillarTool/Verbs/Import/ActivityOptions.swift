public import ArgumentParser
public import PillarKit

/// The options that say how activities become facts.
struct ActivityOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which activities count where parents and children are there: lowest, highest or all.",
      valueName: "level"
    )
  )
  var level: IATIRules.Level = .lowest

  @Option(
    help: ArgumentHelp(
      "Who is the provider: funding, accountable, extending or implementing; repeatable.",
      valueName: "role"
    )
  )
  var provider: [IATIRole] = []

  @Option(
    help: ArgumentHelp(
      "The sector vocabulary to read, such as 1 (DAC purposes) or 10 (clusters); repeatable.",
      valueName: "number"
    )
  )
  var vocabulary: [String] = []

  @Flag(help: "Count cancelled and suspended activities too.")
  var cancelled = false

  @Flag(help: "Share evenly where several countries or sectors have no percentages.")
  var splitEvenly = false

  @Flag(
    help: ArgumentHelp(
      "Let a fact's basis tell how firmly its code shows the inhibitor.",
      discussion: "Direct codes give explicit facts, partial ones implied, doubtful ones thematic;"
        + " pillar sensitivity then tells what hangs on which. Best with --concordance wide."
    )
  )
  var strengthAsBasis = false

  /// The rules that the options give.
  var rules: IATIRules {
    var rules = IATIRules()
    rules.level = level
    if !provider.isEmpty { rules.providers = Set(provider) }
    if !vocabulary.isEmpty { rules.vocabularies = vocabulary.map { IATIVocabulary($0) } }
    if cancelled { rules.leftOut = [] }
    rules.splitsEvenly = splitEvenly
    rules.basisShowsStrength = strengthAsBasis
    return rules
  }
}

extension IATIRules.Level: ExpressibleByArgument {}

extension IATIRole: ExpressibleByArgument {
  /// Reads a role by its word or number.
  public init?(argument: String) { self.init(argument) }

  /// The words for the roles.
  public static var allValueStrings: [String] { allCases.map { "\($0)" } }
}
