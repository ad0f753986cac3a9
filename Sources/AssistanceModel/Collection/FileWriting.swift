internal import Foundation
internal import GraphCore

/// Writes files whole or not at all.
struct FileWriting {
  /// A file on its way: written beside its target, then put in its place.
  private struct Step {
    let target: URL
    let new: URL
    let old: URL
    var hasOld = false
    var isPlaced = false
  }

  private let manager = FileManager.default
  private var steps: [Step] = []
  private var newFolders: [URL] = []

  /// Writes files into a folder.
  ///
  /// Every file is first written beside its target, where a full disk shows itself; then each is
  /// renamed into its place. If one cannot be, those before it are put back. A file that holds the
  /// same bytes already is left alone, and a symbolic link is followed.
  static func write(_ files: [(path: String, bytes: [UInt8])], to path: String)
    throws(CollectionError)
  {
    var writing = FileWriting()
    do {
      try writing.prepare(files, in: URL(filePath: path), named: path)
      try writing.place()
      writing.removeOld()
    } catch {
      writing.undo()
      if let error = error as? CollectionError { throw error }
      throw FileReading.fault(
        path,
        "the collection cannot be written here: \(error.localizedDescription)",
        "check that the folder may be written to and that there is room"
      )
    }
  }

  private mutating func prepare(
    _ files: [(path: String, bytes: [UInt8])],
    in folder: URL,
    named path: String
  ) throws {
    try makeFolder(folder, path)
    let mark = UUID().uuidString
    for (name, bytes) in files {
      let place = folder.appending(path: name)
      try makeFolder(place.deletingLastPathComponent(), path)
      let target = place.resolvingSymlinksInPath()
      let display = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      switch FileReading.type(of: target) {
      case .folder, .other:
        throw FileReading.fault(
          display,
          "this is no file, so the table cannot take its place",
          "move it away"
        )
      case .file:
        if let known = try? Data(contentsOf: target), known.elementsEqual(bytes) { continue }
      case nil: break
      }
      let beside = target.deletingLastPathComponent()
      let stem = ".\(target.lastPathComponent).\(mark)"
      let step = Step(
        target: target,
        new: beside.appending(path: stem + ".new"),
        old: beside.appending(path: stem + ".old")
      )
      steps.append(step)
      try Data(bytes).write(to: step.new)
      let attributes = try? manager.attributesOfItem(atPath: target.path)
      if let permissions = attributes?[.posixPermissions] {
        try manager.setAttributes([.posixPermissions: permissions], ofItemAtPath: step.new.path)
      }
    }
  }

  private mutating func place() throws {
    for index in steps.indices {
      let step = steps[index]
      if FileReading.type(of: step.target) != nil {
        // A second name for the old file; where file systems have none, it moves away.
        do {
          try manager.linkItem(at: step.target, to: step.old)
        } catch {
          try manager.moveItem(at: step.target, to: step.old)
        }
        steps[index].hasOld = true
      }
      try Self.rename(step.new, to: step.target)
      steps[index].isPlaced = true
    }
  }

  /// Renames a file over another one in one step.
  private static func rename(_ from: URL, to target: URL) throws {
    let status = unsafe Foundation.rename(from.path, target.path)
    guard status == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  private func removeOld() {
    for step in steps where step.hasOld { try? manager.removeItem(at: step.old) }
  }

  /// Puts everything back as it was.
  private func undo() {
    for step in steps.reversed() {
      if step.hasOld {
        try? Self.rename(step.old, to: step.target)
        // Two names of one file stay as they are when one is renamed to the other.
        try? manager.removeItem(at: step.old)
      } else if step.isPlaced {
        try? manager.removeItem(at: step.target)
      }
      try? manager.removeItem(at: step.new)
    }
    for folder in newFolders.reversed() { try? manager.removeItem(at: folder) }
  }

  private mutating func makeFolder(_ folder: URL, _ path: String) throws {
    switch FileReading.type(of: folder) {
    case .folder: return
    case .file, .other:
      throw FileReading.fault(
        path,
        "“\(folder.lastPathComponent)” is a file, but a folder is needed here",
        "move it away, or choose another folder"
      )
    case nil:
      let parent = folder.deletingLastPathComponent()
      if parent.path != folder.path { try makeFolder(parent, path) }
      try manager.createDirectory(at: folder, withIntermediateDirectories: false)
      newFolders.append(folder)
    }
  }
}
