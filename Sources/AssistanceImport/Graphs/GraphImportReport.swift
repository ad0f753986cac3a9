internal import AssistanceModel
internal import GraphCore
internal import GraphInterchange

/// What is told of a graph that became a collection.
struct GraphImportReport {
  private(set) var report = ImportReport()
  private let builder: GraphCollectionBuilder
  private var counts: GraphImportCounts { builder.counts }
  private var reading: GraphReading { builder.reading }

  init(_ builder: GraphCollectionBuilder, _ files: [GraphFile]) {
    self.builder = builder
    addFiles(files)
    let counts = builder.counts
    report.summary = summary
    report.mergedCount = counts.mergedLinks
    report.selfRelations = counts.loops
    report.refusals = counts.refusals
    report.doubts = builder.reading.notes.map(named) + counts.doubts
    report.factCount = builder.graph.nodes(of: .assistance).count
    report.placeholders = counts.standIns.sorted { $0.key.precedesBytewise($1.key) }
      .map { ImportReport.Count($0.key, in: "actor", $0.value) }
  }

  /// A note of the reader under the key of its file.
  private func named(_ note: Diagnostic) -> Diagnostic {
    let key = note.place.file.split(whereSeparator: \.isWhitespace).joined(separator: "-")
    return Diagnostic(
      note.severity,
      at: .init(
        file: key.isEmpty ? builder.documents[0] : key,
        line: note.place.line,
        column: note.place.column
      ),
      note.message,
      hint: note.hint
    )
  }

  // MARK: Sentences

  private var summary: String {
    let nodes = Self.list(counts.nodeKinds.map { ($0.key.rawValue, $0.value) })
    let relations = Self.list(counts.linkKinds.map { ($0.key.rawValue, $0.value) })
    let ends = counts.endCount > 0 ? ", \(Self.count(counts.endCount, "end")) of facts" : ""
    return Self.count(reading.graph.nodeCount, "node") + " and "
      + Self.count(reading.graph.edgeCount, "link")
      + " became nodes (\(nodes))\(ends) and relations (\(relations))."
  }

  /// Kinds with their counts, the most frequent first.
  private static func list(_ counts: [(kind: String, count: Int)]) -> String {
    let sorted = counts.sorted { ($1.count, $0.kind) < ($0.count, $1.kind) }
    return sorted.isEmpty
      ? "none" : sorted.map { "\($0.count) \($0.kind)" }.joined(separator: ", ")
  }

  private static func count(_ number: Int, _ word: String) -> String {
    say(number, word, word + "s")
  }

  private static func say(_ number: Int, _ one: String, _ several: String) -> String {
    number == 1 ? "1 \(one)" : "\(number) \(several)"
  }

  private func notes() -> [String] {
    guard !reading.isOfPillar else { return ["a graph that Pillar wrote"] + notCarried }
    var notes: [String] = []
    if counts.unexplainedLinks > 0 {
      let evidence = builder.mapping.evidence ?? .declared
      notes.append(
        Self.say(counts.unexplainedLinks, "link is", "links are")
          + " not explained: a relation “\(builder.mapping.linkKind ?? .linkedTo)”, its basis "
          + "implied, its evidence \(evidence.rawValue)"
      )
    }
    let linked = Set(builder.graph.edges.flatMap { [$0.from.id, $0.to.id] })
    let isolates = builder.graph.nodeCount - linked.count
    let sentences = [
      (
        counts.mergedLinks, "link says", "links say",
        "the same as another one, and became one with it"
      ),
      (counts.loops, "link", "links", "of a node with itself left out"),
      (
        counts.impliedCount, "node that only links name was", "nodes that only links name were",
        "added"
      ),
      (
        counts.changedIDs, "id is", "ids are",
        "not as collections can have them; they stay as aliases"
      ),
      (isolates, "node has", "nodes have", "no link"),
    ]
    for (count, one, several, rest) in sentences where count > 0 {
      notes.append("\(Self.say(count, one, several)) \(rest)")
    }
    if let type = builder.kinds.ownAttributes.node {
      notes.append("“\(type)” of nodes says their kind, or else their subkind")
    }
    if let label = builder.kinds.ownAttributes.link {
      notes.append("“\(label)” of links has few values and says their kind")
    }
    return notes
  }

