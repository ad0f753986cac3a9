import AssistanceModel
import GraphCore
import Testing

@Suite struct LimitTests {
  private func heading(_ prefix: String, _ count: Int) -> String {
    (0..<count).map { ",\(prefix)\($0)" }.joined()
  }

  @Test func `refuses a heading of thousands of columns`() throws {
    let faults = try SmallCollection([
      "nodes/actor.csv": "id" + heading("c", 70_000) + "\n", "relations/member-of.csv": nil,
    ])
    .faults()
    #expect(
      faults == [
        """
        nodes/actor.csv:1:1: error: the heading has 70001 columns
          hint: a table has at most 4096
        """
      ]
    )
  }

  @Test func `refuses more properties than a graph should hold, over all tables`() throws {
    let faults = try SmallCollection([
      "nodes/actor.csv": "id" + heading("a", 4_000) + "\n",
      "nodes/country-case.csv": "id" + heading("b", 4_000) + "\n",
      "nodes/inhibitor.csv": "id" + heading("c", 4_000) + "\n", "assistance.csv": "providers\n",
      "relations/member-of.csv": nil,
    ])
    .faults()
    #expect(
      faults.filter { $0.contains("error") } == [
        """
        nodes/inhibitor.csv:1:1: error: with this heading the tables have more than 10000 \
        properties
          hint: remove columns that say the same of few lines
        """
      ]
    )
  }

  @Test func `refuses a schema of thousands of kinds`() throws {
    let kinds = (0..<1_001).map { "    - kind: k\($0)\n" }.joined()
    let yaml = SmallCollection.yaml + "schema:\n  nodes:\n" + kinds
    #expect(
      try SmallCollection(["collection.yaml": yaml]).faults() == [
        """
        collection.yaml:6:3: error: the schema declares 1001 kinds, relations and roles
          hint: declare at most 1000 in all
        """
      ]
    )
  }

  @Test func `stops suggesting documents after many faults`() throws {
    let documents = (0..<2_000).map { "  document-number-\($0 + 1_000): Title\n" }.joined()
    let actors = (0..<3_000).map { "a\($0),docment-nubmer-\($0 % 3_000)x\n" }.joined()
    let collection = SmallCollection([
      "collection.yaml": "title: Many\nsources:\n" + documents,
      "nodes/actor.csv": "id,sources\n" + actors, "assistance.csv": "providers\n",
      "nodes/country-case.csv": nil, "nodes/inhibitor.csv": nil, "relations/member-of.csv": nil,
    ])
    let faults = try collection.faults()
    #expect(faults.count == 3_000)
    #expect(faults[0].contains("did you mean “document-number-"))
    #expect(faults[2_999].contains("declare it in collection.yaml under sources"))
  }
}
