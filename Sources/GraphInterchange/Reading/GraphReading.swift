public import GraphCore

/// A graph read from a file of another tool, and what of the file it does not hold.
///
///     let reading = try GraphReading(GraphFile(name: "ngos.gml", bytes: bytes))
///     reading.format  // .graphml: the content decides, not the name
///     reading.graph.nodeCount
///     for note in reading.notes { print(note) }
///
/// A node of which the file says no kind is a `node`, an edge an `edge`; `Documentation/Formats` says
/// for each format what else becomes what. Edges have a direction here: one without runs from its
/// source to its target and has the property `direction`.
public struct GraphReading: Sendable {
  /// The graph.
  public let graph: PropertyGraph
  /// What people call the graph, if the file says.
  public let title: String?
  /// The format that was found.
  public let format: Format
  /// What could not be carried or was changed, each thing once with its first place.
  public let notes: [Diagnostic]
  /// Whether Pillar wrote the file, so that it holds what a graph of Pillar held.
  package let isOfPillar: Bool
  /// Where the nodes stand, in the order of the graph.
  package let nodeOrigins: [GraphOrigin]
  /// Where the edges stand, in the order of the graph.
  package let edgeOrigins: [GraphOrigin]

  /// Reads a file; its content decides what it is.
  ///
  /// Nothing outside the file is read, entities that a document type declares are refused, and what is
  /// nested too deep is, too.
  ///
  /// - Parameter file: The file; its name stands in notes and in faults.
  /// - Throws: ``GraphReadingError`` with every fault that was found.
  /// - Complexity: O(*b*) for *b* bytes; memory for the bytes and the graph.
  public init(_ file: GraphFile) throws(GraphReadingError) {
    try self.init([file])
  }

  /// Reads a graph from tables of nodes and of edges, or from one file of another format.
  ///
  /// - Parameters:
  ///   - files: One file, or several tables in any order.
  ///   - columns: The headings of tables, where they are not the usual ones.
  /// - Throws: ``GraphReadingError`` with every fault that was found.
  /// - Complexity: O(*b*) for *b* bytes; memory for the bytes and the graph.
  public init(
    _ files: [GraphFile],
    columns: TableColumns = TableColumns()
  ) throws(GraphReadingError) {
    var draft = GraphDraft(files.map(\.name))
    let formats = files.map { Format(sniffing: $0.bytes) }
    for (number, file) in files.enumerated() {
      let place = ReadingPlace(file: number, line: 1, column: 1)
      if formats[number] == nil {
        draft.notes.fault("this is no graph", hint: Format.hint(for: file.bytes), at: place)
      } else if file.bytes.count >= Int(UInt32.max) {
        draft.notes.fault("the file has 4 GiB or more", hint: "divide it", at: place)
      } else if files.count > 1, formats[number] != .csv {
        draft.notes.fault(
          "only tables are read together",
          hint: "read this file by itself",
          at: place
        )
      }
    }
    if files.isEmpty { draft.notes.fault("there is no file to read", at: ReadingPlace()) }
    if let error = draft.notes.error() { throw error }
    var format = formats[0] ?? .csv
    let finder = Self.read(files, &format, columns, &draft)
    guard draft.notes.faultCount == 0, let graph = draft.graph() else {
      throw draft.notes.error(finder)
        ?? GraphReadingError([Diagnostic(.error, at: .init(file: ""), "no graph")], count: 1)
    }
    self.graph = graph
    self.format = format
    title = draft.title.flatMap { $0.isEmpty ? nil : $0 }
    notes = draft.notes.warnings(finder)
    isOfPillar = draft.isOfPillar
    (nodeOrigins, edgeOrigins) = draft.origins(finder)
  }

  /// Reads into a draft, and returns what finds the places of what was read.
  private static func read(
    _ files: [GraphFile],
    _ format: inout Format,
    _ columns: TableColumns,
    _ draft: inout GraphDraft
  ) -> PlaceFinder {
    let bytes = files[0].bytes
    switch format {
    case .json, .nodeLink: return readJSON(bytes, &format, &draft)
    case .graphml, .gexf: return readXML(bytes, format, &draft)
    case .csv:
      var reader = TableReader(draft, columns)
      reader.read(files)
      draft = reader.draft
    case .dot:
      let text = SourceText.plain(bytes, &draft.notes)
      var reader = DOTReader(draft)
      reader.read(text)
      draft = reader.draft
    case .gml: return readGML(bytes, &draft)
    }
    return .known
  }

  private static func readXML(
    _ bytes: [UInt8],
    _ format: Format,
    _ draft: inout GraphDraft
  ) -> PlaceFinder {
    let source = XMLSource(bytes, &draft.notes)
    guard draft.notes.faultCount == 0 else { return .known }
    if format == .gexf {
      let events = XMLEvents(GEXFReader(draft))
      events.read(source.text)
      var reader = events.handler
      draft = reader.finished()
    } else {
      let events = XMLEvents(GraphMLReader(draft))
      events.read(source.text)
      var reader = events.handler
      draft = reader.finished()
    }
    return .tags(TextPlaces(source.text))
  }

  private static func readJSON(
    _ bytes: [UInt8],
    _ format: inout Format,
    _ draft: inout GraphDraft
  ) -> PlaceFinder {
    let text = SourceText.plain(bytes, &draft.notes)
    let places = TextPlaces(text)
    guard isUTF8(text, places, &draft) else { return .known }
    do throws(JSONFault) {
      var parser = JSONParser(text)
      let root = try parser.document()
      if root["format"]?.text == "pillar-graph" {
        format = .json
        var reader = PillarJSONReader(draft)
        reader.read(root)
        draft = reader.draft
      } else {
        format = .nodeLink
        var reader = NodeLinkReader(draft)
        reader.read(root)
        draft = reader.draft
      }
    } catch {
      draft.notes.fault(error.message, at: places.place(ofByte: error.offset))
    }
    return .bytes(places)
  }

  private static func readGML(_ bytes: [UInt8], _ draft: inout GraphDraft) -> PlaceFinder {
    let text = SourceText.plain(bytes, &draft.notes)
    let places = TextPlaces(text)
    guard isUTF8(text, places, &draft) else { return .known }
    do throws(JSONFault) {
      var parser = GMLParser(text)
      let root = try parser.document(&draft.notes)
      var reader = NodeLinkReader(draft, idField: "id")
      reader.read(root)
      draft = reader.draft
    } catch {
      draft.notes.fault(error.message, at: places.place(ofByte: error.offset))
    }
    return .bytes(places)
  }

  private static func isUTF8(
    _ text: [UInt8],
    _ places: TextPlaces,
    _ draft: inout GraphDraft
  ) -> Bool {
    guard let bad = SourceText.firstBadByte(in: text) else { return true }
    draft.notes.fault(
      "the bytes here are not UTF-8 text",
      hint: "save the file as UTF-8",
      at: places.place(ofByte: bad)
    )
    return false
  }
}
