import AssistanceImport
import AssistanceModel
import GraphCore

/// Small tables that are broken or want to do harm, and what becomes of them.
enum HostileTable {
  /// Tags for an organization, a sector and a place.
  static let start = "Organization,Sector,Adm2\n#org,#sector,#adm2+code\n"

  static func imported(_ bytes: [UInt8]) throws(ImportError) -> ImportedCollection {
    var draft = CollectionDraft()
    try draft.addTable(bytes, document: "3w.csv")
    return try draft.finish(title: "Test")
  }

  static func imported(_ text: String) throws(ImportError) -> ImportedCollection {
    try imported(Array(text.utf8))
  }

  /// The faults for which a table is refused; none if it is read.
  static func faults(_ bytes: [UInt8]) -> [Diagnostic] {
    do throws(ImportError) {
      _ = try imported(bytes)
      return []
    } catch {
      return error.diagnostics
    }
  }

  static func faults(_ text: String) -> [Diagnostic] { faults(Array(text.utf8)) }

  /// The names of the organizations, sorted.
  static func actors(_ imported: ImportedCollection) -> [String] {
    imported.collection.graph.graph.nodes(of: .actor).compactMap { $0[.name] }
      .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// The rows of all facts together.
  static func factRows(_ imported: ImportedCollection) -> Int {
    imported.collection.graph.assistance.reduce(0) {
      $0 + ($1.node[PropertyKey<Int>.rows] ?? 0)
    }
  }

  static func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      return isLittle ? [low, high] : [high, low]
    }
  }
}
