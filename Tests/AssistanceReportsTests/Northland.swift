import AssistanceModel
import Foundation

/// A small collection with something in every field: a class of actors, doubts, a fact for no
/// inhibitor, an offer in general, a relation against its direction, an actor without relations.
enum Northland {
  static func collection() throws -> AssistanceCollection {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "pillar-reports-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: file)
    }
    return try AssistanceCollection(readingFrom: folder.path)
  }

  private static let files = [
    "collection.yaml": """
    title: Northland
    description: A survey of two districts.
    licence: CC BY 4.0
    sources:
      survey:
        title: Partner survey
        author: Northland Office
        date: March 2026

    """,
    "nodes/actor.csv": """
    id,subkind,name,aliases,designation,sources
    border-council,,Border Council,BC,named,survey p.3
    donors,,Donors,,class,survey p.4
    loner,,Loner,,named,survey p.9
    radio-north,media,Radio North,,named,survey p.5
    relief-works,,Relief Works,,named,survey p.2

    """,
    "nodes/country-case.csv": """
    id,name,sources
    east,Eastern district,survey p.1
    west,Western district,survey p.1

    """,
    "nodes/inhibitor.csv": """
    id,name,sources
    justice,Justice,survey p.1
    media,Media capacity,survey p.1
    mediation,Mediation capacity,survey p.1

    """,
    "nodes/measure.csv": """
    id,name,sources
    talks,Village talks,survey p.3 § Talks

    """,
    "assistance.csv": """
    id,providers,measure,inhibitor,case,recipient,from,until,basis,modality,note,sources
    f1,border-council | relief-works,talks,mediation,east,,2025,,explicit,does,,survey p.3 § Talks
    f2,radio-north,,media,east,,2024,2025-06,explicit,does,in two languages,survey p.5
    f3,donors,,media,west,,,,explicit,does,,survey r.7
    f4,relief-works,,mediation,west,,,,thematic,pledged,,survey p.6
    f5,relief-works,talks,,west,,,,explicit,does,,survey #w5
    f6,border-council,,justice,,,,,explicit,can,,survey p.8

    """,
    "relations/part-of.csv": """
    from,to,basis,sources
    radio-north,border-council,implied,survey p.5

    """,
  ]
}
