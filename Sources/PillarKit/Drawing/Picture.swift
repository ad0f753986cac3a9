internal import Foundation

/// A picture that was drawn, ready to be written into a file.
public struct Picture: Hashable, Sendable {
  /// What a picture is written as.
  public enum Format: String, CaseIterable, Hashable, Sendable {
    /// Scalable, with titles and descriptions for screen readers, for the web and word processors.
    case svg
    /// Pixels, for slides and messages.
    case png
    /// A page to print.
    case pdf
    /// The text that Graphviz draws from.
    case dot
  }

  /// What it is written as.
  public let format: Format
  /// The bytes of the file.
  public let bytes: [UInt8]
  /// What Graphviz remarked while drawing.
  public let remarks: [String]

  /// Creates a picture.
  public init(format: Format, bytes: [UInt8], remarks: [String] = []) {
    self.format = format
    self.bytes = bytes
    self.remarks = remarks
  }

  /// Writes the picture into a file, whole or not at all; folders are made.
  ///
  /// - Parameter path: The file's path; one that is there is replaced.
  /// - Throws: ``DrawingError/notWritten(path:)``.
  public func write(to path: String) throws(DrawingError) {
    let file = URL(filePath: path)
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(bytes).write(to: file, options: .atomic)
    } catch {
      throw .notWritten(path: path)
    }
  }
}
