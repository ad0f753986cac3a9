internal import GraphCore

/// The decisions that people made about names, without contradiction.
///
/// They are kept in a file under version control, name by name as sources write them, so that they
/// hold for the next file too. Their order plays no part.
///
///     let decisions = try ActorDecisions(csv: bytes, file: "actors.csv")
///     var draft = CollectionDraft(decisions: decisions)
public struct ActorDecisions: Hashable, Sendable {
  /// No decision at all.
  public static let none = ActorDecisions(checked: [])

  /// The decisions, in the order in which they were written.
  public let decisions: [ActorDecision]

  init(checked decisions: [ActorDecision]) {
    self.decisions = decisions
  }

  /// Checks decisions.
  ///
  /// - Parameter decisions: The decisions.
  /// - Throws: Every fault: names that say nothing, decisions made twice, and contradictions.
  public init(_ decisions: [ActorDecision]) throws(ImportError) {
    let faults = Self.faults(in: decisions)
    guard faults.isEmpty else {
      throw ImportError(
        faults.map { fault in
          Diagnostic(
            .error,
            at: Diagnostic.Place(file: "decision \(fault.number + 1)"),
            fault.message { "decision \($0 + 1)" },
            hint: fault.hint
          )
        }
      )
    }
    self.decisions = decisions
  }

  /// Whether there is none.
  public var isEmpty: Bool { decisions.isEmpty }

  /// What was decided about two names; `nil` if nothing was.
  ///
  /// Names that are one by way of a third are the same; names of which one is the same as a name
  /// that is different from the other are different.
  public func verdict(_ name: String, _ other: String) -> ActorDecision.Verdict? {
    verdicts(DecidedName(name), DecidedName(other))
  }

  /// For each name of a decision the first name, by bytes, of those that are decided to be one.
  var groups: [DecidedName: DecidedName] { Self.groups(of: decisions) }

  /// The decisions that make names one, beside these.
  ///
  /// The first name is the one to show, unless another one was chosen before.
  ///
  /// - Parameters:
  ///   - names: Names, acronyms or identifiers.
  ///   - reason: Why.
  /// - Returns: The decisions to add: a line for each name but the first that is not one with it
  ///   yet.
  public func uniting(_ names: [String], reason: String = "") -> [ActorDecision] {
    guard let first = names.first else { return [] }
    let verdicts = verdicts
    let shown = shownNames
    let isShown = names.contains { shown[verdicts.group(of: DecidedName($0))] != nil }
    var seen: Set<DecidedPair> = []
    return names.dropFirst().compactMap { name in
      let decision = ActorDecision(
        .same,
        first,
        name,
        shown: isShown ? "" : first,
        reason: reason
      )
      let isNew = verdicts(decision.pair.first, decision.pair.second) != .same
      return isNew && seen.insert(decision.pair).inserted ? decision : nil
    }
  }

  /// The decisions in a form that is asked many times.
  var verdicts: Verdicts { Verdicts(self) }

  /// What was decided about two names, directly or by way of others.
  struct Verdicts {
    let groups: [DecidedName: DecidedName]
    private var different: Set<DecidedPair> = []

    init(_ decisions: ActorDecisions) {
      groups = decisions.groups
      for decision in decisions.decisions where decision.verdict == .different {
        different.insert(
          DecidedPair(group(of: decision.pair.first), group(of: decision.pair.second))
        )
      }
    }

    func group(of name: DecidedName) -> DecidedName { groups[name] ?? name }

    func callAsFunction(_ name: DecidedName, _ other: DecidedName) -> ActorDecision.Verdict? {
      let (one, two) = (group(of: name), group(of: other))
      if one == two { return groups[name] == nil ? nil : .same }
      return different.contains(DecidedPair(one, two)) ? .different : nil
    }
  }

  /// What the actor of each group is to be called.
  var shownNames: [DecidedName: String] {
    let groups = groups
    var shown: [DecidedName: String] = [:]
    for decision in decisions where decision.verdict == .same && !decision.shown.isEmpty {
      let group = groups[decision.pair.first] ?? decision.pair.first
      shown[group] = CleanText.name(decision.shown)
    }
    return shown
  }

  static func groups(of decisions: [ActorDecision]) -> [DecidedName: DecidedName] {
    var members: [DecidedName: [DecidedName]] = [:]
    var groups: [DecidedName: DecidedName] = [:]
    for decision in decisions where decision.verdict == .same {
      let pair = decision.pair
      let one = groups[pair.first] ?? pair.first
      let two = groups[pair.second] ?? pair.second
      let joined = (members[one] ?? [one]) + (one == two ? [] : members[two] ?? [two])
      let head = two.text.precedesBytewise(one.text) ? two : one
      members[one] = nil
      members[two] = nil
      members[head] = joined
      for name in joined { groups[name] = head }
    }
    return groups
  }
}

