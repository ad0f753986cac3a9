@testable import AssistanceImport
import TabularText
import Testing

@Suite struct KnownOrganizationsTests {
  private let known = KnownOrganizations.shipped

  private func key(_ text: String) -> String? {
    guard case .one(let organization, _) = known.match(text) else { return nil }
    return organization.key
  }

  @Test(
    arguments: [
      ("PAM", "wfp"), ("WFP", "wfp"), ("PMA", "wfp"), ("DRC", "danish-refugee-council"),
      ("CRS", nil), ("Programme Alimentaire Mondial", "wfp"),
      ("برنامج الأغذية العالمي", "wfp"), ("OIM", "iom"), ("IOM", "iom"), ("OMS", "who"),
      ("WHO", "who"), ("منظمة الصحة العالمية", "who"), ("HCR", "unhcr"), ("ACNUR", "unhcr"),
      ("FNUAP", "unfpa"), ("PNUD", "undp"), ("UNICEF ", "unicef"), ("Unicef", "unicef"),
      ("CICR", "icrc"), ("FICR", "ifrc"), ("ONU Femmes", "un-women"), ("ONUSIDA", "unaids"),
      ("UN-OCHA", "ocha"), ("UNOCHA", "ocha"), ("MSF-B", "msf-belgium"), ("MSF B", "msf-belgium"),
      ("Médecins Sans Frontières", "msf"), ("أطباء بلا حدود", "msf"), ("DFID", "fcdo"),
      ("ACT Alliance / DanChurchAid", "danchurchaid"),
      ("Humanité & Inclusion", "handicap-international"),
      ("Acción contra el Hambre", "acf"), ("Action contre la Faim", "acf"),
    ] as [(String, String?)]
  )
  func `finds an organization in four languages`(_ text: String, _ expected: String?) {
    #expect(key(text) == expected)
  }

  @Test func `says by what it found one`() {
    func evidence(_ text: String) -> KnownOrganizations.Evidence? {
      guard case .one(_, let evidence) = known.match(text) else { return nil }
      return evidence
    }
    #expect(evidence("World Food Programme") == .name)
    #expect(evidence("PAM") == .acronym)
    #expect(evidence("Food and Agriculture Organization") == .spelling)
    #expect(evidence("Handicap International") == .formerName)
    #expect(
      known.match(ActorIdentifier(.dacChannel, "41140"))
        == known["wfp"].map { .one($0, by: .identifier) }
    )
  }

  @Test(
    arguments: [
      ("CRS", ["catholic-relief-services", "swiss-red-cross"]),
      ("BAD", ["african-development-bank", "asian-development-bank"]),
      ("acf", ["acf"]),
      ("Mc", ["malaria-consortium", "mercy-corps"]), ("MOFA", []),
    ]
  )
  func `an ambiguous text decides nothing`(_ text: String, _ expected: [String]) {
    guard case .ambiguous(let organizations, let reason) = known.match(text) else {
      Issue.record("“\(text)” decides")
      return
    }
    #expect(organizations.map(\.key) == expected)
    #expect(!reason.isEmpty)
  }

  @Test func `an ambiguous text lists exactly the organizations that have it`() {
    #expect(known.ambiguities.count >= 25)
    for ambiguity in known.ambiguities {
      let name = FoldedName(ambiguity.text)
      let owners = known.organizations.filter { $0.texts.contains { $0.0 == name } }.map(\.key)
      #expect(ambiguity.organizations == owners, "\(ambiguity.text)")
    }
  }

  @Test func `every text finds its own organization or is ambiguous`() {
    #expect(known.organizations.count >= 150)
    for organization in known.organizations {
      #expect(known[organization.key] == organization)
      for (name, _) in organization.texts {
        switch known.match(name.text) {
        case .one(let found, _): #expect(found.key == organization.key, "\(name.text)")
        case .ambiguous(let found, _): #expect(found.contains(organization), "\(name.text)")
        case .unknown: Issue.record("“\(name.text)” finds nobody")
        }
      }
    }
  }

  @Test func `a name in full is never ambiguous but where another body has the same`() {
    let names = known.ambiguities.filter { $0.text.contains(" ") }.map(\.text)
    #expect(names == ["Bread for the World"])
  }

  @Test func `no organization is a stand-in word`() {
    for organization in known.organizations {
      for (name, _) in organization.texts {
        #expect(StandInWords.shipped.meaning(ofActor: name.text) == nil, "\(name.text)")
      }
      for identifier in organization.identifiers {
        #expect(StandInWords.shipped.meaning(ofActor: identifier.value) == nil, "\(identifier)")
      }
    }
  }

  @Test func `a part is not its whole`() throws {
    for organization in known.organizations {
      var whole = organization.partOf
      var steps = 0
      while let key = whole, steps < 10 {
        #expect(key != organization.key)
        whole = known[key]?.partOf
        steps += 1
      }
      #expect(steps < 10, "\(organization.key)")
    }
    #expect(known["msf-belgium"]?.partOf == "msf")
  }

  @Test func `finds nobody for other names`() {
    #expect(known.match("Association des Femmes Juristes Centrafricaines") == .unknown)
    #expect(known.match("") == .unknown)
    #expect(known.match(ActorIdentifier(.dacChannel, "52000")) == .unknown)
  }

  @Test func `refuses a text of two organizations, two lines for one key, and other faults`() {
    let header =
      "key,kind,part_of,name,acronym,name_fr,acronym_fr,name_es,acronym_es,name_ar,spellings,"
      + "former_names,identifiers\n"
    let lines = """
      a,network,,Alpha,AA,,,,,,,,dac-channel:1
      b,network,c,Beta,AA,,,,,,,,dac-channel:1
      a,network,,Gamma,XX,,,,,,,,number 5
      d,network,,Delta,XX,,,,,,,,
      """
    let ambiguous = Array("text,organizations,reason\nXX,a | d,two\nxx,,again\n".utf8)
    let error = #expect(throws: ImportError.self) {
      try KnownOrganizations(
        csv: Array((header + lines).utf8),
        file: "o.csv",
        ambiguous: ambiguous,
        file: "a.csv"
      )
    }
    #expect(
      error?.description == """
        a.csv:3:1: error: “xx” has a line already
        o.csv:3:13: error: “aa” is “a” too
          hint: list it as ambiguous
        o.csv:3:28: error: “dac-channel:1” is “a” too
        o.csv:4:28: error: “number 5” is no scheme and value
        o.csv:4:1: error: “a” has a line already
        o.csv:3:11: error: there is no organization “c”
        """
    )
  }
}
