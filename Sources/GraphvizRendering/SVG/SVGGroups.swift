/// A node, an edge, a cluster or the graph in a picture.
struct SVGGroup {
  /// What it is.
  enum Kind: String {
    case graph, cluster, node, edge
  }

  let kind: Kind
  let id: String?
  /// What Graphviz calls it: the name of a node, or those of an edge's ends with their ports.
  var name = ""
  /// The lines of text in it.
  var lines: [String] = []
  /// What is said where the pointer rests on it.
  var hint: String?
  /// Whether something in it leads elsewhere or has words of its own.
  var holdsMore = false

  /// What is said of it or written in it, or `nil` if that is nothing.
  ///
  /// Where a text has a link and no hint, Graphviz gives the source of its label as one, with
  /// escapes and markup; the label as it is drawn says the same.
  var words: String? {
    let hint = hint.map(trimmed) ?? ""
    guard !hint.isEmpty else { return label }
    return label.map(letters) == letters(hint) ? label : hint
  }

  /// What is written in it, or `nil` if that is nothing.
  var label: String? {
    let label = lines.joined(separator: " ").squeezed
    return label.isEmpty ? nil : label
  }

  /// The letters and digits of a text, without escapes and markup.
  private func letters(_ text: String) -> String {
    var letters = ""
    var isMarkup = false
    var isEscape = false
    for character in text {
      if isEscape {
        isEscape = false
      } else if isMarkup {
        isMarkup = character != ">"
      } else if character == "<" {
        isMarkup = true
      } else if character == "\\" {
        isEscape = true
      } else if character.isLetter || character.isNumber {
        letters.append(character)
      }
    }
    return letters
  }

  private func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}

/// Who is who in a picture by Graphviz.
struct SVGGroups {
  /// The nodes, edges and clusters, by the place where they begin.
  private(set) var groups: [Int: SVGGroup] = [:]
  /// The places of links that are of a whole group.
  private(set) var ownLinks: [Int: Int] = [:]
  /// The places of groups around a link that do nothing else.
  private(set) var wrappers: Set<Int> = []
  /// What nodes are called in words, the shorter the better, by their names.
  private var nodeWords: [String: String] = [:]

  /// Reads them off a picture.
  init(_ items: [SVGDocument.Item]) {
    var open: [Int] = []
    var current: [Int] = []
    for (place, item) in items.enumerated() {
      switch item {
      case .open(let element):
        if let group = Self.group(element) {
          groups[place] = group
          current.append(place)
        } else {
          note(element, at: place, in: open.last, of: current.last, items)
        }
        open.append(place)
      case .text(let text):
        guard let holder = open.last, let group = current.last else { continue }
        add(text, in: items[holder], isOwn: open.dropLast().last == group, to: group)
      case .close:
        if let closed = open.popLast(), closed == current.last { current.removeLast() }
      }
    }
    for place in groups.keys.sorted() {
      guard let group = groups[place], group.kind == .node, let words = group.label ?? group.words
      else {
        continue
      }
      if nodeWords[group.name] == nil { nodeWords[group.name] = words }
    }
  }

  /// What a group is in words: what is said of it, else its text, else the ends of an edge.
  func words(at place: Int) -> String? {
    guard let group = groups[place] else { return nil }
    switch group.kind {
    case .graph: return nil
    case .cluster: return group.hint == nil ? nil : group.words
    case .node: return group.words
    case .edge: return group.words ?? ends(of: group.name)
    }
  }

  // MARK: Reading

  private static func group(_ element: SVGElement) -> SVGGroup? {
    guard element.name == .g, let words = element["class"],
      let first = words.split(separator: " ").first,
      let kind = SVGGroup.Kind(rawValue: String(first))
    else { return nil }
    return SVGGroup(kind: kind, id: element["id"])
  }

  /// Notes what an element adds to the group that it is in.
  private mutating func note(
    _ element: SVGElement,
    at place: Int,
    in parent: Int?,
    of group: Int?,
    _ items: [SVGDocument.Item]
  ) {
    switch element.name {
    case .text:
      if let group { groups[group]?.lines.append("") }
    case .g where element["class"] == nil && element["id"]?.hasPrefix("a_") == true:
      if place + 1 < items.count, case .open(let inner) = items[place + 1], inner.name == .a {
        wrappers.insert(place)
      }
    case .a:
      guard let group else { return }
      var isOwn = false
      if let parent, case .open(let wrapper) = items[parent], let id = groups[group]?.id {
        isOwn = wrapper["id"] == "a_" + id && groups[group]?.hint == nil
      }
      if isOwn {
        ownLinks[place] = group
        groups[group]?.hint = Self.meaning(element.hint)
      }
      if element.link != nil || !isOwn && element.hint != nil { groups[group]?.holdsMore = true }
    default: break
    }
  }

  private mutating func add(
    _ text: String,
    in holder: SVGDocument.Item,
    isOwn: Bool,
    to group: Int
  ) {
    guard case .open(let element) = holder else { return }
    switch element.name {
    case .title where isOwn: groups[group]?.name += text
    case .text, .tspan:
      guard let last = groups[group]?.lines.indices.last else { return }
      groups[group]?.lines[last] += text
    default: break
    }
  }

  /// A hint, unless it is what Graphviz makes up for a label with markup.
  private static func meaning(_ hint: String?) -> String? {
    hint == "<TABLE>" ? nil : hint
  }

  // MARK: Words

  /// The ends of an edge in words, if its name can be told apart into two nodes.
  private func ends(of name: String) -> String? {
    for (arrow, sign) in [("->", "→"), ("--", "–")] {
      var rest = name[...]
      var start = name.startIndex
      for _ in 0..<Self.mostTries {
        guard let found = rest.firstRange(of: arrow) else { break }
        if let tail = node(name[..<found.lowerBound]), let head = node(name[found.upperBound...]) {
          return "\(tail) \(sign) \(head)"
        }
        start = name.index(after: found.lowerBound)
        rest = name[start...]
      }
    }
    return nil
  }

  /// A node in words, by its name with or without a port.
  private func node(_ end: Substring) -> String? {
    var name = end
    for _ in 0..<3 {
      if let words = nodeWords[String(name)] { return words }
      guard let colon = name.lastIndex(of: ":") else { return nil }
      name = name[..<colon]
    }
    return nil
  }

  private static let mostTries = 8
}
