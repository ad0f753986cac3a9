internal import DOTFormat

/// One walk through a drawing that makes it safe and notes what changed.
struct SafetyPass {
  /// What the drawing asks for by its attribute `layout`.
  private(set) var engine: GraphvizEngine?
  /// What some versions of Graphviz crash on.
  private(set) var suspects: [String] = []

  private let markups: Set<String>
  private let format: GraphvizFormat
  private var counts: [SafeMarkup.Note: Int] = [:]
  private var order: [SafeMarkup.Note] = []
  private var unknown: [String] = []
  private var unknownSeen: Set<String> = []
  private var unknownCount = 0

  /// Starts a walk, with what the drawing writes as markup.
  init(markups: Set<String>, for format: GraphvizFormat) {
    self.markups = markups
    self.format = format
  }

  /// What was changed so far, each kind of change once.
  var changes: [SafeDOT.Change] {
    let known = order.map { note in
      SafeDOT.Change(
        action: note.action,
        subject: note.subject,
        reason: note.reason.rawValue,
        count: counts[note] ?? 0
      )
    }
    guard unknownCount > 0 else { return known }
    let some = unknown.prefix(Self.mostNames).joined(separator: ", ")
    let rest = unknown.count - Self.mostNames
    let names = rest > 0 ? "\(some) and \(rest) more" : some
    return known + [
      SafeDOT.Change(
        action: .leftOut,
        subject: names,
        reason: SafetyRule.Reason.unknown.rawValue,
        count: unknownCount
      )
    ]
  }

  private static let mostNames = 6

  // MARK: Statements

  /// A drawing made safe.
  mutating func safe(_ graph: DOTGraph) -> DOTGraph {
    var graph = graph
    graph.statements = safe(graph.statements)
    return graph
  }

  private mutating func safe(_ statements: [DOTStatement]) -> [DOTStatement] {
    var result: [DOTStatement] = []
    result.reserveCapacity(statements.count)
    for statement in statements {
      switch statement {
      case .node(var node):
        node.attributes = safe(node.attributes, of: .node)
        result.append(.node(node))
      case .edge(var edge):
        for place in edge.ends.indices {
          if case .subgraph(let subgraph) = edge.ends[place] {
            edge.ends[place] = .subgraph(safe(subgraph))
          }
        }
        edge.attributes = safe(edge.attributes, of: .edge)
        result.append(.edge(edge))
      case .subgraph(let subgraph): result.append(.subgraph(safe(subgraph)))
      case .defaults(let element, let attributes):
        result.append(.defaults(element, safe(attributes, of: element)))
      case .attribute(let attribute):
        if let attribute = safe(attribute, of: .graph) { result.append(.attribute(attribute)) }
      }
    }
    return result
  }

  private mutating func safe(_ subgraph: DOTSubgraph) -> DOTSubgraph {
    var subgraph = subgraph
    subgraph.statements = safe(subgraph.statements)
    return subgraph
  }

  private mutating func safe(_ attributes: DOTAttributes, of element: DOTElement) -> DOTAttributes {
    var result: [DOTAttribute] = []
    for attribute in attributes.all {
      if let attribute = safe(attribute, of: element) { result.append(attribute) }
    }
    return DOTAttributes(result)
  }

  // MARK: Attributes

  private mutating func safe(
    _ attribute: DOTAttribute,
    of element: DOTElement
  ) -> DOTAttribute? {
    let name = attribute.name.content
    guard let rule = SafetyRule.rule(for: name, of: element) else {
      unknownCount += 1
      if unknownSeen.insert(name).inserted { unknown.append(name) }
      return nil
    }
    noteSuspect(name, attribute.value.content)
    let old = attribute.value.content
    guard let new = checked(name, attribute.value, by: rule) else { return nil }
    guard new != old else { return attribute }
    var attribute = attribute
    attribute.value = attribute.value.with(new)
    return attribute
  }

  /// The text that an attribute may have, or `nil` if it may not be there.
  private mutating func checked(
    _ name: String,
    _ value: DOTIdentifier,
    by rule: SafetyRule
  ) -> String? {
    let text = value.content
    switch rule {
    case .anything: return text
    case .nothing(let reason):
      note(.leftOut, name, reason)
      return nil
    case .numbers(let range):
      let limited = LimitedNumbers.text(text, within: range)
      if limited == nil {
        note(.leftOut, name, .notANumber)
      } else if limited != text {
        note(.limited, name, .waste)
      }
      return limited
    case .fonts:
      guard !text.isEmpty, !FontFamilies.isPlainList(text) else { return text }
      note(.replaced, name, .fonts)
      return FontFamilies.standard
    case .link: return link(name, text)
    case .label: return label(value)
    case .engine:
      if let known = GraphvizEngine(rawValue: text) {
        engine = known
      } else {
        note(.leftOut, name, .engine)
      }
      return nil
    case .encoding:
      guard !["utf-8", "utf8"].contains(text.lowercased()) else { return text }
      note(.leftOut, name, .encoding)
      return nil
    }
  }

  private mutating func link(_ name: String, _ text: String) -> String? {
    guard !text.isEmpty else { return text }
    let resolved = SVGCharacters.resolved(Array(text.utf8)[...])
    guard let link = SafeLink(resolved, keepsEscapes: true) else {
      note(.leftOut, name, .link)
      return nil
    }
    guard format != .pdf || !link.takesNames else {
      note(.leftOut, name, .namesInLink)
      return nil
    }
    // A PDF gets the address as it is written here, an SVG as XML.
    let address = format == .pdf ? link.address : link.address.replacing("&", with: "&amp;")
    guard text != address, text != resolved || !SafeLink.isPlain(text) else { return text }
    note(.replaced, name, .linkCharacters)
    return address
  }

  private mutating func label(_ value: DOTIdentifier) -> String {
    switch value {
    case .text(let text) where !markups.contains(text): return text
    case .text(let text), .html(let text):
      let markup = SafeMarkup(text, for: format)
      for note in markup.notes { self.note(note.action, note.subject, note.reason) }
      // Graphviz would show the name of the node instead of nothing.
      if case .html = value, markup.text.isEmpty, !text.isEmpty { return "<BR/>" }
      return markup.text
    }
  }

  // MARK: Notes

  private mutating func note(
    _ action: SafeDOT.Change.Action,
    _ subject: String,
    _ reason: SafetyRule.Reason
  ) {
    let note = SafeMarkup.Note(action: action, subject: subject, reason: reason)
    if counts[note] == nil { order.append(note) }
    counts[note, default: 0] += 1
  }

  private mutating func noteSuspect(_ name: String, _ value: String) {
    let isSuspect =
      switch name {
      case "concentrate", "newrank": !["", "0", "false", "no"].contains(value.lowercased())
      case "splines": value.lowercased() == "ortho"
      default: false
      }
    let suspect = "\(name)=\(value)"
    if isSuspect, !suspects.contains(suspect) { suspects.append(suspect) }
  }
}

extension DOTIdentifier {
  /// Another text that is used the same way.
  fileprivate func with(_ text: String) -> DOTIdentifier {
    switch self {
    case .text: .text(text)
    case .html: .html(text)
    }
  }
}
