/// Keeps spreadsheets from running cells as formulas.
///
/// A spreadsheet runs what begins with `=`, `+`, `-` or `@`, and takes a tab or a carriage return
/// for nothing before it. An apostrophe before such a text makes it a text. Numbers and single signs
/// stay as they are.
///
///     FormulaGuard.guarded("=cmd|' /C calc'!A0")  // '=cmd|' /C calc'!A0
///     FormulaGuard.guarded("-2.5")  // -2.5
public enum FormulaGuard {
  /// The text as a cell that no spreadsheet runs; ``unguarded(_:)`` gives the text back.
  public static func guarded(_ text: String) -> String {
    guard let first = text.utf8.first, first < 48 || first == 61 || first == 64 || first > 127
    else { return text }
    return isRun(text) ? "'" + text : text
  }

  /// The text of a cell that may have been guarded.
  public static func unguarded(_ cell: String) -> String {
    guard cell.utf8.first == apostrophe else { return cell }
    let rest = cell.dropFirst()
    return isRun(String(rest)) ? String(rest) : cell
  }

  /// Whether a guard stands, or is needed, before a text.
  ///
  /// What begins with apostrophes counts as what follows them: so that a text with an apostrophe of
  /// its own gets a second one, and loses only that.
  private static func isRun(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.drop { $0 == "'" }
    guard let sign = scalars.first(where: { !$0.properties.isWhitespace }) else { return false }
    // A blank before a sign is taken off by the readers of tables, a tab by spreadsheets.
    switch sign {
    case "=", "@", "\u{FF1D}", "\u{FF20}": return scalars.count > 1
    case "+", "-", "\u{FF0B}", "\u{FF0D}": return scalars.count > 1 && !isNumber(scalars)
    default: return scalars.first == "\t" || scalars.first == "\r"
    }
  }

  private static let apostrophe = UInt8(ascii: "'")

  /// Whether a text is a number with a sign, with or without groups of digits.
  private static func isNumber(_ scalars: Substring.UnicodeScalarView) -> Bool {
    if String(scalars) == "-Infinity" { return true }
    var digits = 0
    var isExponent = false
    for (place, scalar) in scalars.enumerated() {
      switch scalar {
      case "0"..."9": digits += 1
      case ".", ",", " ", "\u{A0}", "\u{202F}", "%": continue
      case "+", "-": guard place == 0 || isExponent else { return false }
      case "e", "E":
        guard digits > 0, !isExponent else { return false }
        isExponent = true
        continue
      default: return false
      }
    }
    return digits > 0
  }
}
