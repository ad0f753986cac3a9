@testable import AssistanceImport
import Testing

@Suite struct IATICellsTests {
  private func cells(
    _ activity: String,
    _ rules: IATIRules = IATIRules()
  ) throws -> IATICells {
    let found = try IATIText.activities(IATIText.file(activity))
    return IATICells(try #require(found.first), rules: rules)
  }

  private func places(_ codes: String...) -> String {
    codes.map { code in
      let parts = code.split(separator: " ")
      let share = parts.count > 1 ? " percentage=\"\(parts[1])\"" : ""
      return "<recipient-country code=\"\(parts[0])\"\(share)/>"
    }
    .joined()
  }

  private func sectors(_ codes: String..., vocabulary: String = "1") -> String {
    codes.map { code in
      let parts = code.split(separator: " ")
      let share = parts.count > 1 ? " percentage=\"\(parts[1])\"" : ""
      return "<sector vocabulary=\"\(vocabulary)\" code=\"\(parts[0])\"\(share)/>"
    }
    .joined()
  }

  @Test func `a transaction's country is never combined with another one's sector`() throws {
    let cells = try cells(
      IATIText.activity(
        places: "",
        sectors: "",
        more: IATIText.transaction("3", "60", places("CD") + sectors("15220"))
          + IATIText.transaction("3", "40", places("KE") + sectors("15160"))
          + IATIText.transaction("2", "200", places("CD") + sectors("15220"))
      )
    )
    #expect(
      cells.lines == [
        "CD 15220 exact committed-usd=200.0 spent-usd=60.0", "KE 15160 exact spent-usd=40.0",
      ]
    )
  }

  @Test func `one country and several sectors share the money`() throws {
    let cells = try cells(
      IATIText.activity(
        sectors: sectors("15220 75", "15160 25"),
        more: IATIText.transaction("3", "400")
      )
    )
    #expect(cells.lines == ["CD 15160 exact spent-usd=100.0", "CD 15220 exact spent-usd=300.0"])
    #expect(cells.faults.isEmpty)
  }

