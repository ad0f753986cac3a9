/// A collection small enough to know by heart: three actors, two cases, two inhibitors.
///
/// In the east both inhibitors are covered; in the west, media by one provider, mediation by none.
enum SmallCollection {
  static let files = [
    "collection.yaml": """
    title: Northland
    sources:
      survey: Partner survey

    """,
    "nodes/actor.csv": """
    id,name,aliases,sources
    border-council,Border Council,BC | Council,survey p.3
    radio-north,Radio North,Council,survey p.5
    relief-works,Relief Works,,survey p.2

    """,
    "nodes/country-case.csv": """
    id,name,sources
    east,Eastern district,survey p.1
    west,Western district,survey p.1

    """,
    "nodes/inhibitor.csv": """
    id,name,sources
    media,Media capacity,survey p.1
    mediation,Mediation capacity,survey p.1

    """,
    "assistance.csv": """
    providers,inhibitor,case,from,sources
    border-council | relief-works,mediation,east,2025,survey p.3
    radio-north,media,east,2024,survey p.5
    radio-north,media,west,2024,survey p.5

    """,
  ]

  /// Writes it into a folder, with some files in other words.
  static func write(
    to folder: TemporaryFolder,
    at path: String = "north",
    changing changes: [String: String] = [:]
  ) throws {
    for (name, text) in files.merging(changes, uniquingKeysWith: { $1 }) {
      try folder.write(text, to: "\(path)/\(name)")
    }
  }
}
