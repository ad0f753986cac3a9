/// A fault in comma-separated text.
public struct CSVFault: Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// The bytes are not UTF-8.
    case notUTF8
    /// The whole file is UTF-16, as some spreadsheets save “Unicode text”; nothing is read.
    case utf16
    /// A quoted cell is never closed.
    case openQuote
    /// Text stands between a closing quote and the next comma.
    case textAfterQuote
    /// A quote stands inside a cell that does not begin with one.
    case strayQuote
    /// The text holds a zero byte.
    case zeroByte
  }

  /// What is wrong.
  public let problem: Problem
  /// The line, counted from 1.
  public let line: Int
  /// The column in characters, counted from 1.
  public let column: Int

  /// What is wrong, in words.
  public var message: String {
    switch problem {
    case .notUTF8: "the bytes here are not UTF-8 text"
    case .utf16: "the file is UTF-16 text, not UTF-8"
    case .openQuote: "the quote that opens here is never closed"
    case .textAfterQuote: "text follows a closing quote"
    case .strayQuote: "a quote stands inside a cell that does not begin with one"
    case .zeroByte: "a zero byte stands in the text"
    }
  }

  /// How to mend it.
  public var hint: String {
    switch problem {
    case .notUTF8, .utf16: "save the file as UTF-8 (“CSV UTF-8” in a spreadsheet)"
    case .openQuote: "close it, or write a quote inside a quoted cell twice"
    case .textAfterQuote: "write a quote inside a quoted cell twice"
    case .strayQuote: "put the whole cell in quotes and write the inner quote twice"
    case .zeroByte: "remove it, or save the file anew as UTF-8"
    }
  }
}
