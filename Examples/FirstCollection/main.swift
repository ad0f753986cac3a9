import Foundation
import PillarKit

// A first collection from nothing: three actors, two cases, and a gap to find.
script {
  let page = { [SourceReference(document: "survey", locator: .pages($0...$0))] }
  let graph = try PropertyGraph {
    node("border-council", .actor, named: "Border Council", from: page(3))
    node("radio-north", .actor, named: "Radio North", from: page(5))
    node("relief-works", .actor, named: "Relief Works", from: page(2))
    node("talks", .measure, named: "Village talks", from: page(3))
    node("news", .measure, named: "News in two languages", from: page(5))
    node("media", .inhibitor, named: "Media capacity against hate speech", from: page(1))
    node("peace", .inhibitor, named: "Local capacity to resolve conflict", from: page(1))
    node("east", .countryCase, named: "Eastern district", from: page(1))
    node("west", .countryCase, named: "Western district", from: page(1))
    assistance("f1", by: ["border-council"], of: "talks", for: ["peace"], in: "east", from: page(3))
    assistance("f2", by: ["relief-works"], of: "talks", for: ["peace"], in: "east", from: page(2))
    assistance("f3", by: ["radio-north"], of: "news", for: ["media"], in: "east", from: page(5))
    assistance("f4", by: ["radio-north"], of: "news", for: ["media"], in: "west", from: page(5))
  }
  let survey = SourceDocument(key: "survey", title: "Partner survey, March 2026")
  let about = CollectionMetadata(title: "Northland", sources: [survey])
  let made = AssistanceCollection(try AssistanceGraph(checking: graph), metadata: about)

  let temporary = URL.temporaryDirectory.appending(path: "northland-\(UUID())").path
  let folder = CommandLine.arguments.dropFirst().first ?? temporary
  guard !FileManager.default.fileExists(atPath: folder) else {
    throw ScriptError("there is something at \(folder) already", hint: "name a new folder")
  }
  try made.write(to: folder)
  print("Written:", made.files().map(\.path).joined(separator: ", "))

  let read = try AssistanceCollection(readingFrom: folder)
  let report = read.coverage()
  print(report.page(gaps: report.gaps(), collection: read.metadata.title))
}
