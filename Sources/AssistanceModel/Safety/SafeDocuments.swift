internal import GraphCore

/// The documents of a safe copy, and what may be told of places in them.
struct SafeDocuments {
  /// The new keys of documents whose words hold a hidden name.
  private(set) var renamed: [String: String] = [:]
  private let terms: HiddenTerms
  private let echoes: HiddenTerms
  /// Documents out of which rows of hidden facts could be told by what is missing.
  private var withoutRows: Set<String> = []
  /// Documents that only few hidden actors share and nobody else cites.
  private var telling: Set<String> = []

  init(_ collection: AssistanceCollection, _ hidden: HiddenNodes, _ rules: SafetyRules) {
    terms = hidden.terms
    echoes = hidden.echoes
    let graph = collection.graph
    var open: Set<String> = []
    var actors: [String: Set<NodeID>] = [:]
    func note(_ sources: [SourceReference], _ hiddenEnds: [NodeID]) {
      for source in sources {
        if hiddenEnds.isEmpty {
          open.insert(source.document)
        } else {
          actors[source.document, default: []].formUnion(hiddenEnds)
          switch source.locator {
          case .rows, .anchor: withoutRows.insert(source.document)
          case .lines, .pages, nil: break
          }
        }
      }
    }
    for node in graph.graph.nodes {
      guard node.kind == .assistance else {
        note(node.sources, hidden.contains(node.id) ? [node.id] : [])
        continue
      }
      let ends = graph.incidence.edges(from: node.id).map(\.to.id)
      note(node.sources, ends.filter { hidden.contains($0) })
    }
    for edge in graph.graph.edges where !graph.schema.isRole(edge.kind) {
      note(edge.sources, [edge.from.id, edge.to.id].filter { hidden.contains($0) })
    }
    telling = Set(
      actors.filter { !open.contains($0.key) && $0.value.count < rules.threshold }.keys
    )
    rename(collection, Set(actors.keys).union(open))
  }

  private mutating func rename(_ collection: AssistanceCollection, _ cited: Set<String>) {
    let known = collection.metadata.sources
    let keys = known.map(\.key) + cited.subtracting(known.map(\.key)).sorted()
    var number = 0
    for key in keys {
      let document = known.first { $0.key == key }
      let texts = [key, document?.title ?? "", document?.author ?? ""]
      guard texts.contains(where: { isTold($0) }) else { continue }
      repeat { number += 1 } while keys.contains(name(number)) || terms.occurs(in: name(number))
      renamed[key] = name(number)
    }
  }

  private func name(_ number: Int) -> String {
    (terms.occurs(in: "withheld-document") ? "x" : "withheld-document") + "-\(number)"
  }

  private func isTold(_ text: String) -> Bool {
    terms.occurs(in: text) || echoes.occurs(in: text) || ContactText.scrubbed(text) != nil
  }

  /// The documents of `collection.yaml`.
  func described(_ sources: [SourceDocument], node: (NodeID) -> NodeID?) -> [SourceDocument] {
    sources.filter { !telling.contains($0.key) }.map { source in
      if let key = renamed[source.key] {
        return SourceDocument(key: key, title: "Withheld document")
      }
      return SourceDocument(
        key: source.key,
        title: source.title,
        author: source.author,
        date: source.date.flatMap { isTold($0) ? nil : $0 },
        node: source.node.flatMap(node)
      )
    }
  }

  /// Sources of something that is not hidden.
  func sources(_ sources: [SourceReference]) -> [SourceReference] {
    unique(
      sources.filter { !telling.contains($0.document) }.map { source in
        guard renamed[source.document] == nil else { return bare(source.document) }
        let section = source.section.flatMap { isTold($0) ? nil : $0 }
        var locator = source.locator
        switch source.locator {
        case .rows: if withoutRows.contains(source.document) { locator = nil }
        case .anchor(let name):
          if withoutRows.contains(source.document) || isTold(name) { locator = nil }
        case .lines, .pages, nil: break
        }
        return SourceReference(document: source.document, section: section, locator: locator)
      }
    )
  }

  /// Sources of something hidden: the documents alone.
  func hiddenSources(_ sources: [SourceReference]) -> [SourceReference] {
    unique(sources.filter { !telling.contains($0.document) }.map { bare($0.document) })
  }

  private func bare(_ document: String) -> SourceReference {
    SourceReference(document: renamed[document] ?? document)
  }

  private func unique(_ sources: [SourceReference]) -> [SourceReference] {
    var seen: Set<SourceReference> = []
    return sources.filter { seen.insert($0).inserted }
  }
}
