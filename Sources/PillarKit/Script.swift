internal import AssistanceImport
public import AssistanceModel
internal import Foundation

/// Runs a script that asks something of a collection.
///
/// The collection is the folder named by the script's only argument; without an argument it is
/// `path`, seen from the current directory. What goes wrong is told on standard error and ends
/// the process with exit status 2.
///
///     script(on: "Graphs/r2p") { record in
///       print(record.coverage().coveredCount)  // 10
///     }
///
/// - Parameters:
///   - path: The folder of the collection that is read if no other is named.
///   - body: What the script asks.
/// - Complexity: That of reading the collection, and of `body`.
public func script(on path: String, _ body: (AssistanceCollection) throws -> Void) {
  script { try body(collection(orAt: path)) }
}

/// Runs a script that waits for something, such as a picture, while it asks a collection.
///
///     await script(on: "Graphs/r2p") { record in
///       let diagram = try record.coverage().matrixDiagram(DiagramOptions(record.metadata))
///       try await diagram.picture(as: .svg).write(to: "matrix.svg")
///     }
///
/// - Parameters:
///   - path: The folder of the collection that is read if no other is named.
///   - body: What the script asks.
/// - Complexity: That of reading the collection, and of `body`.
public func script(
  on path: String,
  _ body: (AssistanceCollection) async throws -> Void
) async {
  do {
    try await body(collection(orAt: path))
  } catch {
    end(with: error)
  }
}

/// Runs a script that reads no collection, such as one that makes the first.
///
/// What goes wrong is told on standard error and ends the process with exit status 2.
///
///     script {
///       let graph = try PropertyGraph { node("undp", .actor) }
///       print(graph.nodeCount)  // 1
///     }
///
/// - Parameter body: What the script does.
/// - Complexity: That of `body`.
public func script(_ body: () throws -> Void) {
  do {
    try body()
  } catch {
    end(with: error)
  }
}

/// The collection that the script's only argument names, or else the one at `path`.
private func collection(orAt path: String) throws -> AssistanceCollection {
  let arguments = CommandLine.arguments
  let program = arguments.first.map { URL(filePath: $0).lastPathComponent } ?? "script"
  guard arguments.count <= 2 else {
    throw ScriptError(
      "one collection can be named, not \(arguments.count - 1)",
      hint: "usage: \(program) [collection]"
    )
  }
  let folder = arguments.dropFirst().first ?? path
  guard FileManager.default.fileExists(atPath: folder) else {
    throw ScriptError(
      "there is no collection at \(folder)",
      hint: "run \(program) where \(path) is, or name the collection: \(program) <folder>"
    )
  }
  return try AssistanceCollection(readingFrom: folder)
}

/// Tells what went wrong and ends the process.
private func end(with error: any Error) -> Never {
  // The faults of files say themselves what they are, each on a line that starts with its place,
  // as editors and terminals know it.
  let isToldWhole = error is CollectionError || error is ImportError
  let message = isToldWhole ? "\(error)\n" : "error: \(error)\n"
  FileHandle.standardError.write(Data(message.utf8))
  exit(2)
}
