public import AssistanceModel

/// How a diagram is drawn, and what it says about where it comes from.
///
///     var options = DiagramOptions(collection.metadata)
///     options.theme = .dark
///     report.coordinationDiagram(options)
public struct DiagramOptions: Hashable, Sendable {
  /// How much of a large answer is drawn one by one.
  public enum Detail: String, Hashable, Sendable, CaseIterable {
    /// One by one while it can be read, by family above that.
    case automatic
    /// Everything one by one, however large.
    case full
    /// A node for each family.
    case families
  }

  /// The colours.
  public var theme: DiagramTheme
  /// How much is drawn one by one.
  public var detail: Detail
  /// The title; `nil` is one made from what is drawn.
  public var title: String?
  /// What the collection is called, for the line about sources.
  public var collection: String?
  /// The documents that the collection cites, for the line about sources.
  public var documents: [SourceDocument]

  /// Creates options.
  public init(
    theme: DiagramTheme = .light,
    detail: Detail = .automatic,
    title: String? = nil,
    collection: String? = nil,
    documents: [SourceDocument] = []
  ) {
    self.theme = theme
    self.detail = detail
    self.title = title
    self.collection = collection
    self.documents = documents
  }

  /// Creates options that name a collection and its documents as the source.
  public init(
    _ metadata: CollectionMetadata,
    theme: DiagramTheme = .light,
    detail: Detail = .automatic,
    title: String? = nil
  ) {
    self.init(
      theme: theme,
      detail: detail,
      title: title,
      collection: metadata.title,
      documents: metadata.sources
    )
  }

  /// The line that says where a diagram comes from; `nil` if nothing is known about it.
  ///
  /// - Parameter keys: The keys of the documents that what is drawn rests on.
  /// - Returns: The line.
  func sourceLine(citing keys: Set<String>) -> String? {
    let cited = documents.filter { keys.contains($0.key) }
    let collection = collection?.visible
    var parts = [collection].compactMap(\.self)
    switch (cited.count, documents.count) {
    case (_, 0): break
    case (0, let all): parts.append(counted(all, "document"))
    case (1, _) where collection.map { Self.isNamed(cited[0].title.visible, $0) } ?? false: break
    case (1, _): parts.append(cited[0].title.visible)
    case (let some, let all) where some == all: parts.append("\(all) documents")
    case (let some, let all): parts.append("\(some) of \(all) documents")
    }
    return parts.isEmpty ? nil : "Source: " + parts.joined(separator: ", ") + "."
  }

  /// Whether a title says no more than the collection's: it is the same, or a file of that name.
  private static func isNamed(_ title: String, _ collection: String) -> Bool {
    title == collection
      || title.hasPrefix(collection + ".") && !title.dropFirst(collection.count + 1).contains(".")
  }
}
