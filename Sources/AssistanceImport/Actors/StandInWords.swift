public import AssistanceModel
internal import GraphCore

/// Words and codes that stand where a name or a value should be.
///
///     StandInWords.shipped.meaning(ofActor: "52000")?.designation  // .placeholder
///     StandInWords.shipped.meaning(ofActor: "ONG nationale")?.designation  // .class
///     StandInWords.shipped.isMissing("n.a.")  // true
public struct StandInWords: Sendable {
  /// What such a word says.
  public enum Meaning: String, CaseIterable, Hashable, Sendable, Codable {
    /// Nothing is said, or the value is not known yet.
    case missing
    /// Expressly nobody.
    case nobody
    /// The organization itself that the row is about.
    case oneself = "self"
    /// Somebody who is not named.
    case unnamed
    /// Several who are not named.
    case several
    /// Somebody whose name is kept back.
    case withheld
    /// A class of actors.
    case `class`

    /// How an actor under such a word is marked; `nil` where there is no actor to mark.
    ///
    /// A missing provider is marked too: somebody acted. A missing funder is no actor; that is for
    /// the reader of the column to know.
    public var designation: Designation? {
      switch self {
      case .missing, .unnamed, .several, .withheld: .placeholder
      case .class: .class
      case .nobody, .oneself: nil
      }
    }
  }

  /// Where a word stands for something else.
  public enum Scope: String, CaseIterable, Hashable, Sendable, Codable {
    /// In every column.
    case any
    /// In columns of actors; elsewhere, such as in a sector, it means what it says.
    case actor
  }

  /// One word of the list.
  public struct Word: Hashable, Sendable {
    /// The word or code.
    public let text: String
    /// Its language, or the list that the code is from.
    public let language: String
    /// Where it stands for something else.
    public let scope: Scope
    /// What it says.
    public let meaning: Meaning
    /// A remark; the name of a code.
    public let note: String?
  }

  /// The words, in the order of the table.
  public let words: [Word]
  private let places: [FoldedName: Int]

  /// The words that come with the library.
  public static let shipped = read(PackageResources.placeholders_csv, file: "placeholders.csv").0

  /// Reads a list of the same form as the shipped one.
  ///
  /// - Parameters:
  ///   - bytes: Comma-separated text.
  ///   - file: The name by which faults speak of it.
  /// - Throws: Every fault of the table.
  public init(csv bytes: [UInt8], file: String) throws(ImportError) {
    let (words, diagnostics) = Self.read(bytes, file: file)
    guard diagnostics.isEmpty else { throw ImportError(diagnostics) }
    self = words
  }

  private init(_ words: [Word], _ places: [FoldedName: Int]) {
    self.words = words
    self.places = places
  }

  /// What a cell in a column of actors says, if it names nobody.
  ///
  /// - Parameter text: The name or reference; a channel code may have the prefix `XM-DAC-`.
  /// - Returns: `nil` if the text is not on the list, so that it may be a name.
  public func meaning(ofActor text: String) -> Meaning? {
    let name = FoldedName(text)
    if name.isEmpty { return .missing }
    if let place = places[name] { return words[place].meaning }
    guard let identifier = ActorIdentifier(reference: text), identifier.scheme == .dacChannel,
      let place = places[FoldedName(identifier.value)]
    else { return nil }
    return words[place].meaning
  }

  /// Whether a cell of any column says nothing: blank, a dash, or a word for nothing.
  public func isMissing(_ text: String) -> Bool {
    let name = FoldedName(text)
    guard !name.isEmpty else { return true }
    guard let place = places[name] else { return false }
    return words[place].scope == .any && words[place].meaning == .missing
  }

  static func read(_ bytes: [UInt8], file: String) -> (StandInWords, [Diagnostic]) {
    var reader = KnowledgeReader(
      bytes,
      file: file,
      columns: ["text", "language", "scope", "meaning", "note"]
    )
    var words: [Word] = []
    var places: [FoldedName: Int] = [:]
    for record in reader.records {
      let text = reader.neededText(record, "text")
      let language = reader.neededText(record, "language")
      guard let scope = reader.word(record, "scope", as: Scope.self),
        let meaning = reader.word(record, "meaning", as: Meaning.self)
      else { continue }
      if scope == .any, meaning != .missing {
        reader.complain(record, "scope", "only a missing value is meant in every column")
      }
      if let other = places.updateValue(words.count, forKey: FoldedName(text)) {
        reader.complain(record, "text", "“\(words[other].text)” is the same word")
      }
      let note = reader.text(record, "note")
      words.append(
        Word(
          text: text,
          language: language,
          scope: scope,
          meaning: meaning,
          note: note.isEmpty ? nil : note
        )
      )
    }
    return (StandInWords(words, places), reader.diagnostics)
  }
}