  @Test func `several countries beside several sectors are not tied exactly`() throws {
    let cells = try cells(
      IATIText.activity(
        places: places("CD 50", "KE 50"),
        sectors: sectors("15220 50", "15160 50"),
        more: IATIText.transaction("3", "400")
      )
    )
    #expect(
      cells.lines == [
        "CD 15160 spent-usd=100.0", "CD 15220 spent-usd=100.0", "KE 15160 spent-usd=100.0",
        "KE 15220 spent-usd=100.0",
      ]
    )
  }

  @Test func `a transaction's sector in several countries of the activity is not tied`() throws {
    let several = try cells(
      IATIText.activity(
        places: places("CD 50", "KE 50"),
        sectors: "",
        more: IATIText.transaction("3", "400", sectors("15220"))
      )
    )
    #expect(several.lines.filter { $0.contains("15220") }.allSatisfy { !$0.contains("exact") })
    let single = try cells(
      IATIText.activity(sectors: "", more: IATIText.transaction("3", "400", sectors("15220")))
    )
    #expect(single.lines.contains("CD 15220 exact spent-usd=400.0"))
  }

  @Test func `of three vocabularies one is read, and the money is there once`() throws {
    let cells = try cells(
      IATIText.activity(
        sectors: sectors("15130 60", "15220 40", vocabulary: "DAC")
          + sectors("JA 100", vocabulary: "WBSector") + sectors("T1", "T2", vocabulary: "99"),
        more: IATIText.transaction("D", "100")
      )
    )
    #expect(cells.vocabulary == .purposes)
    #expect(cells.passedOver == [IATIVocabulary("WBSector"): 1, IATIVocabulary("99"): 2])
    #expect(cells.contents.values.compactMap { $0.amounts["spent-usd"] }.reduce(0, +) == 100)
    #expect(cells.faults.isEmpty)
  }

  @Test func `categories are read where there are no purposes, and nothing where there is neither`()
    throws
  {
    let categories = try cells(
      IATIText.activity(sectors: sectors("152", vocabulary: "2") + sectors("9", vocabulary: "99"))
    )
    #expect(categories.vocabulary == .categories)
    let goals = try cells(IATIText.activity(sectors: sectors("16", vocabulary: "7")))
    #expect(goals.vocabulary == nil)
    #expect(goals.lines == ["CD - exact"])
    let asked = try cells(
      IATIText.activity(sectors: sectors("16", vocabulary: "7")),
      IATIRules(vocabularies: [IATIVocabulary("7")])
    )
    #expect(asked.lines == ["CD 16 exact"])
  }

  @Test func `sectors without percentages carry no money unless an even split is asked for`() throws
  {
    let activity = IATIText.activity(
      sectors: sectors("15220", "15160"),
      more: IATIText.transaction("3", "100")
    )
    let plain = try cells(activity)
    #expect(plain.lines == ["CD 15160 exact", "CD 15220 exact"])
    #expect(plain.faults == [.missing])
    let even = try cells(activity, IATIRules(splitsEvenly: true))
    #expect(even.lines == ["CD 15160 exact spent-usd=50.0", "CD 15220 exact spent-usd=50.0"])
  }

  @Test(
    arguments: [
      ([nil], [1], nil), ([40], [0.4], .under), ([50, 50], [0.5, 0.5], nil),
      ([33, 33, 33.5], [0.33, 0.33, 0.335], nil), ([100, 100], [nil, nil], .over),
      ([60, nil], [0.6, nil], .missing), ([], [], nil), ([0, 100], [0, 1], nil),
    ] as [([Double?], [Double?], IATIShares.Fault?)]
  )
  func `percentages become parts, or a fault`(
    _ percentages: [Double?],
    _ parts: [Double?],
    _ fault: IATIShares.Fault?
  ) {
    let shares = IATIShares(percentages, evenly: false)
    #expect(shares.parts == parts)
    #expect(shares.fault == fault)
  }

  @Test func `a sector that stands twice has both shares`() throws {
    let cells = try cells(
      IATIText.activity(
        sectors: sectors("15220 25", "15160 25", "15220 50"),
        more: IATIText.transaction("3", "100")
      )
    )
    #expect(cells.lines == ["CD 15160 exact spent-usd=25.0", "CD 15220 exact spent-usd=75.0"])
  }

  @Test func `repayments and incoming money are no assistance, corrections are subtracted`() throws
  {
    let more =
      IATIText.transaction("3", "100") + IATIText.transaction("4", "-30")
      + IATIText.transaction("6", "-500") + IATIText.transaction("IR", "-5")
      + IATIText.transaction("1", "1000") + IATIText.transaction("11", "1000")
      + IATIText.transaction("12", "7") + IATIText.transaction("2", "-10")
    let cells = try cells(IATIText.activity(more: more))
    #expect(cells.lines == ["CD 15220 exact committed-usd=-10.0 spent-usd=70.0"])
    #expect(cells.negativeCount == 1)
  }

  @Test func `a repayment alone does not make a country a recipient`() throws {
    let cells = try cells(
      IATIText.activity(
        places: "",
        more: IATIText.transaction("6", "-500", places("CD"))
          + IATIText.transaction("1", "500", places("KE"))
      )
    )
    #expect(cells.lines.isEmpty)
  }

  @Test func `currencies never add up`() throws {
    let euro =
      "<transaction><transaction-type code=\"3\"/><value currency=\"EUR\">5</value></transaction>"
    let cells = try cells(IATIText.activity(more: IATIText.transaction("3", "7") + euro))
    #expect(cells.lines == ["CD 15220 exact spent-eur=5.0 spent-usd=7.0"])
  }

  @Test func `a revised budget replaces the first one of its period`() throws {
    func budget(_ type: String, _ year: String, _ amount: String) -> String {
      "<budget type=\"\(type)\"><period-start iso-date=\"\(year)-01-01\"/>"
        + "<period-end iso-date=\"\(year)-12-31\"/><value>\(amount)</value></budget>"
    }
    let cells = try cells(
      IATIText.activity(
        more: budget("1", "2012", "100") + budget("2", "2012", "70") + budget("1", "2013", "30")
      )
    )
    #expect(cells.lines == ["CD 15220 exact budget-usd=100.0"])
  }

  @Test func `a region is a place of its own and takes its share from the countries`() throws {
    let activity = IATIText.activity(
      places: places("CD 60") + #"<recipient-region code="289" percentage="40"/>"#
        + #"<recipient-region vocabulary="99" code="X" percentage="40"/>"#,
      more: IATIText.transaction("3", "100")
    )
    let cells = try cells(activity)
    #expect(
      cells.lines == ["289 region 15220 exact spent-usd=40.0", "CD 15220 exact spent-usd=60.0"]
    )
    #expect(cells.faults.isEmpty)
    let without = try self.cells(activity, IATIRules(keepsRegions: false))
    #expect(without.lines == ["CD 15220 exact spent-usd=60.0"])
  }
}

extension IATICells {
  /// Each pair as one line, sorted.
  fileprivate var lines: [String] {
    pairs.map { pair in
      let content = contents[pair]
      let amounts = (content?.amounts ?? [:]).sorted { $0.key < $1.key }
      let words =
        [pair.place.code, pair.place.isRegion ? "region" : "", pair.sector ?? "-"]
        + [content?.isExact == true ? "exact" : ""] + amounts.map { "\($0.key)=\($0.value)" }
      return words.filter { !$0.isEmpty }.joined(separator: " ")
    }
    .sorted()
  }
}
