/// What an analyst says about a table: what its columns hold and what it does not say itself.
///
/// Every part may be left out; tags and known headings say the rest. The parts are plain words and
/// lists, so that a file can hold them.
public struct TableMapping: Hashable, Sendable {
  /// What one column holds.
  public struct Column: Hashable, Sendable {
    /// The heading or the tag, in any case; or the column's number.
    public var heading: String
    /// What it holds; `nil` leaves the column out.
    public var meaning: ColumnMeaning?
    /// The language of its values.
    public var language: NameLanguage?
    /// What stands between several values of a cell; `nil` is the table's rule.
    public var separators: [String]?

    /// Creates a statement about a column.
    public init(
      _ heading: String,
      _ meaning: ColumnMeaning?,
      language: NameLanguage? = nil,
      separators: [String]? = nil
    ) {
      self.heading = heading
      self.meaning = meaning
      self.language = language
      self.separators = separators
    }
  }

  /// The columns of which something is said.
  public var columns: [Column] = []
  /// The row of the heading, counted from 1; `nil` finds it.
  public var headingRow: Int?
  /// What stands between several organizations or sectors of a cell.
  ///
  /// A comma or a stroke may be part of a name, so that they divide a cell only where an analyst
  /// says so.
  public var separators: [String] = [";", "|", "\n"]
  /// The language whose column gives a name where there are several.
  public var language: NameLanguage = .english
  /// The year of months that stand without one.
  public var year: Int?
  /// The country, where no column says it.
  public var countryCase: DraftCase?
  /// Which links from clusters to inhibitors count; `nil` gives facts without inhibitors.
  public var reading: ConcordanceReading?

  /// Creates a mapping that says nothing.
  public init() {}
}
