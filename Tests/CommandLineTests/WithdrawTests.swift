import Foundation
import Testing

@Suite struct WithdrawTests {
  @Test func `who leaves is told with what falls, who is left and which path breaks`() async throws
  {
    let run = try await Tool().run([
      "withdraw", "Graphs/r2p", "UNDP", "--path", "UNDP", "Kenya", "--path", "African Union",
      "Finland",
    ])
    #expect(run.status == 0)
    #expect(run.messages == "")
    for text in [
      "UN Development Programme is the only provider in 1 cell",
      "from 137 to 138", "1 falls to nobody, 1 to unnamed providers only, 1 to one provider",
      "Donor States (class)", "so that there is no such path any more", "The best path holds",
      "assist-guyana-ethnic-relations", "pillar export --safe",
    ] { #expect(run.output.contains(text), "\(text) is missing") }
  }

  @Test func `every actor is ranked, and the five sole providers of the record come first`()
    async throws
  {
    let run = try await Tool().run([
      "withdraw", "Graphs/r2p", "--each", "--top", "5", "--format", "csv",
    ])
    let lines = run.output.split(separator: "\n").dropFirst()
    #expect(lines.prefix(5).allSatisfy { $0.contains(",1,") })
    for id in ["undp", "european-union", "icc", "ohchr", "un-operation-cote-divoire"] {
      #expect(lines.prefix(5).contains { $0.hasSuffix(",\(id)") }, "\(id) is missing")
    }
  }

  @Test func `nobody named is the ranking of everybody`() async throws {
    let pillar = try Tool()
    let bare = try await pillar("withdraw", "Graphs/r2p")
    #expect(bare.output == (try await pillar("withdraw", "Graphs/r2p", "--each").output))
    #expect(bare.output.contains("On whom most cells rest"))
    // What --opens counts is told apart from cells that fall to nobody.
    #expect(bare.output.contains("unnamed ones may be left: United Nations 3"))
    #expect(bare.output.contains("fall short") && bare.output.contains("Documents"))
  }

  @Test
  func `every cell that is touched is in csv, and the page counts those that keep their state`()
    async throws
  {
    let pillar = try Tool()
    let page = try await pillar("withdraw", "Graphs/r2p", "United Nations").output
    let csv = try await pillar("withdraw", "Graphs/r2p", "United Nations", "--format", "csv").output
    let touched = try #require(page.firstMatch(of: /Touched: (\d+) cells/)?.output.1)
    #expect(String(csv.split(separator: "\n").count - 1) == touched)
    #expect(page.contains("documented links between actors"))
    #expect(page.contains("in the\nwhole collection") || page.contains("in the whole collection"))
  }

  @Test func `a record without links or ends does not reassure`() async throws {
    let pillar = try Tool()
    try SmallCollection.write(to: pillar.folder)
    let run = try await pillar("withdraw", "north", "--ending-by", "2025")
    #expect(run.output.contains("3 of 3 counted facts state no end."))
    let one = try await pillar("withdraw", "north", "Radio North", "--in", "1990")
    #expect(one.output.contains("states no documented link between actors"))
    #expect(!one.output.contains("Nobody who stays is cut off"))
  }

  @Test func `whom facts name in the chain of money is told by role`() async throws {
    let pillar = try Tool()
    try SmallCollection.write(
      to: pillar.folder,
      changing: [
        "collection.yaml": """
        title: Northland
        sources:
          survey: Partner survey
        schema:
          roles:
            - role: programming
              meaning: "Who runs it."
              to: [actor]

        """,
        "assistance.csv": """
        providers,programming,inhibitor,case
        relief-works,border-council,mediation,east
        radio-north,,media,east

        """,
      ]
    )
    let run = try await pillar("withdraw", "north", "--each-funder")
    let text = run.output.replacing("\n", with: " ")
    #expect(text.contains("is not told of 1 of 2 facts"))
    #expect(text.contains("No fact names a funder; 1 names who runs it."))
    #expect(text.contains("wholly on what is funded, passed on or run through Border Council"))
  }

  @Test func `a kind of actors leaves together, and is told`() async throws {
    let run = try await Tool().run([
      "withdraw", "Graphs/r2p", "--kind", "un-department-agency",
    ])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("Without every un-department-agency"))
    #expect(run.output.contains("15 actors are of kind un-department-agency"))
  }

  @Test func `what ends by a date falls unless it is renewed`() async throws {
    let pillar = try Tool()
    try pillar.folder.write(
      "title: Small\n",
      to: "small/collection.yaml"
    )
    try pillar.folder.write("id\na\nb\n", to: "small/nodes/actor.csv")
    try pillar.folder.write("id\neast\n", to: "small/nodes/country-case.csv")
    try pillar.folder.write("id\nmedia\njustice\n", to: "small/nodes/inhibitor.csv")
    try pillar.folder.write(
      """
      id,providers,inhibitor,case,from,until,basis,modality,sources
      f1,a,media,east,2020,2024,explicit,does,
      f2,a,justice,east,2020,2024-06,explicit,does,
      f3,b,justice,east,2020,,explicit,does,

      """,
      to: "small/assistance.csv"
    )
    let run = try await pillar("withdraw", "small", "--ending-by", "2024")
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.contains("Without what ends by 2024, 1 cell falls to nobody"))
    #expect(run.output.contains("Before is what holds in 2024"))
    let middle = try await pillar("withdraw", "small", "--ending-by", "2024-06")
    #expect(middle.output.contains("no cell falls to nobody"))
  }

  @Test(arguments: [
    (["UNDP", "--each"], "questions of their own"),
    (["--opens", "0"], "--opens must be at least 1"),
    (["UNDP", "--path", "UNDP"], "name two ends"),
    (["--each", "--path", "a", "b"], "name who leaves"),
    (["UNDP", "--top", "3"], "--top says nothing"), (["--ending-by", "soon"], "“soon” is no date"),
  ])
  func `bad usage is refused with a hint`(arguments: [String], message: String) async throws {
    let run = try await Tool().run(["withdraw", "Graphs/r2p"] + arguments)
    #expect(run.status == 64)
    #expect(run.messages.contains(message), "\(run.messages)")
  }

  @Test(arguments: [
    (["UNPD"], "did you mean"), (["Kenya"], "no actor"),
    (["--kind", "un-departments-agency"], "did you mean"),
    (["--funded-through", "nobody at all"], "nothing is called"),
  ])
  func `who is not there is refused`(arguments: [String], message: String) async throws {
    let run = try await Tool().run(["withdraw", "Graphs/r2p"] + arguments)
    #expect(run.status == 2)
    #expect(run.messages.contains(message), "\(run.messages)")
  }

  @Test func `who leaves is drawn in a matrix of its own`() async throws {
    let pillar = try Tool()
    let drawn = try await pillar("draw", "Graphs/r2p", "--without", "UNDP", "-o", "without.dot")
    #expect(drawn.status == 0, "\(drawn.messages)")
    #expect(try pillar.folder.text("without.dot").contains("1 → ○"))
    let refused = try await Tool().run([
      "draw", "Graphs/r2p", "--without", "UNDP", "--cards", "-o", "without.dot",
    ])
    #expect(refused.status == 64)
    #expect(refused.messages.contains("pictures of their own"))
  }
}
