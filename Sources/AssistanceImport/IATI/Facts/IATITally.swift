internal import AssistanceModel
internal import GraphCore

/// Counts what is to be said about a file of activities.
struct IATITally {
  let rules: IATIRules
  private(set) var factCount = 0
  private(set) var repeatedCount = 0
  private(set) var refusedCount = 0
  private(set) var refusals: [Diagnostic] = []
  private(set) var doubts: [Diagnostic] = []
  private var doubtCount = 0
  private var replacedCount = 0
  private var leftOut: [IATIStatus: Int] = [:]
  private var statusUnknown = 0
  private var pledged = 0
  private var vocabularies: [String: Int] = [:]
  private var passedOver: [String: Int] = [:]
  private var withoutSector = 0
  private var onTransactions = 0
  private var withRegions = 0
  private var implied = 0
  private var faults: [IATIShares.Fault: Int] = [:]
  private var negative = 0
  private var money: [IATITransactionType.Meaning: Int] = [:]
  private var noType = 0
  private var below = 0

  init(_ rules: IATIRules) {
    self.rules = rules
  }

  // MARK: Counting

  mutating func countReplaced() { replacedCount += 1 }

  mutating func countRepeat() { repeatedCount += 1 }

  mutating func countLeftOut(_ status: IATIStatus) { leftOut[status, default: 0] += 1 }

  mutating func count(_ transactions: [IATITransaction]) {
    for transaction in transactions {
      if let amount = transaction.amount, amount < 0 { below += 1 }
      guard let type = transaction.type else {
        noType += 1
        continue
      }
      money[type.meaning, default: 0] += 1
    }
  }

  mutating func count(_ facts: [DraftFact], of activity: IATIActivity, _ cells: IATICells) {
    factCount += facts.count
    implied += facts.count { $0.basis == .implied }
    if activity.status == nil { statusUnknown += 1 }
    if activity.status == .pipeline { pledged += 1 }
    if let vocabulary = cells.vocabulary {
      vocabularies[vocabulary.description, default: 0] += 1
    } else {
      withoutSector += 1
    }
    for (vocabulary, count) in cells.passedOver {
      passedOver[vocabulary.description, default: 0] += count
    }
    for fault in cells.faults { faults[fault, default: 0] += 1 }
    negative += cells.negativeCount
    if cells.pairs.contains(where: { $0.place.isRegion }) { withRegions += 1 }
    let hasOwn = activity.sectors.isEmpty || activity.countries.isEmpty && activity.regions.isEmpty
    if hasOwn, !facts.isEmpty, !activity.transactions.isEmpty { onTransactions += 1 }
  }

  mutating func refuse(_ activity: IATIActivity, in file: String, _ message: String) {
    refusedCount += 1
    guard refusals.count < ImportReport.refusalLimit else { return }
    let name = activity.identifier.isEmpty ? "" : "“\(activity.identifier.prefix(80))”: "
    refusals.append(
      Diagnostic(.warning, at: .init(file: file, line: activity.line), name + message)
    )
  }

  mutating func doubt(_ diagnostics: [Diagnostic]) {
    doubtCount += diagnostics.count
    doubts += diagnostics.prefix(max(0, ImportReport.refusalLimit - doubts.count))
  }

  // MARK: Saying

  /// The rules that were in force and what they did, in sentences.
  func notes(_ summary: IATISummary) -> [String] {
    let all =
      [
        versions(summary),
        ruleOfProviders,
        ruleOfReading,
        sentence(replacedCount, "did not count: their \(relatives) in the files do"),
      ]
      + leftOut.sorted { $0.key.rawValue < $1.key.rawValue }.map { status, count in
        sentence(count, "left out as \(status.name)")
      }
      + [
        sentence(pledged, "in the pipeline: their facts are pledged, not done"),
        sentence(statusUnknown, "without a status that can be read: taken as done"),
        sentence(repeatedCount, "stand more than once: their money counts once"),
        list("sectors were read from", vocabularies, "activities"),
        list("sectors of other vocabularies were passed over:", passedOver, "entries"),
        sentence(withoutSector, "without a sector of these vocabularies"),
        sentence(onTransactions, "with countries or sectors on transactions only"),
        sentence(withRegions, "with regions: each is a case of its own, not spread over countries"),
        count(
          implied,
          "facts are implied: several places and several sectors stand side by side, "
            + "or a partial code shows them"
        ),
      ]
      + IATIShares.Fault.allCases.map { fault in
        sentence(
          faults[fault] ?? 0,
          "with \(fault.rawValue): " + (fault == .under ? "taken as stated" : noAmounts)
        )
      }
      + [
        count(money[.returned] ?? 0, "transactions are repayments or sales: no assistance"),
        count(money[.incoming] ?? 0, "transactions are incoming: not counted here"),
        count(money[.pledged] ?? 0, "transactions are pledges: not counted as money"),
        count(noType, "transactions without a type that can be read: not counted as money"),
        count(below, "transactions are below zero, of any type"),
        count(negative, "sums of money are below zero: more was taken back than given"),
        count(summary.contactCount, "entries with people's details were dropped unread"),
        count(max(0, doubtCount - doubts.count), "further doubts are not listed"),
      ]
    return all.filter { !$0.isEmpty }
  }

  private var noAmounts: String {
    rules.splitsEvenly ? "split evenly, as asked, where none has one" : "no amounts"
  }

  private var relatives: String { rules.level == .highest ? "parents" : "children" }

  private var ruleOfProviders: String {
    let roles = IATIRole.allCases.filter { rules.providers.contains($0) }.map { "\($0)" }
    return "providers are the organizations in the role \(roles.joined(separator: " or ")); "
      + "where there is none, whoever is nearest to the work"
  }

  private var ruleOfReading: String {
    guard let reading = rules.reading else { return "inhibitors were not asked for" }
    return "codes show inhibitors by the \(reading.rawValue) reading"
  }

  private func versions(_ summary: IATISummary) -> String {
    let names = summary.versions.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { $0.key.isEmpty ? "no stated version" : "version \($0.key.prefix(20))" }
    return CountedWords.told(summary.activityCount, "activities")
      + ", \(names.joined(separator: ", "))"
  }

  private func sentence(_ number: Int, _ words: String) -> String {
    number == 0 ? "" : "\(number) \(number == 1 ? "activity" : "activities") \(words)"
  }

  private func count(_ number: Int, _ words: String) -> String {
    number == 0 ? "" : CountedWords.told(number, words)
  }

  private func list(_ words: String, _ counts: [String: Int], _ unit: String) -> String {
    guard !counts.isEmpty else { return "" }
    let parts = counts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { "\($0.key.prefix(60)) (\(CountedWords.told($0.value, unit)))" }
    return "\(words) \(parts.joined(separator: ", "))"
  }
}
