internal import AssistanceModel
internal import GraphCore

/// An end of a fact: a role and a thing.
struct End: Hashable, Comparable {
  let role: EdgeKind
  let number: Int

  init(_ role: EdgeKind, _ number: Int) {
    self.role = role
    self.number = number
  }

  static func < (left: End, right: End) -> Bool {
    left.role == right.role
      ? left.number < right.number : left.role.rawValue.precedesBytewise(right.role.rawValue)
  }
}

/// What makes two statements one fact.
struct FactKey: Hashable {
  /// The ends, each once, sorted.
  var ends: [End] = []
  /// The inhibitors, each once, sorted.
  var inhibitors: [NodeID] = []
  let texts: [String]
  let validity: Validity
  let modality: Modality
  let basis: Basis

  init(_ fact: DraftFact) {
    texts = [fact.key, fact.project, fact.status].map(CleanText.name)
    validity = fact.validity
    modality = fact.modality
    basis = fact.basis
  }

  var activityKey: String { texts[0] }
  var project: String { texts[1] }
  var status: String { texts[2] }

  mutating func sort() {
    ends = ends.sorted().onceEach
    inhibitors = inhibitors.sorted().onceEach
  }
}

extension Array where Element: Equatable {
  /// The elements of a sorted array, each once.
  fileprivate var onceEach: [Element] {
    var result: [Element] = []
    result.reserveCapacity(count)
    for element in self where result.last != element { result.append(element) }
    return result
  }
}

/// What the rows of one fact add up to.
struct FactRecord {
  private(set) var rows = 0
  private(set) var sources: [SourceReference] = []
  /// Every amount by itself: sums of fractions depend on the order of their terms.
  private var terms: [Term] = []

  private struct Term {
    let name: String
    let amount: Double
  }

  /// The sum of each amount.
  var amounts: [String: Double] {
    var sums: [String: Double] = [:]
    for term in terms.sorted(by: { $0.amount < $1.amount }) {
      sums[term.name, default: 0] += term.amount
    }
    return sums
  }

  mutating func add(_ source: SourceReference, _ amounts: [String: Double], isRepeat: Bool) {
    rows += 1
    add(source)
    guard !isRepeat else { return }
    for (name, amount) in amounts { terms.append(Term(name: name, amount: amount)) }
  }

  mutating func absorb(_ other: FactRecord) {
    guard rows > 0 else {
      self = other
      return
    }
    absorbRows(of: other)
    terms += other.terms
  }

  /// Takes over the rows of a record that states the same amounts.
  mutating func absorbRows(of other: FactRecord) {
    rows += other.rows
    sources += other.sources
  }

  /// Adds a source; a row that follows the last one lengthens it.
  private mutating func add(_ source: SourceReference) {
    if let last = sources.last, let joined = last.joined(with: source) {
      sources[sources.count - 1] = joined
    } else {
      sources.append(source)
    }
  }

  /// The sources in the order of documents and rows, neighbours joined, each once.
  var sortedSources: [SourceReference] { sources.sortedAndJoined() }
}

extension [SourceReference] {
  /// The sources in the order of documents and rows, neighbours joined, each once.
  func sortedAndJoined() -> [SourceReference] {
    guard count > 1 else { return self }
    var result: [SourceReference] = []
    for source in sorted(by: { $0.precedes($1) }) {
      if let last = result.last, let joined = last.joined(with: source) {
        result[result.count - 1] = joined
      } else if result.last != source {
        result.append(source)
      }
    }
    return result
  }
}

extension SourceReference {
  fileprivate func precedes(_ other: SourceReference) -> Bool {
    if !document.hasSameBytes(as: other.document) {
      return document.precedesBytewise(other.document)
    }
    if case .rows(let left) = locator, case .rows(let right) = other.locator {
      return left.lowerBound != right.lowerBound
        ? left.lowerBound < right.lowerBound : left.upperBound < right.upperBound
    }
    return description.precedesBytewise(other.description)
  }

  /// One source for both, if both are rows of one document that follow each other or overlap.
  fileprivate func joined(with next: SourceReference) -> SourceReference? {
    guard document == next.document, section == next.section,
      case .rows(let left) = locator, case .rows(let right) = next.locator,
      right.lowerBound >= left.lowerBound, right.lowerBound <= left.upperBound + 1
    else { return nil }
    let last = Swift.max(left.upperBound, right.upperBound)
    return SourceReference(
      document: document,
      section: section,
      locator: .rows(left.lowerBound...last)
    )
  }
}
