import Testing

@Suite struct ImportGraphTests {
  private static let network = """
    <graphml><key id="t" for="edge" attr.name="type" attr.type="string"/>
    <key id="m" for="node" attr.name="e-mail" attr.type="string"/>
    <graph edgedefault="directed"><node id="a"/><node id="b"><data key="m">x@y.org</data></node>
    <node id="c"/><edge source="a" target="b"><data key="t">Is part of</data></edge>
    <edge source="b" target="c"/></graph></graphml>
    """

  @Test func `a graph becomes a collection that every verb reads`() async throws {
    let pillar = try Tool()
    try pillar.folder.write(Self.network, to: "network.gml")
    let run = try await pillar("import", "graph", "network.gml", "-o", "net", "--report", "r.md")
    #expect(run.status == 0)
    #expect(run.messages == "")
    #expect(run.output.contains("3 nodes and 2 links became nodes (3 actor) and relations ("))
    #expect(run.output.contains("it is GraphML: 3 nodes and 2 links, though its name says other"))
    #expect(run.output.contains("people's details are never kept"))
    #expect(try pillar.folder.text("r.md").contains("3 nodes and 2 links became"))
    #expect(try !pillar.folder.text("net/nodes/actor.csv").contains("x@y.org"))
    let first = try pillar.folder.text("net/relations/linked-to.csv")
    #expect(try await pillar("import", "graph", "network.gml", "-o", "net").status == 0)
    #expect(try pillar.folder.text("net/relations/linked-to.csv") == first)
    #expect(try await pillar("check", "net").status == 0)
    #expect(try await pillar("info", "net").output.contains("is-part-of"))
    #expect(try await pillar("path", "net", "a", "c").output.contains("(declared, 1.5)"))
    #expect(try await pillar("export", "net", "--format", "graphml").status == 0)
  }

  @Test func `options say what nodes and links are`() async throws {
    let pillar = try Tool()
    try pillar.folder.write(Self.network, to: "network.graphml")
    let run = try await pillar(
      "import",
      "graph",
      "network.graphml",
      "-o",
      "net",
      "--relation-kind",
      "Is part of=part-of",
      "--relation-kind",
      "funds",
      "--evidence",
      "co-presence",
      "--title",
      "Net"
    )
    #expect(run.status == 0)
    #expect(
      try pillar.folder.text("net/relations/part-of.csv").contains("a,b,explicit,co-presence")
    )
    #expect(try pillar.folder.text("net/relations/funds.csv").contains("b,c,implied,co-presence"))
    #expect(try pillar.folder.text("net/collection.yaml").hasPrefix("title: Net"))
  }

  @Test(arguments: [
    ["--node-kind", "Big"], ["--node-kind", "x=assistance"], ["--relation-kind", "provider"],
    ["--evidence", "strong"],
  ])
  func `options that cannot be meant are refused`(options: [String]) async throws {
    let pillar = try Tool()
    try pillar.folder.write(Self.network, to: "n.graphml")
    let run = try await pillar.run(["import", "graph", "n.graphml", "-o", "net"] + options)
    #expect(run.status == 64)
    #expect(!pillar.folder.exists("net"))
  }

  @Test func `what is no graph is refused with every fault, and nothing is written`() async throws {
    let pillar = try Tool()
    try pillar.folder.write("<html/>", to: "page.gexf")
    let run = try await pillar("import", "graph", "page.gexf", "-o", "net")
    #expect(run.status == 2)
    #expect(run.messages.contains("page.gexf:1:1: error: this is no graph"))
    let two = try await pillar("import", "graph", "page.gexf", "none.csv", "-o", "net")
    #expect(two.status == 2)
    #expect(two.messages.contains("none.csv: error: the file cannot be read"))
    #expect(!pillar.folder.exists("net"))
  }

  @Test(arguments: ["json", "graphml", "csv"])
  func `what export writes comes back with the same tables and gaps`(
    format: String
  ) async throws {
    let pillar = try Tool()
    try pillar.folder.write("#org,#sector,#adm2+code\nIRC,Health,X1\nMSF,WASH,X2\n", to: "3w.csv")
    let out = format == "csv" ? "tables" : "graph.\(format)"
    let files = format == "csv" ? "tables/nodes.csv tables/edges.csv" : out
    let run = try await pillar.bash(
      """
      set -e
      pillar import 3w 3w.csv -o field > /dev/null
      pillar export field --format \(format) -o \(out)
      pillar import graph \(files) -o back --title field > report.txt
      diff -r -x collection.yaml field back
      pillar gaps field --format json > gaps.json
      pillar gaps back --format json | diff - gaps.json
      grep -c 'does not hold' report.txt
      """
    )
    #expect(run.status == 0, "\(run.output)\(run.messages)")
  }

  @Test func `every example in the help runs as it is printed`() async throws {
    let pillar = try Tool()
    try pillar.folder.write(Self.network, to: "network.graphml")
    try pillar.folder.write(
      "<gexf version='1.3'><graph><nodes><node id='a'/></nodes></graph></gexf>",
      to: "network.gexf"
    )
    try pillar.folder.write("Id\na\nb\n", to: "nodes.csv")
    try pillar.folder.write("Source,Target\na,b\n", to: "edges.csv")
    let help = try await pillar.run(
      ["import", "graph", "--help"],
      environment: ["COLUMNS": "500", "PILLAR_COMMAND": Tool.path]
    )
    let lines = help.output.split(separator: "\n", omittingEmptySubsequences: false)
    let heading = try #require(lines.firstIndex(of: "EXAMPLES"))
    let examples = lines[(heading + 1)...].prefix { !$0.isEmpty }
    #expect(examples.count == 3)
    for (number, example) in examples.enumerated() {
      // Graphs is a link to the package's own folder.
      let line = example.split(separator: "Graphs/").joined(separator: "out\(number)-")
      let run = try await pillar.bash(line)
      #expect(run.status == 0, "\(line)\n\(run.messages)")
    }
  }
}
