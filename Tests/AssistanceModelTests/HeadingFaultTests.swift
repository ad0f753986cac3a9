import AssistanceModel
import GraphCore
import Testing

@Suite struct HeadingFaultTests {
  private func actors(_ text: String) throws -> [String] {
    try SmallCollection([
      "nodes/actor.csv": text, "assistance.csv": "providers\n", "relations/member-of.csv": nil,
    ])
    .faults()
  }

  @Test func `says how to begin an empty file`() throws {
    let expected = [
      """
      nodes/actor.csv:1:1: error: the file is empty
        hint: begin it with the heading \
      id,subkind,name,aliases,identifiers,sensitive,designation,from date,until date,note,sources
      """
    ]
    #expect(try actors("") == expected)
    #expect(try actors("\n\r\n") == expected)
    #expect(try actors("\u{FEFF}") == expected)
  }

  @Test func `takes a heading alone for a table without lines`() throws {
    #expect(try actors("id,name,sources\n") == [])
    #expect(try actors("id") == [])
  }

  @Test func `names a column that is missing`() throws {
    #expect(
      try actors("key,name\nundp,UNDP\n") == [
        """
        nodes/actor.csv:1:1: warning: the column “key” is not known and is kept as text
          hint: declare it in collection.yaml under schema
        """,
        """
        nodes/actor.csv:1:1: error: the column “id” is missing
          hint: add it to the heading
        """,
      ]
    )
    #expect(
      try SmallCollection([
        "assistance.csv": "id,case\n", "relations/member-of.csv": "from,role\n",
      ])
      .faults() == [
        """
        assistance.csv:1:1: error: the column “providers” is missing
          hint: add it to the heading
        """,
        """
        relations/member-of.csv:1:1: error: the column “to” is missing
          hint: add it to the heading
        """,
      ]
    )
  }

  @Test func `names a column that stands twice or is not known`() throws {
    #expect(
      try actors("id,Name,name,nmae,,odd,odd,sources\n") == [
        """
        nodes/actor.csv:1:9: error: the column “name” stands here twice
          hint: remove one
        """,
        """
        nodes/actor.csv:1:14: warning: the column “nmae” is not known and is kept as text
          hint: did you mean “name”?
        """,
        """
        nodes/actor.csv:1:19: warning: column 5 has no heading
          hint: give it one, or remove the comma before it
        """,
        """
        nodes/actor.csv:1:20: warning: the column “odd” is not known and is kept as text
          hint: declare it in collection.yaml under schema
        """,
        """
        nodes/actor.csv:1:24: error: the column “odd” stands here twice
          hint: remove one
        """,
      ]
    )
  }

  @Test func `reads headings in any case, with blanks or underscores`() throws {
    let read = try SmallCollection([
      "nodes/actor.csv":
        "ID,Name,From Date,until_date,sources\nundp,UNDP,1965,,000\nwfp,WFP,,,000\n"
    ])
    .read()
    #expect(read.warnings == [])
    #expect(read.graph.graph["undp"]?.validity.from == PartialDate("1965"))
  }

  @Test func `keeps an unknown column as text under its own name`() throws {
    let read = try SmallCollection([
      "nodes/actor.csv": "id,Head Quarters,sources\nundp,New York,000\nwfp,,000\n"
    ])
    .read()
    #expect(read.graph.graph["undp"]?.property("Head Quarters") == .text("New York"))
    #expect(read.graph.graph["wfp"]?.property("Head Quarters") == nil)
  }
}