  /// What a file of Pillar's own does not hold of a collection.
  private var notCarried: [String] {
    var sentences = [
      "the file does not hold the titles, authors and dates of documents; their keys stand for them",
      "the file does not hold licence, description and languages of the collection",
      "the file does not hold what coverage asks by default, nor cells marked as not needed or "
        + "unobservable",
      "the file does not hold what kinds and ends of facts mean, nor which relations only file; "
        + "kinds that nobody knows were declared by where they stand",
    ]
    switch reading.format {
    case .graphml:
      sentences.append(
        "GraphML holds dates and lists as texts; they are such again where the schema knows them"
      )
    case .csv:
      sentences.append(
        "tables do not hold the types of values; values written like numbers, dates or yes and no "
          + "are such, where the schema does not know them"
      )
      sentences.append("tables do not hold the title")
    case .json, .nodeLink, .gexf, .dot, .gml: break
    }
    return sentences
  }

  // MARK: Files

  private mutating func addFiles(_ files: [GraphFile]) {
    let nodeFile = reading.nodeOrigins.first { !$0.isImplied }?.file
    let linkFile = reading.edgeOrigins.first?.file
    for (number, document) in builder.documents.enumerated() {
      let nodes = reading.nodeOrigins.count { $0.file == number && !$0.isImplied }
      let links = reading.edgeOrigins.count { $0.file == number }
      var file = ImportReport.File(document: document, format: reading.format.name)
      file.rowsRead = nodes + links
      file.notes.append(
        "it is \(reading.format.name): \(Self.count(nodes, "node")) and \(Self.count(links, "link"))"
          + (reading.format.suits(files[number].name) ? "" : ", though its name says otherwise")
      )
      if number == 0 { file.notes += notes() }
      if number == nodeFile { add(builder.nodeAttributes, "nodes", to: &file) }
      if number == linkFile { add(builder.linkAttributes, "links", to: &file) }
      report.files.append(file)
    }
    report.files.sort { $0.document.precedesBytewise($1.document) }
  }

  private func add(
    _ attributes: GraphAttributes,
    _ owner: String,
    to file: inout ImportReport.File
  ) {
    for attribute in attributes.attributes {
      let name = attribute.name
      let (use, reason) = Self.words(attributes.uses[name] ?? .ignored(""), name)
      if use == .used, !reason.isEmpty {
        file.notes.append("“\(CleanText.name(name))” of \(owner) is \(reason)")
      }
      var column = ImportReport.Column(
        number: file.columns.count + 1,
        heading: "\(owner): \(CleanText.name(attribute.name))",
        tag: owner,
        meaning: nil,
        use: use,
        reason: reason
      )
      column.distinctCount = attribute.statistics.distinct.count
      file.columns.append(column)
    }
  }

  private static func words(
    _ use: GraphAttributes.Use,
    _ name: String
  ) -> (ImportReport.Column.Use, String) {
    switch use {
    case .name: (.used, name == "name" ? "" : "their name")
    case .aliases: (.used, "other names of theirs")
    case .kind: (.used, "their kind")
    case .from: (.used, "since when they hold")
    case .until: (.used, "until when they hold")
    case .during: (.used, "when they held")
    case .property(let heading): (.used, heading == name ? "" : "the column “\(heading)”")
    case .ignored(let reason): (.ignored, reason)
    case .dropped(let reason): (.dropped, reason)
    }
  }
}

extension GraphReading.Format {
  /// The format as people call it.
  var name: String {
    switch self {
    case .json: "JSON of Pillar"
    case .nodeLink: "node-link JSON"
    case .graphml: "GraphML"
    case .gexf: "GEXF"
    case .csv: "a table of nodes or links"
    case .dot: "DOT"
    case .gml: "GML"
    }
  }

  /// Whether a file of this format may have the name.
  func suits(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return true }
    let ending = name[name.index(after: dot)...].lowercased()
    return switch self {
    case .json, .nodeLink: ["json", "js"].contains(ending)
    case .graphml: ["graphml", "xml"].contains(ending)
    case .gexf: ["gexf", "xml"].contains(ending)
    case .csv: ["csv", "tsv", "txt"].contains(ending)
    case .dot: ["dot", "gv"].contains(ending)
    case .gml: ending == "gml"
    }
  }
}
