import AssistanceImport
import AssistanceModel
import GraphCore
import GraphInterchange

/// A graph as text, and what it becomes.
func imported(
  _ texts: String...,
  named names: [String] = ["a.file", "b.file"],
  _ change: (inout GraphMapping) -> Void = { _ in }
) throws(ImportError) -> ImportedCollection {
  var mapping = GraphMapping()
  change(&mapping)
  let files = zip(names, texts).map { GraphFile(name: $0, bytes: Array($1.utf8)) }
  return try ImportedCollection(graphs: files, mapping: mapping)
}

extension ImportedCollection {
  var graph: PropertyGraph { collection.graph.graph }

  /// The text of a file of the collection.
  func text(_ path: String) -> String {
    let file = collection.files().first { $0.path == path }
    return file.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }

  /// What became of an attribute.
  func column(_ heading: String) -> ImportReport.Column? {
    report.files.flatMap(\.columns).first { $0.heading == heading }
  }

  var doubts: [String] { report.doubts.map(\.description) }
}
