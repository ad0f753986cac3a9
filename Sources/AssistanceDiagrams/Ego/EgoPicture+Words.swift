internal import AssistanceModel
internal import DOTFormat
internal import GraphCore

extension EgoPicture {
  /// The lines below the title.
  func subtitle(_ shown: [Shown]) -> [DiagramFrame.Line] {
    var lines: [DiagramFrame.Line] = []
    if let missing {
      lines.append(
        missing.isGap
          ? .init(text: missing.text, role: .gapText, isBold: true) : .init(text: missing.text)
      )
    }
    lines.append(.init(text: summary))
    let hidden = shown.reduce(0) { $0 + $1.hidden }
    if hidden > 0 { lines.append(.init(text: "\(hidden) of them are not drawn one by one.")) }
    var sources = neighbours.groups.flatMap { $0.neighbours.flatMap(\.sources) }.map(\.document)
    if isFact { sources += graph.graph[id]?.sources.map(\.document) ?? [] }
    if let source = options.sourceLine(citing: Set(sources)) { lines.append(.init(text: source)) }
    return lines
  }

  private var summary: String {
    let counts = neighbours.counts
    let words = kindWords(id).withCapital
    let sides = Set(neighbours.groups.map(\.isLeft))
    if isFact {
      let left = sides.contains(true) ? "on the left who did it" : nil
      let right = sides.contains(false) ? "on the right what was done, and for what and where" : nil
      return "\(words). \(EgoFact(id, in: graph).circumstances)" + Self.sides(left, right)
    }
    let left = sides.contains(true) ? "on the left what points to it" : nil
    let right = sides.contains(false) ? "on the right what it points to" : nil
    return "\(words); \(counted(counts.relations, "relation")) and"
      + " \(counted(counts.facts, "fact")) about assistance." + Self.sides(left, right)
  }

  private static func sides(_ left: String?, _ right: String?) -> String {
    let sides = [left, right].compactMap(\.self)
    return sides.isEmpty ? "" : " " + sides.joined(separator: ", ").withCapital + "."
  }

  /// What is missing: a node that could be at the end of a fact, and is at none.
  ///
  /// It is a gap for cases and inhibitors alone; where relations say what is provided or
  /// strengthened, nothing is missing.
  private var missing: (text: String, isGap: Bool)? {
    guard let kind = graph.graph[id]?.kind, !isFact, neighbours.counts.facts == 0 else {
      return nil
    }
    let told: Set<EdgeKind> = [.provides, .strengthens]
    guard !neighbours.groups.contains(where: { told.contains($0.kind) }) else { return nil }
    let roles = graph.schema.roles.filter { $0.nodeKinds.contains(kind) }
    if roles.contains(where: { $0.kind == .inhibitor || $0.kind == .countryCase }) {
      return ("No reported activity: no fact about assistance names it.", true)
    }
    return roles.isEmpty ? nil : ("No fact about assistance names it.", false)
  }

  func legend(_ shown: [Shown]) -> DiagramLegend {
    var legend = DiagramLegend()
    var parts: Set<DiagramPart> = [DiagramPart(graph.graph[id]?.kind ?? .finding)]
    var facts: Set<EvidenceClass> = []
    var relations: Set<EvidenceClass> = []
    var hasUnnamed = graph.graph[id]?[.designation] ?? Designation.named != .named
    for part in shown {
      let drawn = part.group.neighbours.prefix(part.group.neighbours.count - part.hidden)
      if part.group.areFacts {
        facts.formUnion(drawn.map(\.evidence))
      } else {
        relations.formUnion(drawn.map(\.evidence))
      }
      parts.formUnion(part.cards.filter { !isMore($0) }.map(\.part))
      hasUnnamed = hasUnnamed || part.cards.contains { $0.isUnnamed && !isMore($0) }
    }
    let words: [DiagramPart: String] = [
      .actor: "actor", .form: "form or measure", .fact: "fact about assistance",
      .inhibitor: "inhibitor", .countryCase: "case", .other: "other kind, named below the name",
    ]
    for part in DiagramPart.allCases where parts.contains(part) {
      legend.add(.node(part), words[part] ?? part.rawValue)
    }
    if hasUnnamed { legend.add(.node(.actor, isUnnamed: true), "class of actors, or unnamed") }
    // Facts and relations have lines of their own colours.
    let areBoth = !facts.isEmpty && !relations.isEmpty
    for evidence in EvidenceClass.allCases where facts.contains(evidence) {
      legend.add(sample(evidence, .formLine), (areBoth ? "fact, " : "") + evidence.meaning)
    }
    for evidence in EvidenceClass.allCases where relations.contains(evidence) {
      legend.add(sample(evidence, .observedLine), (areBoth ? "relation, " : "") + evidence.meaning)
    }
    return legend
  }

  private func isMore(_ card: DiagramCard) -> Bool { card.id.hasSuffix("_more") }

  private func sample(_ evidence: EvidenceClass, _ role: DiagramTheme.Role)
    -> DiagramLegend.Sample
  {
    switch evidence {
    case .documented: .line(role)
    case .declared: .dashes(role, hasRing: false)
    case .coPresence: .dots(role, hasRing: false)
    }
  }

  /// What the picture shows, for people who cannot see it.
  func description(_ shown: [Shown]) -> String {
    var sentences = ["Diagram of \(name) and what it is tied to. \(summary)"]
    if let missing { sentences.append(missing.text) }
    for part in shown.filter(\.group.isLeft) + shown.filter({ !$0.group.isLeft }) {
      let names = part.group.neighbours.prefix(8).map {
        part.group.areFacts
          ? EgoFact($0.id, in: graph).sentence : graph.name(of: $0.id).visible
      }
      let side = part.group.isLeft ? "Left" : "Right"
      let count = part.group.neighbours.count
      let more = count > names.count ? " and \(count - names.count) more" : ""
      sentences.append(
        "\(side), \(part.group.words) (\(count)): \(names.joined(separator: "; "))\(more)."
      )
    }
    return sentences.joined(separator: " ")
  }
}
