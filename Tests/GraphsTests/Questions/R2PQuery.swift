/// How a question of the file is asked through the library.
struct R2PQuery: Sendable {
  let id: String
  let answer: @Sendable (R2PRecord) throws -> R2PAnswer

  init(_ id: String, answer: @escaping @Sendable (R2PRecord) throws -> R2PAnswer) {
    self.id = id
    self.answer = answer
  }

  /// Every query, by topic.
  static let all =
    coverage + generalStatements + facts + actors + instruments + recommendations + documents
}
