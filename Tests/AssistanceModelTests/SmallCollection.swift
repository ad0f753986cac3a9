import AssistanceModel
import Foundation
import GraphCore

/// The files of a small collection, by path; a test changes what it is about.
struct SmallCollection {
  static let yaml = """
    title: Small
    sources:
      "000": {title: A report}
      "001": {title: Another}

    """
  static let actors = """
    id,subkind,name,aliases,designation,note,sources
    undp,agency,UN Development Programme,UNDP | PNUD,named,,000 l.1
    wfp,agency,World Food Programme,,named,,000 l.2

    """
  static let cases = """
    id,subkind,name,sources
    guyana,,Guyana,000 l.3
    kenya,,Kenya,000 l.4

    """
  static let inhibitors = """
    id,subkind,name,sources
    police,core,Police,000 l.5

    """
  static let facts = """
    id,providers,inhibitor,case,from,until,basis,modality,note,sources
    f-guyana,undp,police,guyana,2013,2013,explicit,does,,000 l.6
    f-kenya,undp | wfp,police,kenya,,,implied,should,,000 l.7 | 001 l.8

    """
  static let members = """
    from,to,role,basis,sources
    undp,wfp,observer,explicit,000 l.9

    """

  var files: [String: [UInt8]] = [
    "collection.yaml": Array(yaml.utf8),
    "nodes/actor.csv": Array(actors.utf8),
    "nodes/country-case.csv": Array(cases.utf8),
    "nodes/inhibitor.csv": Array(inhibitors.utf8),
    "assistance.csv": Array(facts.utf8),
    "relations/member-of.csv": Array(members.utf8),
  ]

  init(_ changed: [String: String?] = [:]) {
    for (path, text) in changed { files[path] = text.map { Array($0.utf8) } }
  }

  init(files: [(path: String, bytes: [UInt8])]) {
    self.files = [:]
    for (path, bytes) in files { self.files[path] = bytes }
  }

  func write(to folder: URL) throws {
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(bytes).write(to: file)
    }
  }

  /// Reads the collection from a folder of its own.
  func read() throws -> AssistanceCollection {
    try withFolder { folder in
      try write(to: folder)
      return try AssistanceCollection(readingFrom: folder.path)
    }
  }

  /// What reading it complains about, with paths inside the folder.
  func faults() throws -> [String] {
    try withFolder { folder in
      try write(to: folder)
      return messages(folder.path)
    }
  }
}

/// What reading a folder complains about, errors and warnings, with paths inside the folder.
func messages(_ path: String, inside root: String? = nil) -> [String] {
  let diagnostics: [Diagnostic]
  do {
    diagnostics = try AssistanceCollection(readingFrom: path).warnings
  } catch {
    diagnostics = error.diagnostics
  }
  let prefix = (root ?? path) + "/"
  let all = diagnostics.map(\.description)
  let result = prefix == "/" ? all : all.map { $0.split(separator: prefix).joined() }
  return result
}

/// Runs a test with a new folder, which is removed afterwards.
func withFolder<Result>(
  named name: String = "collection",
  _ body: (URL) throws -> Result
) throws -> Result {
  let parent = FileManager.default.temporaryDirectory
    .appending(path: "pillar-\(UUID().uuidString)")
  let folder = parent.appending(path: name)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: parent) }
  return try body(folder)
}

extension [UInt8] {
  var text: String { String(decoding: self, as: UTF8.self) }
}

/// The lines that only one of two texts has.
func differing(_ old: [UInt8], _ new: [UInt8]) -> (removed: [String], added: [String]) {
  let old = old.text.split(whereSeparator: \.isNewline)
  let new = new.text.split(whereSeparator: \.isNewline)
  var (removed, added): ([String], [String]) = ([], [])
  for change in new.difference(from: old) {
    switch change {
    case .remove(_, let line, _): removed.append(String(line))
    case .insert(_, let line, _): added.append(String(line))
    }
  }
  return (removed, added)
}
