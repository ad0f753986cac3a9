import Foundation
import Testing
import Yams

/// A question of `Graphs/r2p/questions.yaml` with its exact answer.
struct R2PQuestion: Decodable, Sendable {
  let id: String
  let question: String
  let how: String
  let answer: R2PAnswer

  /// Every question, in the order of the file.
  static func all() throws -> [R2PQuestion] {
    let file = R2PRecord.folder.appending(path: "questions.yaml")
    return try YAMLDecoder().decode([R2PQuestion].self, from: Data(contentsOf: file))
  }
}

extension R2PQuestion: CustomTestStringConvertible {
  var testDescription: String { id }
}
