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
    let codes = codes ?? entries.filter { $0.withdrawn == nil }.map(\.code)
    return unobservable(among: inhibitors, in: codes, reading).map { inhibitor in
      var reason = "no code of the source shows it under the \(reading.rawValue) reading"
      let weaker = weakerCodes(for: inhibitor, in: codes)
      if !weaker.isEmpty {
        reason += "; under a wider one: \(weaker.joined(separator: ", "))"
      }
      return QuestionDefaults.Mark(row: nil, column: inhibitor, reason: reason)
    }
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
