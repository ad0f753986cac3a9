@testable import AssistanceImport
import TabularText
import Testing

@Suite struct HeaderVocabularyTests {
  private let vocabulary = HeaderVocabulary.shipped

  private func meaning(ofTag cell: String) -> String? {
    Hashtag(cell).flatMap { vocabulary.meaning(of: $0) }?.description
  }

  @Test(
    arguments: [
      ("#org", "organization.name"), ("#org+acronym", "organization.acronym"),
      ("#org +funder", "funder.name"), ("#org+funding+acronym", "funder.acronym"),
      ("#org+impl+name", "implementing.name"), ("#org+name+impl", "implementing.name"),
      ("#org+prog+type", "programming.type"), ("#org+reporting", "programming.name"),
      ("#org+implementing+partner", "implementing.name"), ("#org+partner", "partner.name"),
      ("#org+name+i_fr", "organization.name"), ("#sector+cluster+name", "sector.name"),
      ("#sector +cluster +code", "sector.code"), ("#subsector", "subsector.name"),
      ("#adm2 +code +v_pcodes", "adm2.code"), ("#adm4+name", "adm4.name"),
      ("#date+start", "date.from"), ("#date+end", "date.until"), ("#date", "date.reported"),
      ("#activity+project", "project.name"), ("#status", "status.name"),
      ("#reached+f", "beneficiaries.reached"), ("#country+code", "country.code"),
      ("#contact", "contact.person"), ("#contact+email", "contact.email"),
      ("#org+email", "contact.email"), ("#org+contact+phone", "contact.phone"),
      ("#domain+i_fr", nil), ("#x_own", nil),
    ] as [(String, String?)]
  )
  func `reads tags with their attributes`(_ cell: String, _ expected: String?) {
    #expect(meaning(ofTag: cell) == expected)
  }

  @Test(
    arguments: [
      ("Donor", "funder.name sure"), ("BAILLEUR", "funder.name sure"),
      ("Implementing Org  acronym", "implementing.acronym sure"),
      ("Acronyme Acteur", "organization.acronym sure"),
      ("Date de début*", "date.from sure"), ("Province", "adm1.name likely"),
      ("Département", "adm1.name likely"), ("adm2_pcode", "adm2.code sure"),
      ("Correo electrónico", "contact.email sure"), ("Point focal", "contact.person sure"),
      ("Téléphone", "contact.phone sure"), ("Nom du projet*", "project.name sure"),
      ("Kebele/IDP site name", "adm4.name likely"),
    ]
  )
  func `knows headers in three languages`(_ header: String, _ expected: String) throws {
    let candidate = try #require(vocabulary.candidates(for: header).first)
    #expect("\(candidate.meaning) \(candidate.certainty)" == expected)
  }

  @Test func `takes a language from the end of a header`() throws {
    let french = try #require(vocabulary.candidates(for: "SECTORS_fr").first)
    #expect(french.meaning == ColumnMeaning(.sector, .name) && french.language == .french)
    let plain = try #require(vocabulary.candidates(for: "Sectors").first)
    #expect(plain.language == nil)
    #expect(vocabulary.candidates(for: "fr").isEmpty)
  }

  @Test func `gives each meaning once, the sure ones first`() {
    for word in vocabulary.words {
      let candidates = vocabulary.candidates(for: word.text.text)
      #expect(candidates.contains { $0.meaning == word.meaning }, "\(word.text.text)")
      #expect(Set(candidates.map(\.meaning)).count == candidates.count, "\(word.text.text)")
      #expect(candidates.filter { $0.certainty == .sure }.count <= 1, "\(word.text.text)")
      #expect(candidates.last?.certainty == .likely || candidates.count == 1)
    }
  }

  @Test func `people's details are known as such in every language`() {
    for language in NameLanguage.allCases where language != .arabic {
      for part in [ColumnMeaning.Part.person, .email, .phone] {
        #expect(
          vocabulary.words.contains {
            $0.language == language && $0.meaning == ColumnMeaning(.contact, part)
          }
        )
      }
    }
    #expect(
      vocabulary.words.allSatisfy { $0.meaning.isPersonal == ($0.meaning.subject == .contact) }
    )
  }

  @Test func `a subject goes with parts that it can have`() {
    let organizationParts: Set<ColumnMeaning.Part> = [.name, .acronym, .code, .type]
    let organizations: Set<ColumnMeaning.Subject> = [
      .organization, .funder, .programming, .implementing, .partner,
    ]
    for word in vocabulary.words {
      if organizations.contains(word.meaning.subject) {
        #expect(organizationParts.contains(word.meaning.part), "\(word.meaning)")
      } else if word.meaning.subject == .date {
        #expect([.from, .until, .reported].contains(word.meaning.part), "\(word.meaning)")
      }
    }
  }

  @Test(
    .enabled(if: FieldData.isPresent, "the folder of field data is not here"),
    arguments: [
      (
        "bdi_3w_2022-03.csv",
        ["adm1.name", "sector.name", "organization.acronym", nil, "organization.type"]
      ),
      (
        "caf_3w_2022q1.csv",
        [
          "adm1.name", "adm1.code", "adm2.name", "adm2.code", "sector.name", "organization.name",
          nil, nil, nil,
        ]
      ),
      (
        "cmr_5w_2021-06.csv",
        [
          "funder.name", "organization.name", "adm1.name", "adm1.code", "adm2.name", "adm2.code",
          "sector.name",
        ]
      ),
      (
        "lby_3w_2021-05.csv",
        [
          "adm2.name", "adm2.code", "sector.code", "organization.acronym", "implementing.name",
          "activity.name",
        ]
      ),
      (
        "eth_4w_2022-02.csv",
        [
          "date.reported", "status.name", "funder.name", "programming.name", "programming.type",
          "implementing.name", "implementing.acronym", "implementing.type", "adm1.name",
          "adm2.name", "adm3.name", "adm4.name", "adm3.code", nil, "sector.name", "activity.name",
        ]
      ),
      (
        "hti_3w_2020_bilingual.csv",
        [
          "sector.name", "sector.name", nil, nil, "organization.name", "organization.acronym",
          "organization.name", "organization.acronym", "organization.type", "organization.type",
          "adm1.code", "adm1.name", "adm1.name", "adm2.code", "adm2.name", "adm2.name",
        ]
      ),
      (
        "tcd_3w_2021-10.csv",
        [
          "adm1.code", "adm1.name", "sector.name", "organization.acronym", "organization.name",
          "organization.type",
        ]
      ),
    ] as [(String, [String?])]
  )
  func `reads the tags of real tables`(_ file: String, _ expected: [String?]) throws {
    let table = try FieldData.table("3w/" + file)
    let tags = (0..<table.columnCount(ofRecord: 0)).map { table.text(record: 0, column: $0) }
    #expect(tags.map { meaning(ofTag: $0) } == expected)
  }

  @Test(.enabled(if: FieldData.isPresent, "the folder of field data is not here"))
  func `drafts a mapping for a table without tags`() throws {
    let header = try FieldData.table("3w/cod_3w_2022-01_nohxl.csv").header
    let drafted = header.map { vocabulary.candidates(for: $0).first?.meaning.description }
    #expect(
      drafted == [
        "project.code", "project.name", "date.from", "date.until", "adm1.code", "adm1.name",
        "adm2.code", "adm2.name", "adm3.code", "adm3.name", "sector.code", "sector.name",
        "organization.type", "organization.code", "organization.acronym", "organization.name",
        "beneficiaries.targeted", "beneficiaries.targeted", "date.until",
      ]
    )
  }
}
