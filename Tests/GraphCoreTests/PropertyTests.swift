import GraphCore
import TestSupport
import Testing

@Suite struct PropertyTests {
  static let values: [PropertyValue] = [
    .text("a"), .texts(["a", "", "b"]), .integer(-7), .decimal(0.25), .flag(true), date(2013, 5),
  ]

  private static func date(_ year: Int, _ month: Int? = nil) -> PropertyValue {
    PartialDate(year: year, month: month).map { .date($0) } ?? .flag(false)
  }

  private static func graph(_ count: Int) throws -> PropertyGraph {
    var graph = PropertyGraph()
    for number in 0..<count { try graph.addNode(NodeID("n\(number)"), "actor") }
    return graph
  }

  @Test(arguments: values)
  func `sets, replaces and removes a value of each type`(_ value: PropertyValue) throws {
    var graph = try Self.graph(3)
    for number in 0..<3 { try graph.set("p", to: value, of: NodeID("n\(number)")) }
    #expect(graph["n1"]?.property("p") == value)
    try graph.set("p", to: nil, of: "n1")
    #expect(graph["n1"]?.property("p") == nil)
    #expect(graph["n0"]?.property("p") == value)
    #expect(graph["n2"]?.property("p") == value)
    try graph.set("p", to: value, of: "n1")
    #expect(graph.nodes.map { $0.property("p") } == [value, value, value])
  }

  @Test(arguments: values, values)
  func `refuses a value of another type`(_ first: PropertyValue, _ other: PropertyValue) throws {
    guard first.type != other.type else { return }
    var graph = try Self.graph(2)
    try graph.set("p", to: first, of: "n0")
    let error = GraphError.propertyType(name: "p", expected: first.type, found: other.type)
    #expect(throws: error) { try graph.set("p", to: other, of: "n1") }
    #expect(graph["n0"]?.property("p") == first)
    #expect(graph["n1"]?.property("p") == nil)
  }

  @Test func `may change its type once no value is left`() throws {
    var graph = try Self.graph(1)
    try graph.set("p", to: .text("a"), of: "n0")
    try graph.set("p", to: nil, of: "n0")
    try graph.set("p", to: .integer(1), of: "n0")
    #expect(graph["n0"]?.property("p") == .integer(1))
  }

  @Test func `is kept apart for nodes of different kinds and for edges`() throws {
    var graph = try PropertyGraph {
      node("a", "actor", ["p": .text("a")])
      node("b", "case", ["p": .integer(1)])
      edge("a", "in", "b", ["p": .flag(true)])
    }
    #expect(graph["a"]?.property("p") == .text("a"))
    #expect(graph["b"]?.property("p") == .integer(1))
    #expect(graph.edges[0].property("p") == .flag(true))
    try graph.set("p", to: nil, of: graph.edges[0].id)
    #expect(graph.edges[0].properties.isEmpty)
    #expect(graph["a"]?.properties.map(\.name) == ["p"])
  }

  @Test func `is refused for an unknown node or edge`() throws {
    var graph = try Self.graph(1)
    #expect(throws: GraphError.unknownNode("x")) { try graph.set("p", to: .flag(true), of: "x") }
    let none = EdgeID(rawValue: 3)
    #expect(throws: GraphError.unknownEdge(none)) {
      try graph.set("p", to: .flag(true), of: none)
    }
  }

  @Test func `is read through typed keys, and not as another type`() throws {
    var graph = try Self.graph(1)
    let (name, year) = (PropertyKey<String>("name"), PropertyKey<PartialDate>("year"))
    try graph.set(name, to: "WFP", of: "n0")
    try graph.set(year, to: PartialDate("1961"), of: "n0")
    try graph.set(PropertyKey<[String]>("aliases"), to: ["a"], of: "n0")
    try graph.set(PropertyKey<Int>("count"), to: 4, of: "n0")
    try graph.set(PropertyKey<Double>("share"), to: 0.5, of: "n0")
    try graph.set(PropertyKey<Bool>("active"), to: true, of: "n0")
    let node = try #require(graph["n0"])
    #expect(node[name] == "WFP")
    #expect(node[year]?.year == 1961)
    #expect(node[PropertyKey<[String]>("aliases")] == ["a"])
    #expect(node[PropertyKey<Int>("count")] == 4)
    #expect(node[PropertyKey<Double>("share")] == 0.5)
    #expect(node[PropertyKey<Bool>("active")] == true)
    #expect(node[PropertyKey<Int>("name")] == nil)
    #expect(node.properties.map(\.name) == ["name", "year", "aliases", "count", "share", "active"])
  }

  @Test func `keeps long and short lists that replace one another`() throws {
    var graph = try Self.graph(2)
    for list in [["a", "b", "c"], ["d"], [], ["e", "f"], ["g", "h", "i", "j"]] {
      try graph.set("p", to: .texts(list), of: "n0")
      try graph.set("p", to: .texts(["x"]), of: "n1")
      #expect(graph["n0"]?.property("p") == .texts(list))
      #expect(graph["n1"]?.property("p") == .texts(["x"]))
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func `holds what a dictionary would after sets and removals in any order`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var graph = try Self.graph(30)
    var model: [Int: PropertyValue] = [:]
    let type = Int.random(in: 0..<6, using: &random)
    func value() -> PropertyValue {
      let number = Int.random(in: 1...200, using: &random)
      switch type {
      case 0: return .text("t\(number)")
      case 1: return .texts((0..<number % 4).map { "t\($0)" })
      case 2: return .integer(number)
      case 3: return .decimal(Double(number) / 4)
      case 4: return .flag(number.isMultiple(of: 2))
      default: return Self.date(number)
      }
    }
    for _ in 0..<120 {
      let row = Int.random(in: 0..<30, using: &random)
      let new = Int.random(in: 0..<3, using: &random) == 0 ? nil : value()
      model[row] = new
      try graph.set("p", to: new, of: NodeID("n\(row)"))
    }
    for row in 0..<30 { #expect(graph.nodes[row].property("p") == model[row]) }
  }

  @Test func `stays fast and right when set and removed from the last row to the first`() throws {
    var graph = try Self.graph(20_000)
    for row in (0..<20_000).reversed() {
      try graph.set("p", to: .integer(row), of: NodeID("n\(row)"))
    }
    #expect(graph.nodes.allSatisfy { $0.property("p") == .integer($0.row) })
    for row in (0..<20_000) where !row.isMultiple(of: 3) {
      try graph.set("p", to: nil, of: NodeID("n\(row)"))
    }
    graph.remove(nodes: ["n0"])
    for node in graph.nodes {
      let old = node.row + 1
      #expect(node.property("p") == (old.isMultiple(of: 3) ? .integer(old) : nil))
    }
  }
}
