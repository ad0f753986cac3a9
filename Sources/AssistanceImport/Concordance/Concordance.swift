public import GraphCore

/// Which codes of a classification show which inhibitors, how firmly, and why.
///
/// A line is one code with one inhibitor and its reason; a code that shows none has one line that
/// says so. A code of five digits without lines takes those of its first three digits: the
/// category to which it belongs.
///
///     Concordance.dac.claims(of: "15220", .strict).map(\.inhibitor)
///     // [inhibitor-5-local-conflict-resolution]
public struct Concordance: Sendable {
  /// One line of the table.
  public struct Entry: Hashable, Sendable {
    /// Whether all of the code or only a part of it is about the inhibitor.
    public enum Breadth: String, CaseIterable, Hashable, Sendable, Codable {
      /// The code is about nothing else.
      case pure
      /// Most of what is filed under the code may be something else.
      case broad
    }

    /// The code.
    public let code: String
    /// The code's name in its own list.
    public let name: String
    /// The code of which it is a voluntary part.
    public let parent: String?
    /// When the code was withdrawn.
    public let withdrawn: PartialDate?
    /// The inhibitor that it shows.
    public let inhibitor: NodeID?
    /// How firmly.
    public let strength: ConcordanceStrength
    /// Whether the code is about something else too.
    public let breadth: Breadth?
    /// The codes through which a withdrawn one is read.
    public let successors: [String]
    /// Why, taken from the code's definition.
    public let reason: String
    /// Where it stands in the table.
    public let line: Int
  }

  /// What a code says about one inhibitor.
  public struct Claim: Hashable, Sendable {
    /// The inhibitor.
    public let inhibitor: NodeID
    /// How firmly the code shows it.
    public let strength: ConcordanceStrength
    /// The lines that say so: those of the code, or of its successors.
    public let entries: [Entry]
  }

  /// The lines, in the order of the table.
  public let entries: [Entry]
  private let places: [String: [Int]]

  /// Reads a table of the same form as the shipped ones.
  ///
  /// - Parameters:
  ///   - bytes: Comma-separated text.
  ///   - file: The name by which faults speak of it.
  /// - Throws: Every fault of the table.
  public init(csv bytes: [UInt8], file: String) throws(ImportError) {
    let (concordance, diagnostics) = Self.read(bytes, file: file)
    guard diagnostics.isEmpty else { throw ImportError(diagnostics) }
    self = concordance
  }

  init(_ entries: [Entry]) {
    self.entries = entries
    places = Dictionary(grouping: entries.indices) { entries[$0].code }
  }

  /// The lines for a code; none if the code is not of this classification.
  ///
  /// - Complexity: O(1) for a code with few lines.
  public func entries(for code: String) -> [Entry] {
    if let own = places[code] { return own.map { entries[$0] } }
    guard code.utf8.count == 5, code.utf8.allSatisfy({ 48...57 ~= $0 }) else { return [] }
    return (places[String(code.prefix(3))] ?? []).map { entries[$0] }
  }

  /// What a code shows under a reading, in the order of the table.
  ///
  /// A withdrawn code shows what its successors show; where it has several, only what all of them
  /// show keeps its strength, the rest is doubtful.
  ///
  /// - Returns: The claims, each inhibitor once; none for a code that shows nothing or is unknown.
  public func claims(of code: String, _ reading: ConcordanceReading) -> [Claim] {
    let lines = entries(for: code)
    let own = lines.compactMap { entry in
      entry.inhibitor.map { Claim(inhibitor: $0, strength: entry.strength, entries: [entry]) }
    }
    let inherited = lines.flatMap { inheritedClaims(of: $0) }
    return (own + inherited).filter { reading.counts($0.strength) }
  }

  /// The inhibitors that no code of the whole classification shows under a reading.
  ///
  /// For these a source in this classification has no gaps: it could not show activity if there
  /// were any.
  ///
  /// - Returns: Those of the given inhibitors that cannot be seen, in the given order.
  public func unobservable(
    among inhibitors: some Sequence<NodeID>,
    _ reading: ConcordanceReading
  ) -> [NodeID] {
    let current = entries.lazy.filter { $0.withdrawn == nil }.map(\.code)
    return unobservable(among: inhibitors, in: current, reading)
  }

  /// The inhibitors that none of these codes shows under a reading.
  ///
  /// For a source that can hold only these codes, such as a table with a column for each.
  ///
  /// - Returns: Those of the given inhibitors that cannot be seen, in the given order.
  public func unobservable(
    among inhibitors: some Sequence<NodeID>,
    in codes: some Sequence<String>,
    _ reading: ConcordanceReading
  ) -> [NodeID] {
    var seen: Set<NodeID> = []
    for code in Set(codes) { seen.formUnion(claims(of: code, reading).map(\.inhibitor)) }
    return inhibitors.filter { !seen.contains($0) }
  }

  private func inheritedClaims(of entry: Entry) -> [Claim] {
    guard entry.strength == .remapped else { return [] }
    var claims: [Claim] = []
    var votes: [NodeID: [Entry]] = [:]
    let lines = entry.successors.flatMap { entries(for: $0) }.filter { $0.inhibitor != nil }
    for line in lines {
      guard let inhibitor = line.inhibitor else { continue }
      votes[inhibitor, default: []].append(line)
    }
    for line in lines {
      guard let inhibitor = line.inhibitor, let agreed = votes.removeValue(forKey: inhibitor)
      else { continue }
      let isShared = agreed.count == entry.successors.count
      let weakest = agreed.map(\.strength).max { $0.weakness < $1.weakness }
      let strength = isShared ? weakest ?? .doubtful : .doubtful
      claims.append(Claim(inhibitor: inhibitor, strength: strength, entries: agreed))
    }
    return claims
  }
}

extension ConcordanceStrength {
  /// From the firmest to the weakest.
  var weakness: Int {
    switch self {
    case .direct: 0
    case .partial: 1
    case .doubtful: 2
    case .none, .remapped: 3
    }
  }
}
