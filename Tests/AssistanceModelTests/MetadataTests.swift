import AssistanceModel
import GraphCore
import Testing

@Suite struct MetadataTests {
  private func faults(_ yaml: String) throws -> [String] {
    try SmallCollection(["collection.yaml": yaml]).faults()
  }

  private func faults(adding yaml: String) throws -> [String] {
    try faults(SmallCollection.yaml + yaml)
  }

  @Test func `reads title, description, licence, languages and documents`() throws {
    let yaml = """
      title: R2P
      description: >-
        Two
        lines
      licence: CC0
      languages: [en, fr]
      sources:
        "000": {title: A report, author: UN, date: 2014, node: undp}
        "001": Another

      """
    let metadata = try SmallCollection(["collection.yaml": yaml]).read().metadata
    #expect(
      metadata
        == CollectionMetadata(
          title: "R2P",
          description: "Two lines",
          licence: "CC0",
          languages: ["en", "fr"],
          sources: [
            SourceDocument(key: "000", title: "A report", author: "UN", date: "2014", node: "undp"),
            SourceDocument(key: "001", title: "Another"),
          ]
        )
    )
  }

  @Test func `reads what a question asks`() throws {
    let yaml = """
      question:
        rows: case
        columns: inhibitor
        row-subkind: country
        column-subkind: core
        not-needed:
          - {row: kenya, column: police, reason: settled}
        unobservable: [{column: police}, {row: kenya, unless-basis: [implied, thematic]}]

      """
    let read = try SmallCollection(["collection.yaml": SmallCollection.yaml + yaml]).read()
    let question = read.metadata.question
    #expect((question.rowSubkind, question.columnSubkind) == ("country", "core"))
    #expect(question.notNeeded == [.init(row: "kenya", column: "police", reason: "settled")])
    #expect(
      question.unobservable == [
        .init(row: nil, column: "police", reason: "no reason given"),
        .init(
          row: "kenya",
          column: nil,
          reason: "no reason given",
          unless: [.implied, .thematic]
        ),
      ]
    )
  }

  @Test func `a mark may name one basis, and a basis that there is not is a fault`() throws {
    let yaml = "question:\n  unobservable:\n    - {column: police, unless-basis: "
    let one = SmallCollection.yaml + yaml + "implied}\n"
    let read = try SmallCollection(["collection.yaml": one]).read()
    #expect(read.metadata.question.unobservable.map(\.unless) == [[.implied]])
    let found = try faults(adding: yaml + "implid}\n")
    #expect(found.count == 1)
    #expect(found.first?.contains("no basis is called “implid”") == true)
    #expect(found.first?.contains("did you mean “implied”?") == true)
  }

  @Test func `takes names without a value, CR LF and a byte order mark`() throws {
    #expect(try faults(adding: "question:\nschema:\n") == [])
    let yaml = "\u{FEFF}" + SmallCollection.yaml.split(separator: "\n").joined(separator: "\r\n")
    #expect(try faults(yaml) == [])
  }

  @Test func `wants names, values and a title`() throws {
    #expect(
      try faults("").first == """
        collection.yaml:1:1: error: the file is empty
          hint: begin it with: title: the collection's name
        """
    )
    #expect(
      try faults("- a\n") == [
        """
        collection.yaml:1:1: error: the file must hold names and values
          hint: begin it with: title: …
        """
      ]
    )
    #expect(
      try faults("sources: {'000': a, '001': b}\n") == [
        """
        collection.yaml:1:1: error: the collection has no title
          hint: add: title: the collection's name
        """
      ]
    )
  }

  @Test func `places faults of syntax, without faults that follow from them`() throws {
    #expect(
      try faults("title: a\nsources: [\n").map { $0.split(separator: "\n").last } == [
        "  hint: check the indentation, colons and quotes"
      ]
    )
    #expect(
      try faults("title: a\n  b: c\n") == [
        """
        collection.yaml:2:4: error: this is no YAML: mapping values are not allowed in this context
          hint: check the indentation, colons and quotes
        """
      ]
    )
    #expect(
      try faults("title: a\ntitle: b\n") == [
        """
        collection.yaml:1:1: error: “title” stands twice among the names that begin here
          hint: remove one
        """
      ]
    )
    #expect(try faults("title: a\0b\n").count == 1)
    #expect(try faults("title: \u{1}\n").count == 1)
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "  a:\n"])
  func `is not brought down by deep nesting`(_ piece: String) throws {
    var yaml = "title: "
    if piece == "  a:\n" {
      yaml = (0..<3_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    } else {
      yaml += String(repeating: piece, count: 100_000)
    }
    #expect(try faults(yaml).count == 1)
  }

  @Test func `doubts names that it does not know`() throws {
    let yaml = """
      titel: x
      7: y
      sources:
        "000": {title: a, auther: b}
        "001": b
      title: Small
      question: {colums: case}
      schema: {node: []}

      """
    #expect(
      try faults(yaml) == [
        """
        collection.yaml:1:1: warning: “titel” is not known and is passed over
          hint: did you mean “title”?
        """,
        """
        collection.yaml:2:1: warning: “7” is not known and is passed over
          hint: known are title, description, licence, languages, sources, schema, question
        """,
        """
        collection.yaml:4:21: warning: “auther” is not known and is passed over
          hint: did you mean “author”?
        """,
        """
        collection.yaml:7:12: warning: “colums” is not known and is passed over
          hint: did you mean “columns”?
        """,
        """
        collection.yaml:8:10: warning: “node” is not known and is passed over
          hint: did you mean “nodes”?
        """,
      ]
    )
  }

  @Test func `names values of the wrong shape`() throws {
    let yaml = """
      title: [a]
      languages: {a: b}
      sources: [a]
      question: x
      schema: [a]

      """
    #expect(
      try faults(yaml).filter { $0.hasPrefix("collection.yaml") }
        .map { $0.split(separator: "\n")[0] } == [
          "collection.yaml:1:1: error: the collection has no title",
          "collection.yaml:1:8: error: a text is needed here",
          "collection.yaml:2:12: error: a list is needed here",
          "collection.yaml:3:10: error: sources must hold a key and a title for each document",
          "collection.yaml:4:11: error: names and values are needed here",
          "collection.yaml:5:9: error: names and values are needed here",
        ]
    )
  }

  @Test func `checks the ends and nodes that a question names`() throws {
    let yaml = """
      question:
        rows: cases
        not-needed:
          - {row: kenia}
          - {reason: none}
        unobservable: {column: police}

      """
    #expect(
      try faults(adding: yaml) == [
        """
        collection.yaml:6:9: error: no end of facts is called “cases”
          hint: did you mean “case”?
        """,
        """
        collection.yaml:8:13: error: unknown node “kenia”
          hint: did you mean “kenya”?
        """,
        """
        collection.yaml:9:7: error: a mark needs a row, a column or both
          hint: write {column: …, reason: …}
        """,
        """
        collection.yaml:10:17: error: a list is needed here
          hint: begin each entry with a hyphen
        """,
      ]
    )
  }

  @Test func `checks what the schema adds`() throws {
    let yaml = """
      schema:
        nodes:
          - {meaning: nothing}
          - {kind: ../Bad}
          - kind: sector
            properties:
              - {name: size, type: number}
              - {name: id}
              - {type: text}
        relations:
          - {kind: works-in, from: [actr], to: [sector]}
          - {kind: lacks}
          - {kind: provider, from: [actor], to: [sector]}
        roles:
          - {role: part-of, to: [sector]}
          - {role: sector, to: [sector], maximum: none}
          - {role: office, column: from, to: [sector]}
          - {role: place}

      """
    #expect(
      try faults(adding: yaml) == [
        """
        collection.yaml:7:7: error: “kind” is missing
          hint: write kind: a word in lower case with hyphens
        """,
        """
        collection.yaml:8:14: error: “../Bad” is no word for a kind
          hint: use lower-case letters, digits and hyphens
        """,
        """
        collection.yaml:11:30: error: “number” is no type of property
          hint: use one of text, texts, integer, decimal, flag, date
        """,
        """
        collection.yaml:12:18: error: “id” is a column that tables have already
          hint: choose another name
        """,
        """
        collection.yaml:13:11: error: “name” is missing
          hint: write name: a word in lower case with hyphens
        """,
        """
        collection.yaml:15:31: error: no kind of node is called “actr”
          hint: did you mean “actor”?
        """,
        """
        collection.yaml:16:7: error: the relation “lacks” needs from and to
          hint: name the kinds of its ends
        """,
        """
        collection.yaml:17:7: error: “provider” is an end of facts already
          hint: give the relation another name
        """,
        """
        collection.yaml:19:7: error: “part-of” is a relation already
          hint: give the end of facts another name
        """,
        """
        collection.yaml:20:45: error: the maximum must be a whole number from 1
          hint: leave it out for any number
        """,
        """
        collection.yaml:21:30: error: “from” is a column that tables have already
          hint: choose another name
        """,
        """
        collection.yaml:22:7: error: the role “place” needs to
          hint: name the kinds of its end
        """,
      ]
    )
  }

  @Test func `adds kinds, relations, ends of facts and properties`() throws {
    let yaml = """
      question: {columns: sector}
      schema:
        nodes:
          - kind: sector
            meaning: A field of work.
            properties: [code, {name: size, type: integer}, {name: lead, refers-to: [actor]}]
          - kind: actor
            properties: [{name: founded, type: date}]
        relations:
          - {kind: works-in, from: [actor], to: [sector, country-case]}
          - {kind: lists, from: [document], to: [sector], index: true}
        roles:
          - {role: sector, to: [sector], maximum: 1}

      """
    let read = try SmallCollection([
      "collection.yaml": SmallCollection.yaml + yaml,
      "nodes/sector.csv": "id,name,code,size,lead,sources\nhealth,Health,H,3,undp,000\n",
      "nodes/actor.csv": "id,founded,sources\nundp,1965,000\nwfp,,000\n",
      "relations/works-in.csv": "from,to,basis,sources\nundp,health,explicit,000\n",
      "assistance.csv": "id,providers,sector,sources\nf,undp,health,000\n",
    ])
    .read()
    #expect(read.warnings == [])
    let graph = read.graph.graph
    #expect(graph["health"]?.property("size") == .integer(3))
    #expect(graph["undp"]?.property("founded") == PartialDate("1965").map { .date($0) })
    #expect(read.graph.fact("f")?.ends("sector") == ["health"])
    #expect(read.graph.schema.indexKinds.contains("lists"))
    #expect(read.metadata.question.columns == "sector")
  }

  @Test func `checks properties that name nodes, of whatever file`() throws {
    let yaml = """
      schema:
        nodes:
          - {kind: actor, properties: [{name: seat, type: texts, refers-to: [country-case]}]}

      """
    let actors = "id,seat,sources\nundp,kenya | kenia,000\nwfp,undp,000\n"
    #expect(
      try SmallCollection([
        "collection.yaml": SmallCollection.yaml + yaml, "nodes/actor.csv": actors,
      ])
      .faults() == [
        """
        nodes/actor.csv:2:6: error: unknown country-case “kenia”
          hint: did you mean “kenya”?
        """,
        """
        nodes/actor.csv:3:5: error: unknown country-case “undp”
          hint: add it to a table in nodes/
        """,
      ]
    )
  }
}
