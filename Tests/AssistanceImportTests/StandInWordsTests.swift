@testable import AssistanceImport
import AssistanceModel
import Testing

@Suite struct StandInWordsTests {
  private let words = StandInWords.shipped

  @Test(
    arguments: [
      ("", .missing), (" - ", .missing), ("N/A", .missing), ("Not specified", .missing),
      ("TBD", .missing), ("à déterminer", .missing), ("sin datos", .missing),
      ("غير محدد", .missing), ("Other.", .unnamed), ("Autre", .unnamed), ("OTROS", .unnamed),
      ("52000", .unnamed), ("XM-DAC-52000", .unnamed), ("22000", .class),
      ("Donor country-based NGO", .class), ("NGO (generic)", .class), ("Local partner", .class),
      ("ONG nationale", .class), ("Ministry of Health", .class), ("Multiple donors", .several),
      ("Plusieurs bailleurs", .several), ("Confidential", .withheld), ("anonyme", .withheld),
      ("No partner", .nobody), ("Own Fund", .oneself), ("Fonds Propres", .oneself),
      ("Direct implementation ", .oneself), ("UNICEF", nil), ("UN", nil), ("42000", nil),
      ("Other Hands Foundation", nil),
    ] as [(String, StandInWords.Meaning?)]
  )
  func `tell what stands in an actor's place`(_ text: String, _ meaning: StandInWords.Meaning?) {
    #expect(words.meaning(ofActor: text) == meaning)
  }

  @Test func `mark actors as the model does`() {
    let marks = StandInWords.Meaning.allCases.map { $0.designation?.rawValue ?? "" }
    #expect(
      marks == ["placeholder", "", "", "placeholder", "placeholder", "placeholder", "class"]
    )
  }

  @Test func `only words for nothing are missing in every column`() {
    #expect(words.isMissing("n.a.") && words.isMissing("Inconnu") && words.isMissing("\u{A0}"))
    #expect(!words.isMissing("Other"))
    #expect(!words.isMissing("Government"))
    #expect(!words.isMissing("0"))
  }

  @Test func `leave Namibia alone`() {
    #expect(!words.isMissing("NA"))
    #expect(words.meaning(ofActor: "NA") == .missing)
    #expect(CountryList.shipped[code: "NA"]?.name == "Namibia")
  }

  @Test func `are no clusters and no ambiguous names`() {
    #expect(words.words.count > 400)
    for word in words.words {
      // “All” and the like are about actors; a class of actors may share a sector's name.
      if word.scope == .any { #expect(ClusterList.shipped[word.text] == nil, "\(word.text)") }
      #expect(KnownOrganizations.shipped.match(word.text) == .unknown, "\(word.text)")
    }
  }

  @Test func `come in four languages`() {
    for language in NameLanguage.allCases {
      for meaning in StandInWords.Meaning.allCases {
        #expect(
          words.words.contains { $0.language == language.rawValue && $0.meaning == meaning },
          "\(language) \(meaning)"
        )
      }
    }
  }

  @Test func `refuse the same word twice and a name that every column loses`() {
    let table =
      "text,language,scope,meaning,note\nother,en,any,unnamed,\nOther.,en,actor,several,\n"
    let error = #expect(throws: ImportError.self) {
      try StandInWords(csv: Array(table.utf8), file: "t.csv")
    }
    #expect(
      error?.description == """
        t.csv:2:10: error: only a missing value is meant in every column
        t.csv:3:1: error: “other” is the same word
        """
    )
  }
}
