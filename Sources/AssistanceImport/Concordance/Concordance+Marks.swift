public import AssistanceModel
public import GraphCore

extension Concordance {
  /// Marks for a coverage question: the inhibitors that a source cannot show.
  ///
  /// Each reason names the codes that would show the inhibitor under a wider reading, so that a
  /// reader sees what the answer depends on.
  ///
  ///     question.unobservable = Concordance.dac.unobservableMarks(among: inhibitors, .standard)
  ///
  /// - Parameters:
  ///   - inhibitors: The columns of the question.
  ///   - codes: The codes that the source can hold; `nil` is the whole classification.
  ///   - reading: Which links count.
  /// - Returns: A mark for each inhibitor that cannot be seen, in the given order.
  public func unobservableMarks(
    among inhibitors: some Sequence<NodeID>,
    in codes: [String]? = nil,
    _ reading: ConcordanceReading
  ) -> [QuestionDefaults.Mark] {
    let codes = codes ?? current
    return unobservable(among: inhibitors, in: codes, reading).map { inhibitor in
      QuestionDefaults.Mark(
        row: nil,
        column: inhibitor,
        reason: told("under the \(reading.rawValue) reading", "under a wider one", inhibitor, codes)
      )
    }
  }

  /// The mark of an inhibitor that sources cannot show, or show only with a weaker basis.
  ///
  /// - Parameters:
  ///   - inhibitor: The column.
  ///   - reading: Which links count.
  ///   - plain: Concordances whose facts have the basis of what they were made of.
  ///   - graded: Concordances whose facts have a basis by the strength of the code.
  /// - Returns: The mark, or `nil` if a source shows the inhibitor firmly.
  static func mark(
    _ inhibitor: NodeID,
    _ reading: ConcordanceReading,
    _ plain: [Concordance],
    graded: [Concordance]
  ) -> QuestionDefaults.Mark? {
    guard let first = (graded + plain).first else { return nil }
    let bases = Set(graded.flatMap { $0.bases(showing: inhibitor, reading) })
    let isShown = plain.contains { $0.unobservable(among: [inhibitor], reading).isEmpty }
    guard !isShown, !bases.contains(.explicit) else { return nil }
    guard !bases.isEmpty else {
      return first.unobservableMarks(among: [inhibitor], reading).first
    }
    return QuestionDefaults.Mark(
      row: nil,
      column: inhibitor,
      reason: first.told("directly", "less firmly", inhibitor, first.current),
      unless: bases
    )
  }

  /// The bases that facts of codes get which show an inhibitor under a reading.
  private func bases(showing inhibitor: NodeID, _ reading: ConcordanceReading) -> Set<Basis> {
    let shown = current.flatMap { claims(of: $0, reading) }.filter { $0.inhibitor == inhibitor }
    return Set(shown.map(\.strength.basis))
  }

  /// The codes that are not withdrawn.
  private var current: [String] { entries.filter { $0.withdrawn == nil }.map(\.code) }

  /// Why an inhibitor cannot be seen, and the codes that show it less firmly.
  private func told(_ how: String, _ wider: String, _ inhibitor: NodeID, _ codes: [String])
    -> String
  {
    let weaker = weakerCodes(for: inhibitor, in: codes)
    return "no code of the source shows it \(how)"
      + (weaker.isEmpty ? "" : "; \(wider): \(weaker.joined(separator: ", "))")
  }

  /// The codes that show an inhibitor at all, with their strength, each once; a category only
  /// where no code of its own is there.
  private func weakerCodes(for inhibitor: NodeID, in codes: [String]) -> [String] {
    var seen: Set<String> = []
    let lines = codes.filter { seen.insert($0).inserted }.flatMap { code in
      claims(of: code, .wide).filter { $0.inhibitor == inhibitor }.map { (code, $0.strength) }
    }
    let own = lines.filter { $0.0.utf8.count == 5 }
    return (own.isEmpty ? lines : own).map { "\($0.0) (\($0.1.rawValue))" }
  }
}
