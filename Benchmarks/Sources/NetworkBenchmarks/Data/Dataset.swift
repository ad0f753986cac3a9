internal import Foundation

/// A generated network with the questions about it, and the files from which peers read both.
struct Dataset {
  let table: LinkTable
  let questions: Questions

  var name: String { table.name }

  init(_ table: LinkTable) throws {
    self.table = table
    questions = try Questions(about: table)
  }

  /// Writes what peers read into a folder.
  func write(to folder: URL) throws {
    try table.write(to: Self.links(of: name, in: folder))
    try JSONEncoder().encode(questions).write(to: Self.questions(of: name, in: folder))
  }

  static func links(of name: String, in folder: URL) -> URL {
    folder.appending(path: "\(name).links")
  }

  static func questions(of name: String, in folder: URL) -> URL {
    folder.appending(path: "\(name).json")
  }
}
