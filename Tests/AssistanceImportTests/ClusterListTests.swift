@testable import AssistanceImport
import TabularText
import Testing

@Suite struct ClusterListTests {
  @Test(
    arguments: [
      ("WASH", "wash"), ("EHA", "wash"), ("EPAH", "wash"),
      ("Eau Hygiène et Assainissement", "wash"),
      ("Agua, saneamiento e higiene", "wash"), ("المياه والصرف الصحي والنظافة", "wash"),
      ("Abris&BNA", "shelter"), ("Abris / NFI", "shelter"), ("ES/NFI", "shelter"),
      ("Articles ménagers essentiels", "non-food-items"), ("AME ", "non-food-items"),
      ("VBG", "gender-based-violence"), ("GBV", "gender-based-violence"),
      ("Violencia de género", "gender-based-violence"),
      ("Protection: Protection de l'enfant", "child-protection"), ("SECAL", "food-security"),
      ("Santé ", "health"), ("Salud", "health"), ("CCCM", "camp-coordination"),
      ("Mine Action", "mine-action"), ("HLP", "housing-land-property"),
      ("Réponse aux Rapatriés", "returnee-response"), ("PROTECTION", "protection"),
    ]
  )
  func `finds a cluster by the names that tables give it`(_ text: String, _ key: String) {
    #expect(ClusterList.shipped[text]?.key == key)
  }

  @Test func `does not guess`() {
    #expect(ClusterList.shipped["Protect"] == nil)
    #expect(ClusterList.shipped[""] == nil)
    #expect(ClusterList.shipped["WFP"] == nil)
  }

  @Test func `has every cluster in four languages`() {
    let clusters = ClusterList.shipped.clusters
    #expect(clusters.count >= 20)
    for cluster in clusters {
      #expect(cluster.names.count == NameLanguage.allCases.count, "\(cluster.key)")
      for name in cluster.names.values { #expect(ClusterList.shipped[name] == cluster) }
      for spelling in cluster.spellings { #expect(ClusterList.shipped[spelling] == cluster) }
    }
  }

  @Test func `holds the same clusters as the concordance`() {
    let keys = ClusterList.shipped.clusters.map(\.key)
    #expect(Set(keys) == Set(Concordance.clusters.entries.map(\.code)))
    #expect(keys == keys.sorted())
    for cluster in ClusterList.shipped.clusters {
      for entry in Concordance.clusters.entries(for: cluster.key) {
        #expect(entry.parent == cluster.parent && entry.name == cluster.names[.english])
      }
    }
  }

  @Test func `an area of responsibility belongs to protection`() {
    for cluster in ClusterList.shipped.clusters where cluster.kind == .areaOfResponsibility {
      #expect(cluster.parent == "protection")
    }
  }

  @Test func `refuses a name that two clusters have and a parent that is not there`() {
    let table = """
      key,parent,kind,name,name_fr,name_es,name_ar,spellings
      a,,cluster,Health,Santé,,,
      b,c,cluster,Sante,,,,
      """
    let error = #expect(throws: ImportError.self) {
      try ClusterList(csv: Array(table.utf8), file: "t.csv")
    }
    #expect(
      error?.description == """
        t.csv:3:1: error: “sante” is a name of “a” too
        t.csv:3:3: error: there is no cluster “c”
        """
    )
  }

  @Test(
    .enabled(if: FieldData.isPresent, "the folder of field data is not here"),
    arguments: [
      ("bdi_3w_2022-03.csv", "Secteurs", 12), ("caf_3w_2022q1.csv", "SECTEUR", 11),
      ("cmr_5w_2021-06.csv", "Sectors cleaned", 13),
      ("cod_3w_2022-01_nohxl.csv", "Acronyme cluster", 8),
      ("cod_3w_2022-01_nohxl.csv", "Nom cluster", 11), ("eth_4w_2022-02.csv", "Sector", 9),
      ("hti_3w_2020_bilingual.csv", "SECTORS_fr", 9),
      ("hti_3w_2020_bilingual.csv", "SECTORS_en", 9),
      ("lby_3w_2021-05.csv", "Sector Short name", 11), ("ssd_3w_2022q1.csv", "Name", 9),
      ("tcd_3w_2021-10.csv", "Cluster", 11),
    ]
  )
  func `knows every sector that the tables name`(_ file: String, _ column: String, _ count: Int)
    throws
  {
    let cells = try FieldData.table("3w/" + file).column(column)
    let named = cells.filter { !$0.hasPrefix("#") && !StandInWords.shipped.isMissing($0) }
    #expect(!named.isEmpty)
    for text in Set(named) { #expect(ClusterList.shipped[text] != nil, "\(text)") }
    #expect(Set(named.compactMap { ClusterList.shipped[$0]?.key }).count == count)
  }

  @Test(.enabled(if: FieldData.isPresent, "the folder of field data is not here"))
  func `reads the two languages of one table as the same clusters`() throws {
    let table = try FieldData.table("3w/hti_3w_2020_bilingual.csv")
    let (french, english) = (table.column("SECTORS_fr"), table.column("SECTORS_en"))
    #expect(french.count > 11_000)
    #expect(french.map { ClusterList.shipped[$0] } == english.map { ClusterList.shipped[$0] })
  }
}
