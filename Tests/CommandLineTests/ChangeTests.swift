import Testing

@Suite struct ChangeTests {
  @Test func `two collections are compared, and a change of one cell is told`() async throws {
    let pillar = try Tool()
    try SmallCollection.write(to: pillar.folder)
    try SmallCollection.write(
      to: pillar.folder,
      at: "later",
      changing: [
        "assistance.csv": """
        providers,inhibitor,case,from,sources
        border-council | relief-works,mediation,east,2025,survey p.3
        radio-north,media,east,2024,survey p.5

        """
      ]
    )
    let run = try await pillar("diff", "north", "later")
    #expect((run.status, run.messages) == (0, ""))
    #expect(run.output.contains("1 has no provider by name any more"))
    #expect(run.output.contains("Facts: 1 removed, 2 the same."))
    let same = try await pillar("diff", "north", "north")
    #expect(same.output.contains("Nothing changed in this scope."))
  }

  @Test func `a series tells when a gap closed`() async throws {
    let pillar = try Tool()
    try SmallCollection.write(to: pillar.folder)
    let run = try await pillar("timeline", "north", "--since", "2023")
    #expect((run.status, run.messages) == (0, ""))
    #expect(run.output.contains("From 2023 to 2025 (3 years)"))
    #expect(run.output.contains("0 gaps opened and 3"))
  }

  @Test(arguments: [
    ["diff", "north"], ["diff", "north", "--before", "2001"],
    ["diff", "north", "north", "--before", "2001", "--after", "2002"],
    ["diff", "north", "--before", "soon", "--after", "2002"],
    ["diff", "north", "--before", "2001", "--after", "2003..2002"],
    ["diff", "north", "--before", "2001", "--after", "2002", "--in", "2001"],
    ["timeline", "north", "--by", "week"], ["draw", "north", "--matrix", "--steps", "year"],
    ["draw", "north", "--timeline", "--sort", "graph"],
    ["draw", "north", "--timeline", "--matrix"],
  ])
  func `what cannot be asked so is bad usage`(arguments: [String]) async throws {
    let pillar = try Tool()
    try SmallCollection.write(to: pillar.folder)
    let run = try await pillar.run(arguments)
    #expect(run.status == 64)
    #expect(run.output == "")
  }

  @Test func `a series without dates, or too long a one, is refused with words`() async throws {
    let pillar = try Tool()
    try SmallCollection.write(to: pillar.folder)
    try SmallCollection.write(
      to: pillar.folder,
      at: "undated",
      changing: ["assistance.csv": "providers,inhibitor,case\nradio-north,media,east\n"]
    )
    let undated = try await pillar("timeline", "undated")
    #expect(undated.status == 2)
    #expect(undated.messages.contains("no fact that counts carries a date"))
    #expect(undated.messages.contains("hint: say with --since and --until"))
    let cases = (0..<300).map { "c\($0),c\($0)" }.joined(separator: "\n")
    try pillar.folder.write(
      "id,name\neast,East\nwest,West\n\(cases)\n",
      to: "north/nodes/country-case.csv"
    )
    let long = try await pillar(
      "timeline",
      "north",
      "--since",
      "0001",
      "--until",
      "9999",
      "--by",
      "month"
    )
    #expect(long.status == 2)
    #expect(long.messages.contains("604 cells in each of 119988 steps"))
  }

  @Test func `two folders of one title are told apart by their names`() async throws {
    let pillar = try Tool()
    try SmallCollection.write(to: pillar.folder)
    try SmallCollection.write(
      to: pillar.folder,
      at: "later",
      changing: ["assistance.csv": "providers,inhibitor,case\nradio-north,media,east\n"]
    )
    let run = try await pillar("diff", "north", "later")
    #expect(run.output.hasPrefix("What changed: Northland, north → later"))
    #expect(run.output.contains("Before: Northland, in north. After: Northland, in later."))
  }

  @Test func `of a long series the steps in which something changed are told`() async throws {
    let pillar = try Tool()
    try SmallCollection.write(to: pillar.folder)
    let run = try await pillar(
      "timeline",
      "north",
      "--by",
      "month",
      "--since",
      "2023",
      "--until",
      "2029"
    )
    #expect(run.output.contains("4 of 84 steps are shown"))
    for step in ["2023-01", "2024-01", "2025-01", "2029-12"] {
      #expect(run.output.contains("\n\(step) "), "\(step) is missing")
    }
    #expect(!run.output.contains("\n2026-01 "))
  }

  @Test func `collections that ask of other ends are refused unless options say which`()
    async throws
  {
    let pillar = try Tool()
    try SmallCollection.write(to: pillar.folder)
    try SmallCollection.write(
      to: pillar.folder,
      at: "forms",
      changing: [
        "collection.yaml": """
        title: Northland
        sources:
          survey: Partner survey
        question:
          columns: form

        """
      ]
    )
    let run = try await pillar("diff", "north", "forms")
    #expect(run.status == 2)
    #expect(run.messages.contains("case by inhibitor before, case by form after"))
    #expect(run.messages.contains("--columns-by"))
    let said = try await pillar("diff", "north", "forms", "--columns-by", "inhibitor")
    #expect(said.status == 0)
    #expect(said.output.contains("Nothing changed"))
  }
}
