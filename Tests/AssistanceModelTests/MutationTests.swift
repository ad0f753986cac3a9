import AssistanceModel
import Foundation
import GraphCore
import TestSupport
import Testing

@Suite struct MutationTests {
  @Test(arguments: UInt64(0)..<300)
  func `any damage ends in a collection or in faults with places`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var collection = SmallCollection()
    collection.files["collection.yaml"]? += Array(
      """
      question: {rows: case, unobservable: [{column: police}]}
      schema:
        nodes: [{kind: sector, properties: [{name: size, type: integer}]}]
        roles: [{role: sector, to: [sector]}]

      """.utf8
    )
    let paths = collection.files.keys.sorted()
    let alphabet: [UInt8] = [
      0, 9, 10, 13, 32, 34, 35, 38, 39, 42, 44, 45, 58, 91, 92, 93, 97, 123, 124, 125, 0x80, 0xC3,
      0xEF, 0xFF,
    ]
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let path = paths[Int.random(in: 0..<paths.count, using: &random)]
      guard var bytes = collection.files[path], !bytes.isEmpty else { continue }
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let byte = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(byte, at: place)
      case 3: bytes[place] = byte
      case 4: bytes.removeLast(bytes.count - place)
      default: bytes.insert(contentsOf: bytes[..<place], at: place)
      }
      collection.files[path] = bytes
    }
    try withFolder { folder in
      try collection.write(to: folder)
      do throws(CollectionError) {
        let read = try AssistanceCollection(readingFrom: folder.path)
        for (path, bytes) in read.files() { #expect(bytes == collection.files[path]) }
      } catch {
        #expect(error.diagnostics.contains { $0.severity == .error })
        for diagnostic in error.diagnostics {
          #expect(diagnostic.place.file.hasPrefix(folder.path))
          #expect(diagnostic.place.line ?? 1 >= 1 && diagnostic.place.column ?? 1 >= 1)
          #expect(!diagnostic.message.isEmpty)
        }
      }
    }
  }
}
