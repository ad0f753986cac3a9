public import AssistanceModel
internal import GraphCore
public import NetworkAlgorithms

/// A pattern over kinds of relations, and what a route that fits it may pass again.
///
///     question.pattern = RoutePattern("member-of partners-with* part-of^-1", mode: .trail)
///
/// A step is the name of a kind of relation in the graph's schema, with the signs that
/// ``NetworkAlgorithms/PathPattern`` reads. A fact is two words: `assisted`, from a provider to
/// every other end of the fact and from the case to its recipients; and `assisted-with`, between
/// two providers of one fact. Relations that are mutual, as `partners-with` is, and `assisted-with`
/// lead both ways. `.` is any kind but those that only file or cite.
public struct RoutePattern: Hashable, Sendable {
  /// The pattern as people write it.
  public var text: String
  /// What a route may pass again.
  public var mode: WalkMode

  /// The step from a provider of a fact to its other ends.
  public static let assisted = "assisted"
  /// The step between two providers of a fact.
  public static let assistedWith = "assisted-with"

  /// The words that a pattern may use: a schema's kinds of relations, then those of facts.
  public static func words(of schema: AssistanceSchema) -> [String] {
    PatternVocabulary(schema).all
  }

  /// Creates a pattern, which is read when the question is asked.
  public init(_ text: String, mode: WalkMode) {
    self.text = text
    self.mode = mode
  }

  /// Reads the pattern in the words of a schema.
  ///
  /// - Parameter schema: The schema whose kinds of relations are words.
  /// - Returns: The pattern.
  /// - Throws: ``NetworkAlgorithms/PatternError`` with the column where the text is none.
  public func read(in schema: AssistanceSchema) throws(PatternError) -> PathPattern {
    try PathPattern(text, labels: PatternVocabulary(schema).all)
  }
}

/// The words that a pattern may use.
struct PatternVocabulary {
  /// Kinds of relations in the order of the schema, then the two words for facts.
  let all: [String]
  /// The numbers of the words for facts.
  let assisted: UInt32
  let assistedWith: UInt32

  private let relations: [EdgeKind]

  init(_ schema: AssistanceSchema) {
    relations = schema.schema.edgeRules.map(\.kind).filter { !schema.isRole($0) }
    all = relations.map(\.rawValue) + [RoutePattern.assisted, RoutePattern.assistedWith]
    assisted = UInt32(relations.count)
    assistedWith = assisted + 1
  }

  func number(of kind: EdgeKind) -> UInt32? {
    relations.firstIndex(of: kind).map { UInt32($0) }
  }

  /// The kinds of relations that a pattern walks, facts as `provider`.
  func kinds(of pattern: PathPattern, in schema: AssistanceSchema) -> Set<EdgeKind> {
    let named = pattern.namedLabels.map { number in
      number < assisted ? relations[Int(number)] : EdgeKind.provider
    }
    return Set(named + (pattern.takesAnyLabel ? schema.linkKinds + [.provider] : []))
  }
}
