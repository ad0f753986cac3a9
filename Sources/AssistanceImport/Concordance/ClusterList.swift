internal import GraphCore

/// The clusters and sectors of humanitarian coordination under the names that tables give them.
///
///     ClusterList.shipped["EPAH"]?.key  // "wash"
///     ClusterList.shipped["Abris&BNA"]?.key  // "shelter"
public struct ClusterList: Sendable {
  /// A cluster, a part of one, or a sector that tables name beside them.
  public struct Cluster: Hashable, Sendable {
    /// What kind of group it is.
    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
      /// One of the global clusters.
      case cluster
      /// An area of responsibility within the protection cluster.
      case areaOfResponsibility = "area-of-responsibility"
      /// A part of a cluster that some tables report on its own.
      case subSector = "sub-sector"
      /// A sector outside the clusters.
      case sector
      /// A service to other organizations.
      case service
    }

    /// The stable key.
    public let key: String
    /// The cluster of which it is a part.
    public let parent: String?
    /// What kind of group it is.
    public let kind: Kind
    /// Its name in each language.
    public let names: [NameLanguage: String]
    /// Abbreviations and other spellings, in any language.
    public let spellings: [String]
  }

  /// The clusters, in the order of their keys.
  public let clusters: [Cluster]
  private let places: [FoldedName: Int]

  /// The list that comes with the library.
  public static let shipped = read(PackageResources.clusters_csv, file: "clusters.csv").0

  /// Reads a list of the same form as the shipped one.
  ///
  /// - Parameters:
  ///   - bytes: Comma-separated text.
  ///   - file: The name by which faults speak of it.
  /// - Throws: Every fault of the table.
  public init(csv bytes: [UInt8], file: String) throws(ImportError) {
    let (list, diagnostics) = Self.read(bytes, file: file)
    guard diagnostics.isEmpty else { throw ImportError(diagnostics) }
    self = list
  }

  private init(_ clusters: [Cluster], _ places: [FoldedName: Int]) {
    self.clusters = clusters
    self.places = places
  }

  /// The cluster with a key, a name or a spelling, in any case and with or without accents.
  public subscript(text: String) -> Cluster? {
    places[FoldedName(text)].map { clusters[$0] }
  }

  static func read(_ bytes: [UInt8], file: String) -> (ClusterList, [Diagnostic]) {
    var reader = KnowledgeReader(
      bytes,
      file: file,
      columns: [
        "key", "parent", "kind", "name", "name_fr", "name_es", "name_ar", "spellings",
      ]
    )
    var clusters: [Cluster] = []
    var records: [Int] = []
    var places: [FoldedName: Int] = [:]
    for record in reader.records {
      let key = reader.neededText(record, "key")
      guard let kind = reader.word(record, "kind", as: Cluster.Kind.self) else { continue }
      let parent = reader.text(record, "parent")
      let names = reader.names(record, "name")
      let spellings = reader.texts(record, "spellings")
      for name in Set(([key] + names.values + spellings).map(FoldedName.init)) {
        if let other = places.updateValue(clusters.count, forKey: name) {
          let first = clusters[other].key
          reader.complain(record, "key", "“\(name.text)” is a name of “\(first)” too")
        }
      }
      records.append(record)
      clusters.append(
        Cluster(
          key: key,
          parent: parent.isEmpty ? nil : parent,
          kind: kind,
          names: names,
          spellings: spellings
        )
      )
    }
    let keys = Set(clusters.map(\.key))
    for (record, cluster) in zip(records, clusters) {
      if let parent = cluster.parent, !keys.contains(parent) {
        reader.complain(record, "parent", "there is no cluster “\(parent)”")
      }
    }
    return (ClusterList(clusters, places), reader.diagnostics)
  }
}

extension KnowledgeReader {
  /// A name in each language: the column itself is English and needed, the others end in `_fr`,
  /// `_es` and `_ar` where the table has them.
  mutating func names(_ record: Int, _ column: String) -> [NameLanguage: String] {
    var names: [NameLanguage: String] = [.english: neededText(record, column)]
    for language in NameLanguage.allCases where language != .english {
      let name = text(record, "\(column)_\(language.rawValue)")
      if !name.isEmpty { names[language] = name }
    }
    return names
  }
}
