internal import GraphCore
internal import Foundation

/// A file that an analyst has, under the key by which facts name it.
public struct FieldFile: Hashable, Sendable {
  /// What a file of field data holds.
  public enum Content: String, CaseIterable, Hashable, Sendable, Codable {
    /// A table of who does what where.
    case table
    /// Activities of aid, as IATI has them.
    case activities
  }

  /// Where it is.
  public let path: String
  /// The key: the file's name with hyphens for blanks.
  public let document: String
  /// The file's name without folders.
  public var name: String { URL(filePath: path).lastPathComponent }

  /// Names a file.
  public init(path: String) {
    self.path = path
    let name = URL(filePath: path).lastPathComponent
    document = name.split(whereSeparator: \.isWhitespace).joined(separator: "-")
  }

  /// Its bytes.
  ///
  /// - Throws: ``ImportError`` if it cannot be read.
  public func bytes() throws(ImportError) -> [UInt8] {
    try requireFile()
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { throw unreadable }
    return [UInt8](data)
  }

  /// What it holds, by its first bytes, whatever its name promises.
  ///
  /// - Throws: ``ImportError`` if it cannot be read.
  public func content() throws(ImportError) -> Content {
    try requireFile()
    guard let handle = try? FileHandle(forReadingFrom: URL(filePath: path)) else {
      throw unreadable
    }
    let start: Data
    do {
      // An empty file has no bytes; what reads it says so.
      start = try handle.read(upToCount: 4096) ?? Data()
    } catch {
      throw unreadable
    }
    try? handle.close()
    // The signs of XML are the same in every encoding but for zero bytes between them.
    let signs = start.filter { $0 != 0 && $0 < 128 }.drop { $0 <= 32 }
    return signs.first == UInt8(ascii: "<") ? .activities : .table
  }

  /// Refuses a folder, and a pipe, which may never end and cannot be read twice.
  private func requireFile() throws(ImportError) {
    let target = URL(filePath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: target)
    switch attributes?[.type] as? FileAttributeType {
    case .typeRegular?, nil: return
    case .typeDirectory?:
      throw ImportError([fault("this is a folder", hint: "give the files that are in it")])
    default:
      throw ImportError([fault("this is no file", hint: "write what it gives into a file first")])
    }
  }

  private var unreadable: ImportError {
    ImportError([fault("the file cannot be read", hint: "check its name, and who may read it")])
  }

  func fault(_ message: String, hint: String) -> Diagnostic {
    Diagnostic(.error, at: Diagnostic.Place(file: path), message, hint: hint)
  }
}
