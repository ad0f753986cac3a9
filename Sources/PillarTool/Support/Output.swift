internal import ArgumentParser
internal import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Where an answer goes.
enum Output {
  /// Prints an answer, or writes it into a file, whole or not at all.
  static func write(_ text: String, to path: String?, as kind: FileKind) throws {
    try write(Array(text.utf8), to: path, as: kind)
  }

  /// Prints an answer, or writes it into a file, whole or not at all; folders are made.
  static func write(_ bytes: [UInt8], to path: String?, as kind: FileKind) throws {
    guard let path, path != "-" else {
      try print(Data(bytes))
      return
    }
    let url = place(path)
    try refuse(url, named: path, for: kind)
    do {
      if type(of: url) ?? .typeRegular == .typeRegular {
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(),
          withIntermediateDirectories: true
        )
        let rights = permissions(of: url)
        try Data(bytes).write(to: url, options: .atomic)
        if let rights {
          try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: url.path)
        }
      } else {
        // A device or a named pipe is written to; a new file must not take its place.
        let handle = try FileHandle(forWritingTo: url)
        try handle.write(contentsOf: Data(bytes))
        try handle.close()
      }
    } catch {
      try fail("\(path) cannot be written", hint: "check the folder, and who may write there")
    }
  }

  /// Says something that is no answer.
  static func say(_ message: String) {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { Terminal.safe(String($0)) + "\n" }.joined()
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Says what is wrong and ends with exit status 2.
  static func fail(_ message: String, hint: String? = nil) throws -> Never {
    say("error: \(message)" + (hint.map { "\n  hint: \($0)" } ?? ""))
    throw ExitCode(2)
  }

  /// Prints on standard output.
  ///
  /// A reader that went away, as `head` does, is no failure: there is nobody left to tell.
  private static func print(_ data: Data) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: data)
    } catch {
      if isClosedPipe(error) { return }
      try fail("the answer cannot be printed", hint: "check where standard output goes")
    }
  }

  private static func isClosedPipe(_ error: any Swift.Error) -> Bool {
    let error = error as NSError
    if error.domain == NSPOSIXErrorDomain { return error.code == Int(EPIPE) }
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError
    return cause?.domain == NSPOSIXErrorDomain && cause?.code == Int(EPIPE)
  }

  /// Where a path leads; a link to something that has no path, such as `/dev/stdout`, stays.
  private static func place(_ path: String) -> URL {
    let given = URL(filePath: path)
    let resolved = given.resolvingSymlinksInPath()
    return FileManager.default.fileExists(atPath: resolved.path) ? resolved : given
  }

  /// Whether two paths lead to one file.
  static func isSameFile(_ first: String, _ second: String) -> Bool {
    func identity(_ path: String) -> [Int]? {
      let attributes = try? FileManager.default.attributesOfItem(
        atPath: URL(filePath: path).resolvingSymlinksInPath().path
      )
      guard let device = attributes?[.systemNumber] as? Int,
        let number = attributes?[.systemFileNumber] as? Int
      else { return nil }
      return [device, number]
    }
    return identity(first).map { $0 == identity(second) } ?? false
  }

  /// Who may do what with the file that is there, which keeps them.
  private static func permissions(of url: URL) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
    return attributes?[.posixPermissions] as? Int
  }

  /// What is there; `nil` if nothing is.
  private static func type(of url: URL) -> FileAttributeType? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
    return attributes?[.type] as? FileAttributeType
  }

  /// Fails if the name promises something else, or if a file is there that holds something else.
  private static func refuse(_ url: URL, named path: String, for kind: FileKind) throws {
    if let promised = FileKind(ofName: url.lastPathComponent), promised != kind {
      try fail(
        "\(path) is a name for \(promised.phrase), but the answer is \(kind.phrase)",
        hint: "choose another name, or another --format"
      )
    }
    if isPartOfCollection(url) {
      try fail("\(path) is a file of a collection", hint: "name a file outside its folder")
    }
    guard let type = type(of: url) else { return }
    if type == .typeDirectory {
      try fail("\(path) is a folder", hint: "name a file")
    }
    guard type == .typeRegular, let present = FileKind.present(at: url), present != kind.phrase
    else { return }
    try fail(
      "\(path) holds \(present), not \(kind.phrase)",
      hint: "choose another name, or remove it first"
    )
  }

  /// Whether the tool would read the file as part of a collection, were it there.
  private static func isPartOfCollection(_ url: URL) -> Bool {
    func isCollection(_ folder: URL) -> Bool {
      FileManager.default.fileExists(atPath: folder.appending(path: "collection.yaml").path)
    }
    let folder = url.deletingLastPathComponent()
    if ["nodes", "relations"].contains(folder.lastPathComponent) {
      return isCollection(folder.deletingLastPathComponent())
    }
    let names = ["collection.yaml", "assistance.csv", "questions.yaml", "actors.csv"]
    return names.contains(url.lastPathComponent) && isCollection(folder)
  }
}
