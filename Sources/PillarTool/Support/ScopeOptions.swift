internal import ArgumentParser
internal import PillarKit

/// The options that say which statements count.
struct ScopeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which bases count: explicit, implied, thematic, ambiguous, or all.",
      discussion: "Strict by default: only what a text itself says."
    )
  )
  var basis: [String] = ["explicit"]

  @Option(
    help: ArgumentHelp(
      "Which modalities count: does, can, should, must, recommended, mandated, pledged,"
        + " listed-as-example, or all.",
      discussion: "Strict by default: only what was done."
    )
  )
  var modality: [String] = ["does"]

  @Option(
    help: ArgumentHelp(
      "Which evidence counts: documented, declared, co-presence, or all.",
      discussion: "By default all."
    )
  )
  var evidence: [String] = []

  @OptionGroup var time: TimeOptions

  @Flag(help: "Count a part as its whole, through part-of.")
  var rollUp = false

  func validate() throws {
    _ = try bases
    _ = try modalities
    _ = try evidenceClasses
  }

  /// The options on basis, modality and roll-up that ask for something other than the usual.
  var given: [String] {
    [
      ("--basis", basis != ["explicit"]), ("--modality", modality != ["does"]),
      ("--roll-up", rollUp),
    ]
    .filter(\.1).map(\.0)
  }

  /// The options on evidence and time that ask for something other than the usual.
  var givenOfLinks: [String] {
    [
      ("--evidence", !evidence.isEmpty && evidence != ["all"]), ("--in", time.inDate != nil),
      ("--since", time.since != nil), ("--until", time.until != nil),
    ].filter(\.1).map(\.0)
  }

  var bases: Set<Basis> { get throws { try WordList.words(basis, "--basis") } }
  var modalities: Set<Modality> { get throws { try WordList.words(modality, "--modality") } }
  var evidenceClasses: Set<EvidenceClass> {
    get throws {
      evidence.isEmpty
        ? Set(EvidenceClass.allCases) : try WordList.words(evidence, "--evidence")
    }
  }
}
