import Testing

@Suite struct VerbTests {
  @Test(arguments: [
    (["check", "Graphs/r2p"], ["Graphs/r2p is sound."]),
    (["info", "Graphs/r2p"], ["Responsibility to protect", "Dates stated: 2003 to 2018."]),
    (["info", "Graphs/r2p", "--kind", "inhibitor"], ["27 nodes of kind inhibitor"]),
    (
      ["coverage", "Graphs/r2p"],
      [
        "Coverage: Responsibility to protect",
        "Activity is reported in 10 of 147 cells, none in 137, one provider in 5",
        "basis explicit; modality does; any time",
        ".  no reported activity (137)", "1  one provider (5)", "+  several providers (5)",
        "assist-kenya-electoral-support", "000 l.91 § IV Capacity building, inhibitor 2",
      ]
    ),
    (
      ["gaps", "Graphs/r2p"],
      [
        "Capacity gaps: Responsibility to protect", "No reported activity: 137",
        "Independent judicial and human rights institutions", "7 of 7", "nowhere",
        "No reported activity means that the sources tell of none, not that there is none.",
      ]
    ),
    (
      ["close", "Graphs/r2p"],
      [
        "137 gaps: 126 engagements of 7 actors, at a cost of 126, close 126.",
        "11 stay open: 11 that nobody may",
        "Proved: no plan closes the same gaps for less than 126",
        "No plan says that somebody should go there",
      ]
    ),
    (
      ["candidates", "Graphs/r2p", "DRC", "inhibitor 5"],
      [
        "Who could fill a gap: Democratic Republic of the Congo × Local capacity to resolve conflict",
        "Does it elsewhere: 1", "Offers it in general, wherever that may be: 6",
        "in Guyana, not known to be near: assist-guyana-ethnic-relations",
        "000 l.100 § IV Capacity building, inhibitor 5",
      ]
    ),
    (
      ["path", "Graphs/r2p", "UNDP", "African Union"],
      [
        "Paths from UN Development Programme to African Union",
        "1. UN Development Programme → United Nations → African Union (cost 2.5, 2 steps)",
        "partners-with", "000 l.91 § IV Capacity building, inhibitor 2",
      ]
    ),
    (
      ["path", "Graphs/r2p", "network-traditional-religious-peacemakers", "OHCHR", "--pareto"],
      [
        "every route that no other beats in cost, weakest evidence and consents at once",
        "1   3.5         2      3  declared", "2     4         3      4  documented",
      ]
    ),
    (
      ["path", "Graphs/r2p", "UNDP", "AU", "--pattern", "part-of .+", "--mode", "simple"],
      ["Routes by pattern", "as simple paths, which pass no node twice", "(cost 2.5, 2 steps)"]
    ),
    (
      ["path", "Graphs/r2p", "ECOWAS", "Guyana"],
      ["; weak: over co-presence)", "The best route is weak: 2 steps are co-presence (over"]
    ),
    (
      ["why", "Graphs/r2p", "Kenya", "inhibitor 2"],
      [
        "Kenya × Impartial institutions for overseeing political transitions: several providers.",
        "assist-kenya-electoral-support", "assistance.csv:19",
      ]
    ),
    (["why", "Graphs/r2p", "UNDP"], ["part-of", "relations/part-of.csv:84"]),
    (["export", "Graphs/r2p"], ["\"format\": \"pillar-graph\""]),
    (
      ["sensitivity", "Graphs/r2p"],
      [
        "As asked, 137 of 147 cells are gaps; 128 of them under every reading",
        "institutions: no named", "through Supporting",
      ]
    ),
    (
      ["likelihood", "Graphs/r2p", "--confidence", "explicit=0.9,thematic=0.4-0.6"],
      ["12 of 147 cells have the providers", "0.36 to 0.54", "basis explicit, thematic"]
    ),
    (
      [
        "reliability", "Graphs/r2p", "OHCHR", "EU", "--evidence", "documented",
        "--default-probability", "0.7",
      ],
      ["some path links the two: 0.59 (calculated exactly", "(probability 0.49)"]
    ),
    (
      ["support", "Graphs/r2p", "ECOWAS", "Guyana", "inhibitor 5", "--without", "UNDP"],
      [
        "reaches 0 of 1 over documented", "1. UN Development Programme: over", "3\nsteps, weak)",
        "assist-guyana-ethnic-relations", "Without UN Development Programme",
        "no reported activity", "offers it in general",
      ]
    ),
    (
      ["support", "Graphs/r2p", "OHCHR", "Guyana", "inhibitor 5"],
      ["over United Nations (cost 2.5, 2 steps)", "If somebody on the way is out", "On every"]
    ),
    (
      ["cut", "Graphs/r2p", "UNDP", "African Union"],
      [
        "Every route passes, in this order: United Nations.",
        "1 actor is enough; there is 1 such set.",
        "2 links are enough, fewer are not; there are 4 such sets",
        "United Nations out: no route is left.", "002 l.13 § Key points",
      ]
    ),
    (
      ["cut", "Graphs/r2p", "ECOWAS", "Guyana", "--evidence", "all"],
      ["Weak: some routes lead over a shared case", "weak: over co-presence", "with everybody 6.5"]
    ),
    (
      ["cut", "Graphs/r2p", "ECOWAS", "ICC"],
      ["No path was found", "without the restriction to classes of evidence"]
    ),
    (
      ["brokers", "Graphs/r2p", "--top", "2"],
      [
        "81 actors, 87 links (49 documented, 38 declared)", "2 of 68 actors are shown",
        "UN Alliance of", "29.4 %", "Links that nothing replaces",
      ]
    ),
    (
      ["group", "Graphs/r2p", "--connect", "UNDP", "EU", "Finn Church Aid"],
      ["4 links connect the 3 actors over 2 others", "nothing connects them without it"]
    ),
    (
      ["group", "Graphs/r2p", "--reach-all"],
      ["15 actors reach all 53 others", "no smaller group does", "United Nations"]
    ),
    (
      ["group", "Graphs/r2p", "--communities", "--evidence", "all"],
      ["Weak: 10 of 97 links", "Modularity 0.", "Who ties groups together"]
    ),
    (
      ["brokers", "Graphs/r2p", "--evidence", "all", "--top", "1"],
      ["Weak: 10 of 97 links are co-presence", "30.3 %"]
    ),
  ])
  func `answers on the record of the responsibility to protect`(
    arguments: [String],
    expected: [String]
  ) async throws {
    let run = try await Tool().run(arguments)
    #expect(run.status == 0)
    #expect(run.messages == "")
    for text in expected { #expect(run.output.contains(text), "\(text) is missing") }
  }

  @Test(arguments: [
    ["coverage"], ["gaps"], ["path", "UNDP", "African Union"], ["why", "UNDP"], ["sensitivity"],
    ["likelihood", "--default-probability", "0.9"], ["brokers"],
    ["cut", "UNDP", "African Union"],
    ["reliability", "OHCHR", "EU", "--default-probability", "0.9", "--evidence", "documented"],
  ])
  func `everything is told where it is asked for`(arguments: [String]) async throws {
    let verb = Array(arguments.prefix(1)) + ["Graphs/r2p"] + Array(arguments.dropFirst())
    let run = try await Tool().run(verb + ["--full"])
    #expect(run.status == 0)
    #expect(run.messages == "")
    #expect(!run.output.contains("--full"))
  }

  @Test func `names are ids, names and aliases, in any case and spacing`() async throws {
    let pillar = try Tool()
    let answers = try await [
      pillar("why", "Graphs/r2p", "undp"),
      pillar("why", "Graphs/r2p", "UN Development Programme"),
      pillar("why", "Graphs/r2p", "UNDP"),
      pillar("why", "Graphs/r2p", " united nations  development PROGRAMME "),
    ]
    #expect(Set(answers.map(\.output)).count == 1)
    #expect(answers.allSatisfy { $0.status == 0 })
  }

  @Test func `a name of several nodes lists its candidates`() async throws {
    let pillar = try Tool()
    try SmallCollection.write(to: pillar.folder)
    let run = try await pillar("why", "north", "council")
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(
      run.messages == """
        error: “council” is the name of several nodes
          hint: name one of border-council (Border Council), radio-north (Radio North)

        """
    )
  }

  @Test func `an unknown name is answered with the nearest`() async throws {
    let run = try await Tool()("path", "Graphs/r2p", "UNPD", "African Union")
    #expect(run.status == 2)
    #expect(run.messages.contains("nothing is called “UNPD”\n  hint: did you mean “"))
    #expect(run.messages.lowercased().contains("undp"))
  }

  @Test func `gaps end with status 1 only with --exit-code, and only if there are any`()
    async throws
  {
    let pillar = try Tool()
    try SmallCollection.write(to: pillar.folder)
    #expect(try await pillar("gaps", "north").status == 0)
    #expect(try await pillar("gaps", "north", "--exit-code").status == 1)
    #expect(try await pillar("gaps", "north", "--exit-code", "--case", "east").status == 0)
    let single = try await pillar(
      "gaps",
      "north",
      "--exit-code",
      "--case",
      "east",
      "--with-single"
    )
    #expect(single.status == 1)
  }

  @Test func `candidates for what is no cell end with status 2, and say what a cell is`()
    async throws
  {
    let pillar = try Tool()
    let swapped = try await pillar("candidates", "Graphs/r2p", "inhibitor 5", "DRC")
    #expect(swapped.status == 2)
    #expect(swapped.messages.contains("is no row of the matrix"))
    #expect(swapped.messages.contains("name the row first, then the column"))
    let other = try await pillar("candidates", "Graphs/r2p", "DRC", "UNDP")
    #expect(other.status == 2)
    #expect(other.messages.contains("UN Development Programme is no column of the matrix"))
    #expect(other.messages.contains("--columns-by"))
  }

  @Test func `the same question gives the same bytes, from any folder`() async throws {
    let pillar = try Tool()
    try SmallCollection.write(to: pillar.folder)
    try pillar.folder.write("", to: "elsewhere/deep/empty.txt")
    let first = try await pillar("gaps", "north", "--format", "json")
    let second = try await pillar.bash("cd elsewhere/deep && pillar gaps ../../north --format json")
    #expect(first.output == second.output)
  }

  @Test func `paths with blanks and letters of any script are found`() async throws {
    let pillar = try Tool(named: "mes données 数据")
    try SmallCollection.write(to: pillar.folder, at: "the north 北")
    let run = try await pillar("gaps", "the north 北", "-o", "die Lücken.md")
    #expect(run.status == 0)
    #expect(try pillar.folder.text("die Lücken.md").hasPrefix("# Capacity gaps: Northland\n"))
  }

  @Test func `bad usage ends with status 64 and a message that names the option`() async throws {
    let pillar = try Tool()
    for (arguments, expected) in [
      (["nope"], "nope"), (["gaps"], "<graph>"),
      (["gaps", "Graphs/r2p", "--basis", "explict"], "did you mean “explicit”?"),
      (["gaps", "Graphs/r2p", "--top", "0"], "--top must be at least 1"),
      (["gaps", "Graphs/r2p", "--in", "201"], "“201” is no date"),
      (["gaps", "Graphs/r2p", "--since", "2014", "--until", "2013"], "--until lies before"),
      (["gaps", "Graphs/r2p", "--format", "xlsx"], "xlsx"),
      (["candidates", "Graphs/r2p", "DRC"], "a row and a column, or neither"),
      (["candidates", "Graphs/r2p", "DRC", "inhibitor 5", "--gaps", "2"], "leave out the cell"),
      (["candidates", "Graphs/r2p", "--top", "0"], "--top must be at least 1"),
      (
        ["candidates", "Graphs/r2p", "--route-evidence", "documentd"], "did you mean “documented”?"
      ),
      (["draw", "Graphs/r2p", "--candidates", "DRC", "-o", "a.svg"], "name a row and a column"),
      (["path", "Graphs/r2p", "UNDP", "AU", "--costs", "documented"], "--costs"),
      (["path", "Graphs/r2p", "UNDP", "AU", "--pattern", "leads"], "--pattern needs --mode"),
      (["path", "Graphs/r2p", "UNDP", "AU", "--mode", "walk"], "--mode says nothing without"),
      (["path", "Graphs/r2p", "UNDP", "AU", "--up-to", "2", "--pareto"], "asked together"),
      (["path", "Graphs/r2p", "UNDP", "AU", "--up-to", "0"], "from 1 to 100"),
      (["path", "Graphs/r2p", "UNDP", "AU", "--pareto", "-k", "2"], "--count says nothing with"),
      (["path", "Graphs/r2p", "UNDP", "AU", "--in-time", "soon"], "earliest"),
      (["draw", "Graphs/r2p", "--matrix", "--pareto", "-o", "a.svg"], "--pareto says nothing"),
      (["path", "Graphs/r2p", "UNDP", "AU", "-k", "0"], "--count must be from 1 to 1000"),
      (["export", "Graphs/r2p", "--format", "csv"], "name a folder with -o"),
    ] {
      let run = try await pillar.run(arguments)
      #expect(run.status == 64, "\(arguments)")
      #expect(run.output == "")
      #expect(run.messages.contains(expected), "\(run.messages)")
    }
  }
}
