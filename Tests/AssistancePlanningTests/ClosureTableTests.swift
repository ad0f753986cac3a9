import AssistanceModel
import AssistancePlanning
import CoverageAnalysis
import GraphCore
import TestSupport
import Testing

@Suite struct ClosureTableTests {
  private let graph: AssistanceGraph

  init() throws {
    graph = try AssistanceGraph(
      checking: PropertyGraph {
        node("wfp", .actor, ["name": .text("World Food Programme"), "aliases": .texts(["PAM", "WFP"])])
        node("irc", .actor, ["name": .text("Rescue"), "aliases": .texts(["Council"])])
        node("drc", .actor, ["name": .text("Refugees"), "aliases": .texts(["Council"])])
        node("donors", .actor, ["designation": .text("class")])
        node("kenya", .countryCase, ["name": .text("Kenya")])
        node("media", .inhibitor, ["name": .text("Media capacity")])
      },
      against: .standard
    )
  }

  private func rules(_ text: String) throws -> [EngagementRule] {
    try EngagementRule.reading(Array(text.utf8), file: "e.csv", for: CoverageQuestion(), in: graph)
  }

  private func terms(_ text: String) throws -> [ActorTerms] {
    try ActorTerms.reading(Array(text.utf8), file: "a.csv", in: graph)
  }

  private func faults(_ read: () throws -> Void) -> [String] {
    do {
      try read()
      return []
    } catch let error as CollectionError {
      return error.diagnostics.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  @Test func `names, ids and other names are understood, and empty ends are any`() throws {
    let rules = try rules(
      """
      actor,case,inhibitor,cost,status,note
      pam,KENYA,media capacity,12.50,Possible,"by road, and air"
      World Food Programme,,media,,,
      wfp,kenya,,3,forbidden,

      irc,kenya,media,,required,
      """
    )
    #expect(rules.map(\.actor) == ["wfp", "wfp", "wfp", "irc"])
    #expect(rules.map(\.row) == ["kenya", nil, "kenya", "kenya"])
    #expect(rules.map(\.column) == ["media", "media", nil, "media"])
    #expect(rules.map(\.cost?.description) == ["12.5", nil, "3", nil])
    #expect(rules.map(\.standing) == [.possible, .possible, .forbidden, .required])
    #expect(rules.map(\.place?.line) == [2, 3, 4, 6])
    #expect(rules[0].note == "by road, and air")
  }

  @Test func `columns may be fewer, in any order, with semicolons, and named row and column`()
    throws
  {
    let rules = try rules("cost;COLUMN;row;actor\n7;media;kenya;wfp\n")
    #expect(rules.map(\.cost) == [7])
    #expect(rules.map(\.column) == ["media"])
    #expect(try self.rules("actor\n").isEmpty)
  }

  @Test func `every fault is told at once, with its line, its column and a hint`() {
    let found = faults {
      _ = try rules(
        """
        actor,case,inhibitor,cost,status
        WFPP,kenya,media,1,possible
        ,kenya,media,1,possible
        donors,,,,
        Council,,,,
        wfp,media,kenia,x,perhaps
        wfp,kenya,,,required
        wfp,kenya,media,1,possible,more
        """
      )
    }
    #expect(
      found == [
        "e.csv:2:1: error: unknown actor “WFPP”\n  hint: did you mean “wfp”?",
        "e.csv:3:1: error: no actor is named\n  hint: write an id, a name or another name",
        "e.csv:4:1: error: “donors” stands for nobody by name\n"
          + "  hint: name one actor: gaps are closed by those who are named",
        "e.csv:5:1: error: “Council” is the name of several\n"
          + "  hint: write one of irc (Rescue), drc (Refugees)",
        "e.csv:6:5: error: “media” is no country-case\n  hint: it is of the kind inhibitor",
        "e.csv:6:11: error: unknown inhibitor “kenia”\n  hint: pillar info lists what is there",
        "e.csv:6:17: error: “x” is no amount\n"
          + "  hint: write digits with at most one point, such as 1200 or 12.5",
        "e.csv:6:19: error: “perhaps” is no status\n  hint: write possible, required or forbidden",
        "e.csv:7:12: error: what is required must name its case and its inhibitor\n"
          + "  hint: write a line for each cell",
        "e.csv:8:28: error: the line has more cells than the heading\n"
          + "  hint: put a name with a comma in quotes",
      ]
    )
  }

  @Test func `headings that are unknown, twice or missing are told`() {
    #expect(
      faults { _ = try rules("actor,case,price\nwfp,kenya,1\n") } == [
        "e.csv:1:12: error: unknown heading “price”\n"
          + "  hint: use actor, case, inhibitor, cost, status, note"
      ]
    )
    #expect(
      faults { _ = try rules("actor,actor\n") } == [
        "e.csv:1:7: error: “actor” is there twice\n  hint: leave out one column"
      ]
    )
    #expect(faults { _ = try rules("case\nkenya\n") }.count == 1)
    #expect(faults { _ = try rules("") }.count == 1)
    #expect(faults { _ = try rules("actor\n\"wfp\n") }.count == 1)
  }

  @Test func `terms of actors are read, and an actor has one line`() throws {
    let terms = try terms("actor,fixed-cost,capacity,note\nPAM,20,4,\nirc,,,by sea\ndrc,0.5,0,\n")
    #expect(terms.map(\.actor) == ["wfp", "irc", "drc"])
    #expect(terms.map(\.fixedCost?.description) == ["20", nil, "0.5"])
    #expect(terms.map(\.capacity) == [4, nil, 0])
    #expect(terms[1].note == "by sea")
    let found = faults {
      _ = try self.terms("actor,capacity\nwfp,-1\nPAM,2\nWFP,99999999999999999999\nirc,2.5\n")
    }
    #expect(found.count == 5)
    #expect(found.contains { $0.hasPrefix("a.csv:3:1: error: “PAM” has a line already") })
  }

  @Test(arguments: UInt64(0)..<200)
  func `no text crashes the reading`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "actor", "case", ",", ",", "\n", "\n", "\"", ";", "wfp", "kenya", "1e9", "-", "é", "\u{0}",
      "required", "cost", "9999999999999999999999", "\r\n", "'=x",
    ]
    var bytes = Array("actor,case,cost\n".utf8)
    if Bool.random(using: &random) { bytes = [] }
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
      bytes += Array(piece.utf8)
      if Int.random(in: 0..<20, using: &random) == 0 { bytes.append(0xFF) }
    }
    _ = try? EngagementRule.reading(bytes, file: "e.csv", for: CoverageQuestion(), in: graph)
    _ = try? ActorTerms.reading(bytes, file: "a.csv", in: graph)
  }
}
