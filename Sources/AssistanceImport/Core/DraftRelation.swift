public import AssistanceModel
public import GraphCore

/// A relation between two things as a row states it.
///
///     var relation = DraftRelation(chad, .memberOf, union, source: row)
///     relation.role = "full"
public struct DraftRelation: Hashable, Sendable {
  /// Where it starts.
  public var from: DraftNode
  /// What it says.
  public var kind: EdgeKind
  /// Where it ends.
  public var to: DraftNode
  /// In which capacity, such as the type of a membership; relations with different ones stay apart.
  public var role = ""
  /// When it holds.
  public var validity: Validity = .always
  /// Amounts by name; rows that state the same relation at the same time add up.
  public var amounts: [String: Double] = [:]
  /// How firmly the source supports it.
  public var basis: Basis = .explicit
  /// The document and the row.
  public var source: SourceReference

  /// Creates a relation.
  public init(
    _ from: DraftNode,
    _ kind: EdgeKind,
    _ to: DraftNode,
    source: SourceReference
  ) {
    self.from = from
    self.kind = kind
    self.to = to
    self.source = source
  }
}

/// What makes two statements one relation, but for their times.
struct RelationKey: Hashable {
  var from: Int
  let kind: EdgeKind
  var to: Int
  let role: String
  let basis: Basis
}

/// The relations of a draft and what mappings say about kinds.
struct StatedGraph {
  /// For each relation its times, with the rows that say so.
  var relations: [RelationKey: [Validity: FactRecord]] = [:]
  /// What own kinds of nodes mean.
  var kinds: [NodeKind: String] = [:]
  /// What own relations mean.
  var meanings: [EdgeKind: String] = [:]
  /// The question that a mapping asks by default.
  var rows: EdgeKind?
  var columns: EdgeKind?
  /// Under which reading purpose codes gave inhibitors, and the codes that the tables can hold.
  var reading: ConcordanceReading?
  var codes: Set<String> = []
}

extension [Validity: FactRecord] {
  /// The times with those joined that overlap, or whose years follow each other, where the amounts
  /// are the same; sorted.
  func joinedSpans() -> [(validity: Validity, record: FactRecord)] {
    let sorted = map { (validity: $0.key, record: $0.value) }.sorted { left, right in
      let (a, b) = (left.validity, right.validity)
      let starts = (a.from?.packed ?? 0, b.from?.packed ?? 0)
      if starts.0 != starts.1 { return starts.0 < starts.1 }
      return (a.until?.packed ?? .max) < (b.until?.packed ?? .max)
    }
    var result: [(validity: Validity, record: FactRecord)] = []
    for span in sorted {
      if let last = result.last, last.record.amounts == span.record.amounts,
        let joined = last.validity.joined(with: span.validity)
      {
        result[result.count - 1].validity = joined
        result[result.count - 1].record.absorbRows(of: span.record)
      } else {
        result.append(span)
      }
    }
    return result
  }
}

extension Validity {
  /// The shortest span that holds both, with what is between them; an end unknown in one is unknown.
  ///
  /// Of two dates that begin or end on one day the more precise one is kept, whatever their order.
  func spanning(_ other: Validity) -> Validity {
    var (start, end): (PartialDate?, PartialDate?)
    if let from, let second = other.from {
      let isSecond =
        from.firstDay == second.firstDay
        ? from.packed < second.packed : from.firstDay > second.firstDay
      start = isSecond ? second : from
    }
    if let until, let second = other.until {
      let isSecond =
        until.lastDay == second.lastDay
        ? until.packed < second.packed : until.lastDay < second.lastDay
      end = isSecond ? second : until
    }
    // A span that holds both cannot end before it begins.
    return Validity(from: start, until: end) ?? .always
  }

  /// One span for both, if no day is between them; two years that follow each other touch.
  ///
  /// The other span starts no earlier.
  fileprivate func joined(with next: Validity) -> Validity? {
    guard let from, let start = next.from, let until else { return nil }
    let follows =
      until.precision == .year && start.precision == .year && start.year == until.year + 1
    guard follows || overlaps(next) else { return nil }
    guard let end = next.until else { return Validity(from: from, until: nil) }
    return Validity(from: from, until: end.lastDay > until.lastDay ? end : until)
  }
}
