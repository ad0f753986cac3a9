import AssistanceImport
import Testing

@Suite struct FoldedNameTests {
  @Test(
    arguments: [
      ("Médecins Sans Frontières ", "medecins sans frontieres"),
      ("MSF-B", "msf b"), ("MSF  B", "msf b"), ("Abris&BNA", "abris and bna"),
      ("O.N.U.", "o n u"), ("l’enfance", "l enfance"), ("l'enfance", "l enfance"),
      ("Œuvre\u{A0}œcuménique", "oeuvre oecumenique"), ("Ação", "acao"), ("Straße", "strasse"),
      ("İzmir", "izmir"), ("Türkiye", "turkiye"), ("adm1_pcode", "adm1 pcode"),
      ("Date de début*", "date de debut"), ("N/A", "n a"), ("NA", "na"), (" - ", ""), ("", ""),
      ("&", "and"), ("2022 Q1", "2022 q1"),
    ]
  )
  func `keeps letters and digits in lower case`(_ name: String, _ folded: String) {
    #expect(FoldedName(name).text == folded)
  }

  @Test func `is one for composed and decomposed accents`() {
    #expect(FoldedName("Santé") == FoldedName("Sante\u{301}"))
    #expect(FoldedName("أطباء بلا حدود") == FoldedName("اطباء بلا حدود"))
    #expect(FoldedName("الأونروا") == FoldedName("الا\u{654}ونروا"))
  }

  @Test func `reads Arabic forms that people interchange as one`() {
    #expect(FoldedName("منظمة الصحة العالمية") == FoldedName("منظمه الصحه العالميه"))
    #expect(FoldedName("اليونيسف") == FoldedName("اليـونيسف"))
    #expect(FoldedName("صِحَّة") == FoldedName("صحة"))
    #expect(FoldedName("مستشفى") == FoldedName("مستشفي"))
  }

  @Test func `does not join different names`() {
    #expect(FoldedName("MSF-B") != FoldedName("MSFB"))
    #expect(FoldedName("N/A") != FoldedName("NA"))
    #expect(FoldedName("ACF") != FoldedName("ACF UK"))
  }

  @Test func `folding twice changes nothing`() {
    let names = KnownOrganizations.shipped.organizations.flatMap { organization in
      organization.spellings + organization.formerNames + organization.names.values
    }
    #expect(!names.isEmpty)
    for name in names {
      let folded = FoldedName(name)
      #expect(FoldedName(folded.text) == folded, "\(name)")
      #expect(!folded.isEmpty, "\(name)")
    }
  }
}
