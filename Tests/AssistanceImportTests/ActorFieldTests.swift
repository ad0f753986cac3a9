import AssistanceImport
import TabularText
import Testing

/// Organizations and stand-in words beside the code lists and the tables that name actors.
@Suite(.enabled(if: FieldData.isPresent, "the folder of field data is not here"))
struct ActorFieldTests {
  private func channels() throws -> (names: [String: String], categories: Set<String>) {
    let table = try FieldData.table("codelists/dac_channel_codes.csv")
    let names = Dictionary(uniqueKeysWithValues: zip(table.column("code"), table.column("name_en")))
    return (names, Set(table.column("category")))
  }

  @Test func `a channel code is in the list under a name of the organization`() throws {
    let names = try channels().names
    var count = 0
    for organization in KnownOrganizations.shipped.organizations {
      for identifier in organization.identifiers where identifier.scheme == .dacChannel {
        count += 1
        let name = try #require(names[identifier.value], "\(identifier)")
        // One name is a paragraph about what may be reported under the code.
        guard name.count < 160 else { continue }
        #expect(
          KnownOrganizations.shipped.match(name) == .one(organization, by: evidence(name)),
          "\(name)"
        )
      }
    }
    #expect(count > 80)
  }

  private func evidence(_ name: String) -> KnownOrganizations.Evidence {
    if case .one(_, let evidence) = KnownOrganizations.shipped.match(name) { return evidence }
    return .identifier
  }

  @Test func `an acronym that a channel of another name has is ambiguous`() throws {
    let table = try FieldData.table("codelists/dac_channel_codes.csv")
    let (codes, english) = (table.column("code"), table.column("acronym_en"))
    let french = table.column("acronym_fr")
    var compared = 0
    for (index, code) in codes.enumerated() where !Self.familyCodes.contains(code) {
      for acronym in [english[index], french[index]] where !acronym.isEmpty {
        guard case .one(let found, _) = KnownOrganizations.shipped.match(acronym) else { continue }
        compared += 1
        let channels = found.identifiers.filter { $0.scheme == .dacChannel }.map(\.value)
        #expect(channels.contains(code), "\(acronym) is \(code) and \(found.key)")
      }
    }
    #expect(compared > 100)
  }

  /// Offices of an organization that the table lists under its own name.
  private static let familyCodes: Set = ["22501"]

  @Test func `a donor code is in the lists of donors`() throws {
    let files = ["dac_dac_members", "dac_non_dac_donors", "dac_multilateral_donors"]
    var codes: Set<String> = []
    for file in files {
      codes.formUnion(try FieldData.table("codelists/\(file).csv").column("code"))
    }
    let donors = KnownOrganizations.shipped.organizations.flatMap(\.identifiers)
      .filter { $0.scheme == .dacDonor }
    #expect(donors.count > 40)
    for donor in donors { #expect(codes.contains(donor.value), "\(donor)") }
  }

  @Test func `every category of channels stands for somebody unnamed or a class`() throws {
    let organizations: Set = ["42000", "43000", "44000"]
    let categories = try channels().categories.subtracting(organizations)
    #expect(categories.count >= 25)
    for category in categories.union(["52000", "50000", "90000"]) {
      let meaning = StandInWords.shipped.meaning(ofActor: category)
      #expect(meaning?.designation != nil, "\(category)")
      #expect(StandInWords.shipped.meaning(ofActor: "XM-DAC-" + category) == meaning)
    }
    for code in organizations {
      #expect(StandInWords.shipped.meaning(ofActor: code) == nil, "\(code)")
      let identifier = try #require(ActorIdentifier(reference: code))
      #expect(KnownOrganizations.shipped.match(identifier) != .unknown, "\(code)")
    }
  }

  @Test func `channels of the list of IATI that are categories are stand-ins by code and name`()
    throws
  {
    let text = try FieldData.lines("codelists/iati_CRSChannelCode.xml").joined()
    var categories: Set<Substring> = []
    var names: [Substring: [Substring]] = [:]
    for item in text.split(separator: "<codelist-item ").dropFirst() {
      func contents(_ tag: String) -> [Substring] {
        item.split(separator: "<\(tag)").dropFirst().compactMap {
          $0.split(separator: ">", omittingEmptySubsequences: false).dropFirst().first?
            .split(separator: "<").first
        }
      }
      let code = try #require(contents("code").first)
      names[code] = contents("narrative")
      categories.formUnion(contents("category"))
      // Some categories have nothing filed under them.
      if names[code]?.first?.hasPrefix("UN entities") == true { categories.insert(code) }
    }
    #expect(categories.count >= 28)
    for code in categories.subtracting(["42000", "43000", "44000", "45000"]) {
      #expect(StandInWords.shipped.meaning(ofActor: String(code))?.designation != nil, "\(code)")
      for name in names[code] ?? [] where name.contains(where: \.isLetter) && !name.contains("&") {
        let meaning = StandInWords.shipped.meaning(ofActor: String(name))
        #expect(meaning?.designation != nil, "\(code): \(name)")
      }
    }
  }

  @Test(
    arguments: [
      ("bdi_3w_2022-03.csv", "BD ORG.ACRONYME"), ("caf_3w_2022q1.csv", "ACTEUR"),
      ("tcd_3w_2021-10.csv", "Acronyme"), ("cmr_5w_2021-06.csv", "Implementing Org  acronym"),
      ("hti_3w_2020_bilingual.csv", "ORG_ACRONYM_fr"),
    ]
  )
  func `the same organizations are found in tables of different countries`(
    _ file: String,
    _ column: String
  ) throws {
    let keys = Set(
      try FieldData.table("3w/" + file).column(column).compactMap { text -> String? in
        guard case .one(let found, _) = KnownOrganizations.shipped.match(text) else { return nil }
        return found.key
      }
    )
    #expect(keys.isSuperset(of: ["ocha", "undp"]) || keys.isSuperset(of: ["wfp", "iom", "who"]))
    #expect(keys.contains("unicef") || keys.contains("unfpa"))
    print("\(file): \(keys.count) known organizations")
  }

  @Test func `a donor column holds organizations, stand-ins and blanks`() throws {
    let donors = try FieldData.table("3w/cmr_5w_2021-06.csv").column("Donor").dropFirst()
    #expect(donors.count == 11_681)
    let blank = donors.filter { $0.isEmpty }
    #expect(blank.count == 8_088)
    #expect(blank.allSatisfy { StandInWords.shipped.meaning(ofActor: $0) == .missing })
    let unspecified = donors.filter { $0 == "Not specified" }
    #expect(unspecified.count == 262)
    #expect(unspecified.allSatisfy { StandInWords.shipped.isMissing($0) })
  }
}
