public import AssistanceModel
internal import GraphCore

/// A document that an answer cites.
public struct DocumentLabel: Codable, Hashable, Sendable {
  /// The key, as sources name it.
  public let key: String
  /// The title.
  public let title: String
  /// Who wrote it.
  public let author: String?
  /// When it was written, in the collection's own words.
  public let date: String?

  /// Tells a document of a collection.
  public init(_ document: SourceDocument) {
    key = document.key
    title = document.title
    author = document.author
    date = document.date
  }

  /// The document in a line; a file that has no other title than its name is named once.
  var line: String {
    let known = [title == key ? nil : title, author, date].compactMap(\.self)
    return known.isEmpty ? key : "\(key): " + known.joined(separator: ", ")
  }

  /// The documents with these keys, in the order of the collection.
  static func cited(_ keys: some Sequence<String>, in documents: [SourceDocument]) -> [Self] {
    let keys = Set(keys)
    return documents.filter { keys.contains($0.key) }.map { DocumentLabel($0) }
  }
}

extension ReportPage {
  /// Ends the page with the documents that it cites.
  mutating func append(documents: [DocumentLabel]) {
    guard !documents.isEmpty else { return }
    parts += [.heading("Documents"), .list(documents.map(\.line))]
  }
}
