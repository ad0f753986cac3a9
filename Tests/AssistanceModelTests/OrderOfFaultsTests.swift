import AssistanceModel
import Foundation
import GraphCore
import TestSupport
import Testing

@Suite struct OrderOfFaultsTests {
  @Test func `names every fault, by file in the order of reading and then by place`() throws {
    let faults = try SmallCollection([
      "collection.yaml": SmallCollection.yaml + "question: {rows: cases}\n",
      "nodes/actor.csv":
        "id,name,designation,sources,seen\nundp,a\"b,nmaed,00\nundp,x,clas,002 l.1,\nwfp,,,000,\n",
      "assistance.csv":
        "id,providers,case,from,basis,sources\nf,undpp,keny,x,y,z y\n,,,,,\ng,wfp,kenya,,,000 l.1\n",
      "relations/member-of.csv": "from,to,basis,sources\nwfp,undpp,exact,0\n",
    ])
    .faults()
    .map { $0.split(separator: "\n")[0].split(separator: ": ").prefix(2).joined(separator: ": ") }
    #expect(
      faults == [
        "collection.yaml:5:18: error",
        "nodes/actor.csv:1:29: warning",
        "nodes/actor.csv:2:7: error",
        "nodes/actor.csv:3:8: error",
        "nodes/actor.csv:3:13: error",
        "assistance.csv:2:3: error",
        "assistance.csv:2:9: error",
        "assistance.csv:2:14: error",
        "assistance.csv:2:16: error",
        "assistance.csv:2:18: error",
        "relations/member-of.csv:2:5: error",
        "relations/member-of.csv:2:11: error",
        "relations/member-of.csv:2:17: error",
      ]
    )
  }

  @Test func `names no fault that only follows from another one`() throws {
    // The ids of a table that cannot be read are not unknown, only unread.
    #expect(
      try SmallCollection(["nodes/actor.csv": "key,name\nundp,UNDP\n"]).faults().filter {
        $0.contains("error")
      }
      .count == 1
    )
    #expect(
      try SmallCollection(["nodes/actor.csv": nil, "nodes/actors.csv": SmallCollection.actors])
        .faults()
        .count == 1
    )
    // Nor is the id of a line that has a cell too many.
    #expect(
      try SmallCollection([
        "nodes/actor.csv": "id,name,sources\nundp,UNDP,000,\nwfp,WFP,000\n"
      ])
      .faults().count == 1
    )
    // A quote that swallows the rest of the file is one fault.
    #expect(
      try SmallCollection([
        "nodes/actor.csv": "id,name,sources\nundp,\"UNDP,000\nwfp,WFP,000\n"
      ])
      .faults().count == 1
    )
  }

  @Test func `stays fast with thousands of faults`() throws {
    var lines = "id,providers,case,sources\n"
    for number in 0..<9_000 {
      let provider = number.isMultiple(of: 3) ? "actor-\(number)x" : "actor-\(number)"
      lines += ",\(provider),kenya,000\n"
    }
    var actors = "id,sources\n"
    for number in 0..<9_000 { actors += "actor-\(number),000\n" }
    let collection = SmallCollection([
      "assistance.csv": lines, "nodes/actor.csv": actors, "relations/member-of.csv": nil,
    ])
    let clock = ContinuousClock()
    var count = 0
    let time = try clock.measure { count = try collection.faults().count }
    #expect(count == 3_000)
    #expect(time < .seconds(60))
  }
}

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
