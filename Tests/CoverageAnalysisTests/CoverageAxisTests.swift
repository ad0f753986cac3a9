import AssistanceModel
import AssistanceTestSupport
import CoverageAnalysis
import GraphCore
import Testing

@Suite struct CoverageAxisTests {
  @Test func `a fact without an inhibitor stays visible in its row`() throws {
    let report = try assistance {
      nodes(["c", "d"], .countryCase)
      node("i", .inhibitor)
      node("a", .actor)
      fact("f", by: ["a"], in: "d")
    }.coverage()
    #expect(report.states == [.nobody, .nobody])
    #expect(report.unfiledFacts(row: 0).isEmpty)
    #expect(report.unfiledFacts(row: 1) == ["f"])
    #expect(report.factCount == 1 && report.countedFactCount == 0)
  }

  @Test func `only the asked rows and columns are made, in the order of the graph`() throws {
    var question = CoverageQuestion()
    question.onlyRows = ["e", "c"]
    question.onlyColumns = ["j"]
    let report = try assistance {
      nodes(["c", "d", "e"], .countryCase)
      nodes(["i", "j"], .inhibitor)
      node("a", .actor)
      fact("f", by: ["a"], for: ["j"], in: "d")
      fact("g", by: ["a"], for: ["j", "i"], in: "e")
    }.coverage(question)
    #expect(report.rows == ["c", "e"])
    #expect(report.columns == ["j"])
    #expect(report.states == [.nobody, .one])
    #expect(report.cell("d", "j") == nil)
    #expect(report.countedFactCount == 1)
  }

  @Test func `a fact for a column that is not asked of is not unfiled`() throws {
    var question = CoverageQuestion()
    question.onlyColumns = ["j"]
    let report = try assistance {
      node("c", .countryCase)
      nodes(["i", "j"], .inhibitor)
      node("a", .actor)
      fact("f", by: ["a"], for: ["i"], in: "c")
      fact("g", by: ["a"], in: "c")
    }.coverage(question)
    #expect(report.states == [.nobody])
    #expect(report.unfiledFacts(row: 0) == ["g"])
  }

  @Test func `a subkind chooses rows and columns, but never those asked for by key`() throws {
    let graph = try assistance {
      node("c", .countryCase, ["subkind": .text("region")])
      node("d", .countryCase)
      node("i", .inhibitor, ["subkind": .text("core")])
      node("j", .inhibitor, ["subkind": .text("other")])
    }
    var question = CoverageQuestion()
    question.rowSubkind = "region"
    question.columnSubkind = "core"
    #expect(graph.coverage(question).rows == ["c"])
    #expect(graph.coverage(question).columns == ["i"])
    question.onlyRows = ["d"]
    question.onlyColumns = ["j", "i"]
    #expect(graph.coverage(question).rows == ["d"])
    #expect(graph.coverage(question).columns == ["i", "j"])
  }

  @Test func `unknown keys and facts make no rows`() throws {
    var question = CoverageQuestion()
    question.onlyRows = ["nowhere", "f", "a"]
    let report = try assistance {
      node("c", .countryCase)
      node("i", .inhibitor)
      node("a", .actor)
      fact("f", by: ["a"], for: ["i"], in: "c")
    }.coverage(question)
    #expect(report.rows.isEmpty && report.states.isEmpty)
  }

  @Test func `other ends of facts can be the columns`() throws {
    var question = CoverageQuestion()
    question.columns = .form
    question.derivations = [.init(role: .measure, relation: "form-of")]
    let report = try assistance {
      node("c", .countryCase)
      nodes(["training", "funding"], .form)
      node("m", .measure)
      node("a", .actor)
      fact("f", by: ["a"], in: "c")
      edge("f", .form, "training")
      fact("g", by: ["a"], with: "m", in: "c")
      edge("m", "form-of", "funding")
    }.coverage(question)
    #expect(report.columns == ["training", "funding"])
    #expect(report.states == [.one, .one])
  }

  @Test func `ends of several kinds come in the order of the graph`() throws {
    var question = CoverageQuestion()
    question.columns = .recipient
    let report = try assistance {
      node("people", .population)
      node("a", .actor)
      node("refugees", .population)
    }.coverage(question)
    #expect(report.columns == ["people", "a", "refugees"])
  }

  @Test func `rows and columns may be of one kind`() throws {
    var question = CoverageQuestion()
    (question.rows, question.columns) = (.recipient, .provider)
    let report = try assistance {
      nodes(["a", "b"], .actor)
      fact("f", by: ["a"])
      edge("f", .recipient, "b")
    }.coverage(question)
    #expect(report.states == [.nobody, .nobody, .one, .nobody])
  }

  @Test func `a schema of districts and sectors is asked the same question`() throws {
    var schema = AssistanceSchema.standard
    schema.schema.add(NodeRule("district", "A district."))
    schema.schema.add(NodeRule("sector", "A sector."))
    schema.add(FactRole("located", "Where.", to: ["district"]))
    schema.add(FactRole("sector-of", "What for.", to: ["sector"]))
    var question = CoverageQuestion()
    (question.rows, question.columns, question.derivations) = ("located", "sector-of", [])
    let report = try assistance(against: schema) {
      nodes(["north", "south"], "district")
      nodes(["health", "water"], "sector")
      node("a", .actor)
      fact("f", by: ["a"])
      edge("f", "located", "north")
      edge("f", "located", "south")
      edge("f", "located", "south")
      edge("f", "sector-of", "water")
    }.coverage(question)
    #expect(report.rows == ["north", "south"])
    #expect(report.states == [.nobody, .one, .nobody, .one])
    #expect(report.cells.map { $0.providers.flatMap(\.witnesses).count } == [0, 1, 0, 1])
  }

  @Test func `the counted nodes may stand at another end`() throws {
    var question = CoverageQuestion()
    question.providers = .recipient
    let report = try assistance {
      node("c", .countryCase)
      node("i", .inhibitor)
      nodes(["a", "b"], .actor)
      fact("f", by: ["a"], for: ["i"], in: "c")
      edge("f", .recipient, "b")
    }.coverage(question)
    #expect(report.cell("c", "i")?.providers.map(\.id) == ["b"])
  }

  @Test func `an end that the schema does not know has no nodes`() throws {
    var question = CoverageQuestion()
    question.rows = "planet"
    let report = try assistance { node("i", .inhibitor) }.coverage(question)
    #expect(report.rows.isEmpty && report.columns == ["i"] && report.states.isEmpty)
  }
}
