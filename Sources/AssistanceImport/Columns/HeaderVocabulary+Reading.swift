internal import GraphCore

extension HeaderVocabulary {
  /// The vocabulary that comes with the library.
  public static let shipped = read(
    PackageResources.headers_csv,
    file: "headers.csv",
    hashtags: PackageResources.hashtags_csv,
    file: "hashtags.csv"
  ).0

  static func read(
    _ bytes: [UInt8],
    file: String,
    hashtags: [UInt8],
    file hashtagFile: String
  ) -> (HeaderVocabulary, [Diagnostic]) {
    let (words, wordFaults) = readWords(bytes, file: file)
    let (rules, ruleFaults) = readRules(hashtags, file: hashtagFile)
    return (HeaderVocabulary(words, rules), wordFaults + ruleFaults)
  }

  private static func readWords(_ bytes: [UInt8], file: String) -> ([Word], [Diagnostic]) {
    var reader = KnowledgeReader(
      bytes,
      file: file,
      columns: ["text", "language", "subject", "part", "certainty"]
    )
    var words: [Word] = []
    var sure: [FoldedName: ColumnMeaning] = [:]
    var seen: Set<[String]> = []
    for record in reader.records {
      let text = FoldedName(reader.neededText(record, "text"))
      guard let language = reader.word(record, "language", as: NameLanguage.self),
        let subject = reader.word(record, "subject", as: ColumnMeaning.Subject.self),
        let part = reader.word(record, "part", as: ColumnMeaning.Part.self),
        let certainty = reader.word(record, "certainty", as: Certainty.self)
      else { continue }
      let meaning = ColumnMeaning(subject, part)
      if !seen.insert([text.text, language.rawValue, meaning.description]).inserted {
        reader.complain(record, "text", "“\(text.text)” has this meaning already")
      }
      if certainty == .sure, let other = sure.updateValue(meaning, forKey: text),
        other != meaning
      {
        reader.complain(record, "certainty", "“\(text.text)” is surely “\(other)” too")
      }
      words.append(
        Word(text: text, language: language, meaning: meaning, certainty: certainty)
      )
    }
    return (words, reader.diagnostics)
  }

  private static func readRules(_ bytes: [UInt8], file: String) -> ([TagRule], [Diagnostic]) {
    var reader = KnowledgeReader(
      bytes,
      file: file,
      columns: ["tag", "attribute", "subject", "part"]
    )
    var rules: [TagRule] = []
    var seen: Set<[String]> = []
    for record in reader.records {
      let tag = reader.neededText(record, "tag")
      let attribute = reader.text(record, "attribute")
      var subject: ColumnMeaning.Subject?
      var part: ColumnMeaning.Part?
      if !reader.text(record, "subject").isEmpty { subject = reader.word(record, "subject") }
      if !reader.text(record, "part").isEmpty { part = reader.word(record, "part") }
      if attribute.isEmpty, subject == nil || part == nil {
        reader.complain(record, "subject", "a tag by itself needs a subject and a part")
      }
      if !seen.insert([tag, attribute]).inserted {
        reader.complain(record, "tag", "“\(tag)” has a line for this already")
      }
      rules.append(
        TagRule(
          tag: tag,
          attribute: attribute.isEmpty ? nil : attribute,
          subject: subject,
          part: part
        )
      )
    }
    return (rules, reader.diagnostics)
  }
}
