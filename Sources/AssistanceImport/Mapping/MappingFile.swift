internal import GraphCore

/// A file that says how tables are read: what their columns hold, or what each row is.
///
///     let file = try MappingFile(yaml: bytes, file: "chad.yaml")
///     let mapping = try file.mapping(for: "3w.csv")
///
/// One mapping holds for every table that is read with it, unless it has a part for each file.
public struct MappingFile: Hashable, Sendable {
  /// A mapping of more bytes is refused.
  static let sizeLimit = 1 << 20

  private struct Part: Hashable {
    let files: String?
    let mapping: TableMapping
  }

  private var parts: [Part]
  private let file: String

  /// Reads a mapping.
  ///
  /// - Parameters:
  ///   - bytes: YAML text.
  ///   - file: The name by which faults speak of it.
  /// - Throws: Every fault, with its line and column.
  public init(yaml bytes: [UInt8], file: String) throws(ImportError) {
    var reader = MappingReader(file: file)
    let read = reader.read(bytes)
    guard reader.diagnostics.isEmpty else {
      throw ImportError(
        reader.diagnostics.sorted { left, right in
          (left.place.line ?? 0, left.place.column ?? 0)
            < (right.place.line ?? 0, right.place.column ?? 0)
        }
      )
    }
    parts = read.map { Part(files: $0.files, mapping: $0.mapping) }
    self.file = file
  }

  /// The same with changes to every table, such as options of a command that go before it.
  ///
  /// - Parameter change: What is changed.
  /// - Returns: The changed mapping.
  public func changed(_ change: (TableMapping) -> TableMapping) -> MappingFile {
    var result = self
    result.parts = parts.map { Part(files: $0.files, mapping: change($0.mapping)) }
    return result
  }

  /// What holds for a table.
  ///
  /// - Parameter name: The table's file name.
  /// - Returns: The mapping.
  /// - Throws: ``ImportError`` if the mapping names files and this is none of them.
  public func mapping(for name: String) throws(ImportError) -> TableMapping {
    let found = parts.first { part in part.files.map { name.matches(pattern: $0) } ?? true }
    guard let found else {
      let named = parts.compactMap(\.files).map { "“\($0)”" }.joined(separator: ", ")
      throw ImportError([
        Diagnostic(
          .error,
          at: Diagnostic.Place(file: file),
          "the mapping does not speak of \(name)",
          hint: "it speaks of \(named); an asterisk stands for any text"
        )
      ])
    }
    return found.mapping
  }
}

extension String {
  /// Whether the text is that of a pattern, in which an asterisk stands for any text.
  ///
  /// - Complexity: O(*n*·*m*).
  func matches(pattern: String) -> Bool {
    let (text, pattern) = (Array(utf8), Array(pattern.utf8))
    let star = UInt8(ascii: "*")
    var (place, wanted, mark, lastStar) = (0, 0, 0, -1)
    while place < text.count {
      if wanted < pattern.count, pattern[wanted] == star {
        (lastStar, mark) = (wanted, place)
        wanted += 1
      } else if wanted < pattern.count, pattern[wanted] == text[place] {
        (place, wanted) = (place + 1, wanted + 1)
      } else if lastStar >= 0 {
        mark += 1
        (place, wanted) = (mark, lastStar + 1)
      } else {
        return false
      }
    }
    return pattern[wanted...].allSatisfy { $0 == star }
  }
}
