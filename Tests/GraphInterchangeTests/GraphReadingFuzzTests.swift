import GraphCore
import GraphInterchange
import TestSupport
import Testing

@Suite struct GraphReadingFuzzTests {
  /// A sound file of each format, with most of what it can hold.
  private static let samples: [String] = [
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <graphml><key id="a" for="node" attr.name="é" attr.type="int"><default>1</default></key>
    <graph edgedefault="undirected"><desc>T</desc><node id="x"><data key="a">2</data></node>
    <node id="y &amp; z"/><edge id="e1" source="x" target="y &amp; z"/></graph></graphml>
    """,
    """
    <gexf version="1.3" xmlns:viz="v"><graph defaultedgetype="directed"><attributes class="node">
    <attribute id="0" title="n" type="liststring"/></attributes><nodes><node id="a" label="A">
    <attvalues><attvalue for="0" value="[é, b]"/></attvalues><viz:size value="1"/>
    <spells><spell start="2004" end="2006"/></spells></node></nodes>
    <edges><edge id="0" source="a" target="a" weight="2.0"/></edges></graph></gexf>
    """,
    """
    {"directed": false, "graph": {"name": "é"}, "nodes": [{"id": "a", "s": {"x": [1, "\\u00e9"]}},
    {"id": 2, "t": -1.5e3}], "links": [{"source": "a", "target": 2, "key": 0, "w": null}]}
    """,
    "Id,Label,kind,n\na,\"é, \"\"x\"\"\",actor,1\nb,B,,2\n",
    "Source,Target,Type,Weight\na,b,Directed,1\nb,a,Undirected,0.5\n",
    "Creator \"x\"\ngraph [ directed 0 node [ id 1 label \"&#233;\" t 1 t 2.5 ] node [ id 2 ]\n"
      + "  edge [ source 1 target 2 w -1e3 graphics [ x 1 ] ] ]\n",
    ":ID,name,:LABEL,n:int\na,é,Person;Actor,1\nb,,,\n",
    ":START_ID;:END_ID;:TYPE\na;b;KNOWS\n",
    "strict digraph \"é\" { a [label=\"x\\n\", n=1]; subgraph s { b } a -> {b c} [w=<i>]; }\n",
  ]

  @Test(arguments: UInt64(0)..<40)
  func `never crashes on damage, and names places inside the file`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var bases = Self.samples.map { Array($0.utf8) }
    bases.append(try seededGraph(seed).json())
    bases.append(try seededGraph(seed).graphML())
    bases += try seededGraph(seed).files(as: .csv).map(\.bytes)
    // Other encodings, with marks that may lie.
    for sample in Self.samples {
      bases.append([0xFF, 0xFE] + sample.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
      bases.append([0xFE, 0xFF] + Array(sample.utf8))
      bases.append(sample.utf8.map { $0 == 0x0A ? 0x0D : $0 })
    }
    for base in bases {
      for _ in 0..<8 {
        let bytes = damaged(base, &random)
        let lines = lineLengths(bytes)
        do throws(GraphReadingError) {
          let reading = try GraphReading(GraphFile(name: "f", bytes: bytes))
          check(reading.notes, lines)
          // What was read can be written.
          #expect(!reading.graph.json().isEmpty)
        } catch {
          #expect(error.count >= error.faults.count)
          check(error.faults, lines)
        }
      }
    }
  }

  @Test func `reads the sound files that are damaged here`() throws {
    for sample in Self.samples {
      let reading = try GraphReading(GraphFile(sample))
      #expect(reading.graph.nodeCount >= 1)
    }
  }

  private func check(_ diagnostics: [Diagnostic], _ lines: [Int]) {
    for diagnostic in diagnostics {
      guard let line = diagnostic.place.line else { continue }
      #expect(line >= 1 && line <= lines.count, "\(diagnostic)")
      guard let column = diagnostic.place.column, lines.indices.contains(line - 1) else { continue }
      #expect(column >= 1 && column <= lines[line - 1] + 1, "\(diagnostic)")
    }
  }

  /// The bytes of each line, however lines end; a column in characters is never beyond them.
  private func lineLengths(_ bytes: [UInt8]) -> [Int] {
    let whole = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(\.count)
    guard bytes.contains(0x0D) || bytes.contains(0) else { return whole }
    // A table also counts line ends of old Macs, and UTF-16 has other bytes for them; take the most generous view of both.
    let count = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
    return Array(repeating: bytes.count, count: count)
  }

  private func damaged(_ base: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = base
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      guard !bytes.isEmpty else { break }
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes = Array(bytes[..<place])
      case 3:
        let end = min(bytes.count, place + Int.random(in: 1...30, using: &random))
        bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
      case 4: bytes.removeSubrange(place..<min(bytes.count, place + 20))
      default:
        let marks = Array("<>&\"'{}[],:;\n\r\u{0}=/-".utf8)
        bytes.insert(marks.randomElement(using: &random) ?? 0, at: place)
      }
    }
    return bytes
  }
}
