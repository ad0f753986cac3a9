internal import GraphCore

/// A first mapping for tables, made from their headings and values, for an analyst to correct.
///
///     let table = try MappingSuggestion.Table(bytes, document: "3w.csv", as: .whoDoesWhatWhere)
///     MappingSuggestion.yaml(for: [table])
///
/// What it says of a table of who does what where is what the table is read as without it, so that
/// the mapping changes nothing until somebody changes it.
public enum MappingSuggestion {
  /// What kind of tables they are.
  public enum Kind: Sendable {
    /// Who does what where.
    case whoDoesWhatWhere
    /// Whatever their headings and values look like.
    case any
  }

  /// A table with what was guessed about it.
  public struct Table: Sendable {
    let document: String
    /// The lines of the mapping, not indented.
    let lines: [String]

    /// Looks at a table.
    ///
    /// - Parameters:
    ///   - bytes: The table as it stands on disk.
    ///   - document: Its file name.
    ///   - kind: What kind of table it is.
    /// - Throws: ``ImportError`` with every fault, if the file cannot be read at all.
    /// - Complexity: Two passes over the bytes.
    public init(_ bytes: [UInt8], document: String, as kind: Kind) throws(ImportError) {
      let rows = try OpenedTable(bytes, document: document).rows
      self.document = document
      let field = FieldSuggestion(rows)
      switch kind {
      case .whoDoesWhatWhere: lines = field.lines
      case .any: lines = field.isConvincing ? field.lines : GeneralSuggestion(rows).lines
      }
    }
  }

  /// The mapping as a file; with several tables, a part for each.
  public static func yaml(for tables: [Table]) -> String {
    var lines = [
      "# A first mapping, made from headings and values. Lines with “?” are uncertain: correct them.",
      "# Text behind a number sign is a remark and is not read.",
    ]
    if tables.count == 1, let table = tables.first {
      lines += table.lines
    } else {
      lines.append("files:")
      for table in tables.sorted(by: { $0.document.precedesBytewise($1.document) }) {
        lines.append("  \(YAMLText.quoted(table.document)):")
        lines += table.lines.map { $0.isEmpty ? "" : "    " + $0 }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Text as YAML holds it.
enum YAMLText {
  /// A text in double quotes, unless it is a plain word.
  static func quoted(_ text: String) -> String {
    let isPlain =
      text.unicodeScalars.first.map { $0.properties.isAlphabetic } == true
      && text.unicodeScalars.last.map { $0 != " " } == true
      && text.unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
            || " -_.".unicodeScalars.contains($0))
      }
      && !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
    guard !isPlain else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 32 || (0x7F...0x9F).contains(scalar.value):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
      case "\u{2028}", "\u{2029}", "\u{FEFF}":
        quoted += "\\u" + String(scalar.value, radix: 16, uppercase: true)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// A text in a remark, on one line.
  static func remark(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let isControl = scalar.properties.generalCategory == .control
          return isControl || scalar == "\u{2028}" || scalar == "\u{2029}" ? " " : scalar
        }
      )
    )
  }
}
