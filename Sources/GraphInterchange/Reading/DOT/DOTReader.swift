internal import DOTFormat
internal import GraphCore

/// Reads DOT: what a graph's statements make, without how it is drawn.
struct DOTReader {
  var draft: GraphDraft

  init(_ draft: GraphDraft) {
    self.draft = draft
    self.draft.infersTypes = true
  }

  mutating func read(_ bytes: [UInt8]) {
    do throws(DOTError) {
      let document = try DOTDocument(parsing: bytes)
      for warning in document.warnings {
        draft.notes.note(warning.message, hint: warning.hint, at: Self.place(warning))
      }
      guard let graph = document.graphs.first else {
        draft.notes.fault("the text holds no graph", at: ReadingPlace(line: 1, column: 1))
        return
      }
      if document.graphs.count > 1 {
        draft.notes.note(
          "graphs after the first were left out (there are \(document.graphs.count))"
        )
      }
      add(try DOTStructure(graph, edgeLimit: 1_000_000), graph)
    } catch {
      for fault in error.faults {
        draft.notes.fault(fault.message, hint: fault.hint, at: Self.place(fault))
      }
    }
  }

  private static func place(_ fault: DOTFault) -> ReadingPlace {
    ReadingPlace(line: fault.place?.line, column: fault.place?.column)
  }

  private mutating func add(_ structure: DOTStructure, _ graph: DOTGraph) {
    draft.title = structure.attributes["label"].map { plain($0, of: "") } ?? graph.id?.content
    for (index, node) in structure.nodes.enumerated() {
      var content = content(structure.attributes(ofNode: index), of: node.id.content)
      content.label = content.take("label")
      draft.nodes.append(GraphDraft.Node(id: NodeID(node.id.content), content: content))
    }
    var members = 0
    for (index, subgraph) in structure.subgraphs.enumerated() {
      guard let name = subgraph.id?.content else { continue }
      guard members < Self.memberLimit else {
        draft.notes.note("subgraphs with very many nodes together were left out", about: name)
        continue
      }
      draft.notes.note("a subgraph became the property “subgraph” of its nodes", about: name)
      let nodes = structure.nodes(ofSubgraph: index)
      members += nodes.count + 1
      for node in nodes {
        draft.nodes[node].content.set("subgraph", .text(name))
      }
    }
    for (index, edge) in structure.edges.enumerated() {
      draft.edges.append(
        GraphDraft.Edge(
          name: edge.key?.content,
          source: NodeID(structure.nodes[edge.tail].id.content),
          target: NodeID(structure.nodes[edge.head].id.content),
          direction: graph.isDirected ? .directed : .undirected,
          content: content(structure.attributes(ofEdge: index), of: "")
        )
      )
    }
  }

  private mutating func content(
    _ attributes: DOTAttributes,
    of name: String
  ) -> GraphDraft.Content {
    var content = GraphDraft.Content()
    guard draft.inherits(attributes.all.count, at: content.place) else { return content }
    for attribute in attributes.all {
      let key = attribute.name.content
      guard !Self.drawing.contains(key) else {
        draft.notes.note("attributes of the drawing were left out", about: key)
        continue
      }
      let text = key == "label" ? plain(attribute.value, of: name) : attribute.value.content
      content.set(key, .text(text))
    }
    content.takeKind()
    return content
  }

  /// The text that a label shows: escapes stand for lines and for the name, markup is dropped.
  private mutating func plain(_ value: DOTIdentifier, of name: String) -> String {
    switch value {
    case .html(let markup):
      draft.notes.note("the markup of labels was left out", about: markup)
      return Self.withoutTags(markup)
    case .text(let text):
      var plain = ""
      var escapes = false
      for character in text {
        guard escapes else {
          if character == "\\" { escapes = true } else { plain.append(character) }
          continue
        }
        escapes = false
        switch character {
        case "n", "l", "r": plain += "\n"
        case "N": plain += name
        default: plain.append(character)
        }
      }
      return plain.trimmingSpaces()
    }
  }

  private static func withoutTags(_ markup: String) -> String {
    var plain = ""
    var isTag = false
    for character in markup {
      switch character {
      case "<": isTag = true
      case ">":
        isTag = false
        plain += " "
      default: if !isTag { plain.append(character) }
      }
    }
    for (entity, character) in [("lt", "<"), ("gt", ">"), ("quot", "\""), ("amp", "&")] {
      plain = plain.split(separator: "&\(entity);", omittingEmptySubsequences: false)
        .joined(separator: character)
    }
    return plain.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// Nodes of subgraphs, each counted for each subgraph around it.
  private static let memberLimit = 20_000_000

  /// What only says how to draw.
  private static let drawing: Set = [
    "URL", "_background", "_draw_", "_hdraw_", "_hldraw_", "_ldraw_", "_tdraw_", "_tldraw_", "area",
    "arrowhead", "arrowsize", "arrowtail", "color", "colorscheme", "constraint", "decorate", "dir",
    "distortion", "edgeURL", "edgehref", "edgetarget", "edgetooltip", "fillcolor", "fixedsize",
    "fontcolor", "fontname", "fontsize", "gradientangle", "group", "headURL", "head_lp", "headclip",
    "headhref", "headport", "headtarget", "headtooltip", "height", "href", "image", "imagepos",
    "imagescale", "labelURL", "labelangle", "labeldistance", "labelfloat", "labelfontcolor",
    "labelfontname", "labelfontsize", "labelhref", "labeljust", "labelloc", "labeltarget",
    "labeltooltip", "layer", "len", "lhead", "lp", "ltail", "margin", "minlen", "nojustify",
    "ordering", "orientation", "penwidth", "peripheries", "pin", "pos", "rects", "regular", "root",
    "samehead", "sametail", "samplepoints", "shape", "shapefile", "showboxes", "sides", "skew",
    "sortv", "style", "tailURL", "tail_lp", "tailclip", "tailhref", "tailport", "tailtarget",
    "tailtooltip", "target", "tooltip", "vertices", "width", "xlp", "z",
  ]
}
