internal import AssistanceModel
internal import GraphCore
public import GraphInterchange

extension ImportedCollection {
  /// Makes a collection of a graph of another tool, or of one that Pillar wrote.
  ///
  /// Nodes become actors unless the file or the mapping says otherwise, links become relations;
  /// `Documentation/Formats/graphs-in.md` has the rules. The order of tables plays no part.
  ///
  ///     let file = GraphFile(name: "ngos.gexf", bytes: bytes)
  ///     let imported = try ImportedCollection(graphs: [file])
  ///     imported.report.files[0].format  // GEXF
  ///
  /// - Parameters:
  ///   - graphs: One file, or the tables of one graph; their names without blanks are the keys of
  ///     the documents.
  ///   - mapping: What nodes and links become where the file leaves it open.
  ///   - title: What the collection is called, whatever the file says.
  ///   - name: What it is called where the file does not say; the file's name unless given.
  /// - Throws: Every fault of the files.
  /// - Complexity: O(*b*) for *b* bytes; memory for the bytes and the graph.
  public init(
    graphs: [GraphFile],
    mapping: GraphMapping = GraphMapping(),
    title: String? = nil,
    name: String? = nil
  ) throws(ImportError) {
    let files = graphs.sorted { $0.name.precedesBytewise($1.name) }
    let documents = files.map { file in
      file.name.split(whereSeparator: \.isWhitespace).joined(separator: "-")
    }
    let reading: GraphReading
    do throws(GraphReadingError) {
      reading = try GraphReading(files, columns: mapping.columns)
    } catch {
      throw ImportError(error)
    }
    guard reading.graph.nodeCount > 0 else {
      throw ImportError([
        Diagnostic(.error, at: .init(file: documents[0]), "the graph has no nodes")
      ])
    }
    var builder = GraphCollectionBuilder(reading, mapping, documents: documents)
    try Self.refuseManyKinds(builder, mapping)
    do throws(GraphError) {
      try builder.build()
    } catch {
      throw ImportError([Diagnostic(.error, at: .init(file: documents[0]), "\(error)")])
    }
    let graph: AssistanceGraph
    do throws(AssistanceGraphError) {
      let schema = AssistanceSchema.needed(by: builder.graph, builder.kinds)
      graph = try AssistanceGraph(checking: builder.graph, against: schema)
    } catch {
      let place = Diagnostic.Place(file: documents[0])
      throw ImportError(error.faults.map { Diagnostic(.error, at: place, $0.description) })
    }
    var metadata = CollectionMetadata(title: title ?? reading.title ?? name ?? documents[0])
    metadata.sources = builder.sourceDocuments(title: reading.title)
    metadata.question = QuestionDefaults(suiting: graph)
    self.init(
      collection: AssistanceCollection(graph, metadata: metadata),
      report: GraphImportReport(builder, files).report
    )
  }

  private static func refuseManyKinds(
    _ builder: GraphCollectionBuilder,
    _ mapping: GraphMapping
  ) throws(ImportError) {
    guard !builder.reading.isOfPillar else { return }
    let counts = [
      (Set(builder.kinds.nodes).count, mapping.nodeKindAttribute, "nodes"),
      (Set(builder.kinds.links).count, mapping.linkKindAttribute, "links"),
    ]
    let faults = counts.filter { $0.0 > GraphKinds.limit }.map { count, attribute, owner in
      let what = attribute.map { "“\($0)” gives the \(owner)" } ?? "the file gives the \(owner)"
      return Diagnostic(
        .error,
        at: .init(file: builder.documents[0]),
        "\(what) \(count) different kinds; a collection has at most \(GraphKinds.limit)",
        hint: "choose an attribute with few values"
      )
    }
    guard faults.isEmpty else { throw ImportError(faults) }
  }
}

extension ImportError {
  /// The faults of a file that holds no graph.
  init(_ error: GraphReadingError) {
    var diagnostics = error.faults
    let more = error.count - error.faults.count
    if more > 0, let last = error.faults.last {
      let words = more == 1 ? "and 1 more fault" : "and \(more) more faults"
      diagnostics.append(Diagnostic(.error, at: .init(file: last.place.file), words))
    }
    self.init(diagnostics)
  }
}

extension GraphCollectionBuilder {
  /// The files, and the documents that sources of an export name, sorted by key.
  func sourceDocuments(title: String?) -> [SourceDocument] {
    var keys: Set<String> = []
    for node in graph.nodes { keys.formUnion(node.sources.map(\.document)) }
    for edge in graph.edges { keys.formUnion(edge.sources.map(\.document)) }
    return keys.sorted { $0.precedesBytewise($1) }.map { key in
      let isFile = documents.contains(key)
      return SourceDocument(key: key, title: isFile ? title ?? key : key)
    }
  }
}

extension QuestionDefaults {
  /// The question that field data asks: the narrowest places down to the second level by sectors,
  /// as far as facts have them; else cases by inhibitors.
  init(suiting graph: AssistanceGraph) {
    self.init()
    func isUsed(_ role: EdgeKind) -> Bool {
      graph.graph.edges.contains { $0.kind == role && $0.from.kind == .assistance }
    }
    let levels: [DraftPlace.Level] = [.adm2, .adm1, .location, .adm3, .adm4]
    if let level = levels.first(where: { isUsed($0.role) }) { rows = level.role }
    if isUsed(.sector), !isUsed(.inhibitor) { columns = .sector }
  }
}
