import AssistanceModel
import GraphCore
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

  @Test func `reports thousands of faults`() throws {
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
    #expect(try collection.faults().count == 3_000)
  }
}
