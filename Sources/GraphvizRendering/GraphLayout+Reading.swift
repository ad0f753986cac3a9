internal import Foundation

extension GraphLayout {
  /// Reads what Graphviz writes as `json0`.
  init(readingJSON bytes: [UInt8]) throws(GraphvizError) {
    let written: WrittenGraph
    do {
      written = try JSONDecoder().decode(WrittenGraph.self, from: Data(bytes))
    } catch {
      throw .unreadableLayout("\(error)")
    }
    boundingBox = try Box(reading: written.bb)
    var names: [Int: String] = [:]
    var nodes: [Node] = []
    // Subgraphs stand among the nodes, and have no position.
    for object in written.objects ?? [] {
      guard let pos = object.pos, let width = object.width, let height = object.height else {
        continue
      }
      names[object._gvid] = object.name
      nodes.append(
        Node(
          name: object.name,
          centre: try Point(reading: pos[...]),
          width: try number(width[...]) * 72,
          height: try number(height[...]) * 72
        )
      )
    }
    self.nodes = nodes
    var edges: [Edge] = []
    for edge in written.edges ?? [] {
      guard let tail = names[edge.tail], let head = names[edge.head] else {
        throw .unreadableLayout("an edge has an end that is no node")
      }
      var splines: [Spline] = []
      for piece in (edge.pos ?? "").split(separator: ";") {
        splines.append(try Spline(reading: piece))
      }
      var label: Point?
      if let place = edge.lp { label = try Point(reading: place[...]) }
      edges.append(Edge(tail: tail, head: head, splines: splines, labelCentre: label))
    }
    self.edges = edges
  }
}

/// The parts of Graphviz's JSON that say where things are.
private struct WrittenGraph: Decodable {
  struct Object: Decodable {
    let _gvid: Int  // swift-format-ignore: NoLeadingUnderscores
    let name: String
    let pos: String?
    let width: String?
    let height: String?
  }

  struct Edge: Decodable {
    let tail: Int
    let head: Int
    let pos: String?
    let lp: String?
  }

  let bb: String
  let objects: [Object]?
  let edges: [Edge]?
}

private func number(_ text: Substring) throws(GraphvizError) -> Double {
  guard let number = Double(text), number.isFinite else {
    throw .unreadableLayout("\"\(text)\" is not a number")
  }
  return number
}

extension GraphLayout.Point {
  /// Reads `x,y`; a `!` after it, and a third coordinate, say nothing here.
  fileprivate init(reading text: Substring) throws(GraphvizError) {
    let parts = text.prefix { $0 != "!" }.split(separator: ",")
    guard parts.count >= 2 else { throw .unreadableLayout("\"\(text)\" is not a place") }
    self.init(x: try number(parts[0]), y: try number(parts[1]))
  }
}

extension GraphLayout.Box {
  /// Reads `x,y,x,y`.
  fileprivate init(reading text: String) throws(GraphvizError) {
    let parts = text.split(separator: ",")
    guard parts.count == 4 else { throw .unreadableLayout("\"\(text)\" is not a box") }
    lowerLeft = GraphLayout.Point(x: try number(parts[0]), y: try number(parts[1]))
    upperRight = GraphLayout.Point(x: try number(parts[2]), y: try number(parts[3]))
  }
}

extension GraphLayout.Spline {
  /// Reads the points, after the tips of arrowheads: `e,x,y s,x,y x,y x,y …`.
  fileprivate init(reading text: Substring) throws(GraphvizError) {
    var (points, start, end): ([GraphLayout.Point], GraphLayout.Point?, GraphLayout.Point?) = (
      [], nil, nil
    )
    for word in text.split(separator: " ") {
      if word.hasPrefix("s,") {
        start = try GraphLayout.Point(reading: word.dropFirst(2))
      } else if word.hasPrefix("e,") {
        end = try GraphLayout.Point(reading: word.dropFirst(2))
      } else {
        points.append(try GraphLayout.Point(reading: word))
      }
    }
    self.points = points
    startTip = start
    endTip = end
  }
}