extension ActorDecisions {
  /// What is wrong with a decision.
  struct Fault {
    /// Where it shows.
    enum Part { case name, other, shown, decision }

    let number: Int
    let part: Part
    /// Other decisions that the message names.
    var others: [Int] = []
    let text: String
    let hint: String

    /// The message, other decisions being called as the caller calls them.
    func message(_ call: (Int) -> String) -> String {
      guard !others.isEmpty else { return text }
      return "\(text) (\(others.map(call).joined(separator: ", ")))"
    }
  }

  /// What is wrong with decisions, in their order.
  static func faults(in decisions: [ActorDecision]) -> [Fault] {
    var faults: [Fault] = []
    var seen: [DecidedPair: Int] = [:]
    var sound: [Int] = []
    for (number, decision) in decisions.enumerated() {
      let own = Self.faults(of: decision, number)
      faults += own
      guard own.isEmpty else { continue }
      if let first = seen[decision.pair] {
        let agrees = decisions[first].verdict == decision.verdict
        faults.append(
          Fault(
            number: number,
            part: .decision,
            others: [first],
            text: agrees
              ? "the same was decided before"
              : "“\(decision.name)” and “\(decision.other)” cannot be both same and different",
            hint: "remove one of the two lines"
          )
        )
        continue
      }
      seen[decision.pair] = number
      sound.append(number)
    }
    faults += contradictions(decisions, sound)
    return faults.sorted { $0.number < $1.number }
  }

  private static func faults(of decision: ActorDecision, _ number: Int) -> [Fault] {
    var faults: [Fault] = []
    for (part, text) in [(Fault.Part.name, decision.name), (.other, decision.other)] {
      if DecidedName(text).isEmpty {
        faults.append(
          Fault(
            number: number,
            part: part,
            text: text.isEmpty ? "the name is missing" : "“\(text)” is no name",
            hint: "write a name, an acronym or an identifier such as dac-channel:41140"
          )
        )
      } else if let meaning = StandInWords.shipped.meaning(ofActor: text) {
        faults.append(
          Fault(
            number: number,
            part: part,
            text: "“\(text)” names nobody: it is a word for \(meaning.phrase)",
            hint: "remove the line; whoever is not named is never united with anybody"
          )
        )
      }
    }
    if faults.isEmpty, decision.verdict == .different, decision.pair.first == decision.pair.second {
      faults.append(
        Fault(
          number: number,
          part: .other,
          text: "“\(decision.name)” and “\(decision.other)” are read as one name",
          hint: "give one of the two another name in its file, or use identifiers"
        )
      )
    }
    return faults
  }

  /// Names that are decided to be one and not one, and groups with two names to show.
  private static func contradictions(_ decisions: [ActorDecision], _ sound: [Int]) -> [Fault] {
    let groups = groups(of: sound.map { decisions[$0] })
    var faults: [Fault] = []
    var shown: [DecidedName: Int] = [:]
    for number in sound {
      let decision = decisions[number]
      let pair = decision.pair
      let group = groups[pair.first] ?? pair.first
      switch decision.verdict {
      case .different:
        guard group == groups[pair.second] ?? pair.second else { continue }
        let chain = sound.filter {
          decisions[$0].verdict == .same && groups[decisions[$0].pair.first] == group
        }
        faults.append(
          Fault(
            number: number,
            part: .decision,
            others: chain,
            text: "“\(decision.name)” and “\(decision.other)” are different here, "
              + "but other decisions make them one",
            hint: "remove this line or one of those"
          )
        )
      case .same:
        guard !decision.shown.isEmpty else { continue }
        if let first = shown[group], decisions[first].shown != decision.shown {
          faults.append(
            Fault(
              number: number,
              part: .shown,
              others: [first],
              text: "the actor is to be called “\(decision.shown)”, "
                + "but also “\(decisions[first].shown)”",
              hint: "write the same name to show, or leave one of the two cells blank"
            )
          )
        } else {
          shown[group] = number
        }
      }
    }
    return faults
  }
}

extension StandInWords.Meaning {
  /// What the word stands for, in words.
  var phrase: String {
    switch self {
    case .missing: "nothing known"
    case .nobody: "nobody"
    case .oneself: "whoever writes"
    case .unnamed: "somebody who is not named"
    case .several: "several who are not named"
    case .withheld: "somebody whose name is kept back"
    case .class: "a class of actors"
    }
  }
}
