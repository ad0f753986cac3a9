import AssistanceImport
import Testing

@Suite struct HashtagTests {
  @Test(
    arguments: [
      ("#org", "#org"), ("#org +impl ", "#org+impl"), ("#sector\t", "#sector"),
      ("\u{A0}#adm1 +name", "#adm1+name"), ("#Org+Acronym", "#org+acronym"),
      ("#adm2 +code +v_pcodes", "#adm2+code+v_pcodes"), ("# org + impl", "#org+impl"),
      ("#sector+name+cluster", "#sector+cluster+name"), ("#org+impl+impl", "#org+impl"),
    ]
  )
  func `is read through blanks, case and order`(_ cell: String, _ written: String) {
    #expect(Hashtag(cell)?.description == written)
  }

  @Test(
    arguments: [
      "", "Name", "Column1", "#", "#+org", "#org+", "#org+impl?", "#org impl", "org+name",
      "#reporting+or+implementing+org?", "#1", "# Targeted persons", "#org#org", "#été",
    ]
  )
  func `is none for other text`(_ cell: String) {
    #expect(Hashtag(cell) == nil)
  }

  @Test func `names its language`() {
    #expect(Hashtag("#org+name+i_fr")?.language == .french)
    #expect(Hashtag("#org+name+i_pt")?.language == nil)
    #expect(Hashtag("#org+name")?.language == nil)
  }
}
