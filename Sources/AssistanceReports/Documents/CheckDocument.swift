public import GraphCore

/// The answer of `check`, as its JSON has it.
public struct CheckDocument: Codable, Hashable, Sendable {
  /// A fault or a doubt.
  public struct Finding: Codable, Hashable, Sendable {
    /// How bad it is: error or warning.
    public let severity: String
    /// The file.
    public let file: String
    /// The line, if it has one.
    public let line: Int?
    /// The column, if it has one.
    public let column: Int?
    /// What is wrong.
    public let message: String
    /// How to mend it, if that is known.
    public let hint: String?
  }

  /// What kind of answer this is.
  public let format = "pillar-check"
  /// The version of this shape; it grows when a field changes its meaning.
  public let version = 1
  /// The collection's path, as it was given.
  public let collection: String
  /// How many errors there are.
  public let errors: Int
  /// How many warnings there are.
  public let warnings: Int
  /// The findings, in the order of files and places.
  public let findings: [Finding]

  private enum CodingKeys: String, CodingKey {
    case format, version, collection, errors, warnings, findings
  }

  /// Tells what was found in a collection.
  public init(_ diagnostics: [Diagnostic], of collection: String) {
    self.collection = collection
    errors = diagnostics.count { $0.severity == .error }
    warnings = diagnostics.count { $0.severity == .warning }
    findings = diagnostics.map {
      Finding(
        severity: $0.severity.rawValue,
        file: $0.place.file,
        line: $0.place.line,
        column: $0.place.column,
        message: $0.message,
        hint: $0.hint
      )
    }
  }

  /// The result in a sentence.
  public var sentence: String {
    func count(_ number: Int, _ noun: String) -> String {
      number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }
    if errors == 0, warnings == 0 { return "\(collection) is sound." }
    let counts = "\(count(errors, "error")), \(count(warnings, "warning"))"
    return errors == 0
      ? "\(collection) is sound, with doubts: \(count(warnings, "warning"))."
      : "\(collection) cannot be used as it stands: \(counts)."
  }

  /// A line for each finding.
  public var table: ReportTable {
    ReportTable(
      ["severity", "file", "line", "column", "message", "hint"],
      rows: findings.map {
        [
          $0.severity, $0.file, $0.line.map(String.init) ?? "", $0.column.map(String.init) ?? "",
          $0.message, $0.hint ?? "",
        ]
      }
    )
  }
}
