internal import Foundation

#if canImport(System)
  internal import System
#else
  internal import SystemPackage
#endif

/// A file without a name that holds what the worker reads.
///
/// A pipe would be the usual way, but a worker that ends before it has read everything would end
/// the one that writes, too, by the signal for a broken pipe.
struct InputFile: ~Copyable {
  private let file: FileDescriptor

  /// Makes the file and puts a text in it.
  init(_ text: String) throws(GraphvizError) {
    // In memory first: what is drawn may be confidential. There may be less room than on a disk.
    let folders = ["/dev/shm", FileManager.default.temporaryDirectory.path]
    var fault = ""
    for folder in folders {
      do {
        file = try Self.make(in: folder, holding: text)
        return
      } catch {
        fault = "\(folder): \(error)"
      }
    }
    throw .surroundings([
      "what is to be drawn cannot be written to a temporary file in \(fault)",
      "make room in /dev/shm, or set TMPDIR to a folder that has some",
    ])
  }

  /// Gives the file away; whoever takes it closes it.
  consuming func take() -> FileDescriptor { file }

  private static func make(in folder: String, holding text: String) throws -> FileDescriptor {
    let path = "\(folder)/pillar-graphviz-\(UUID().uuidString)"
    let file = try FileDescriptor.open(
      FilePath(path),
      .readWrite,
      options: [.create, .exclusiveCreate, .closeOnExec],
      permissions: .ownerReadWrite
    )
    do {
      // The name goes at once, so that nothing stays behind whatever happens.
      try FileManager.default.removeItem(atPath: path)
      try file.writeAll(text.utf8)
      try file.seek(offset: 0, from: .start)
      return file
    } catch {
      try? file.close()
      throw error
    }
  }
}
