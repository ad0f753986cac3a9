import GraphCore
import Testing

@testable import AssistanceImport

@Suite struct CountryListTests {
  @Test(arguments: [
    ("RDC", "CD"), ("Côte d’Ivoire", "CI"), ("cote d'ivoire", "CI"), ("السودان", "SD"),
    ("República Centroafricana", "CF"), ("SSD", "SS"), ("Congo, Dem. Rep.", "CD"), ("Kosovo", "XK"),
  ])
  func `a country is found by any of its names`(text: String, code: String) {
    #expect(CountryList.shipped[text]?.code == code)
  }

  @Test(arguments: [("NA", "Namibia"), ("ssd", "South Sudan"), ("728", "South Sudan")])
  func `a code is found in letters and as a number`(code: String, name: String) {
    #expect(CountryList.shipped[code: code]?.name == name)
  }

  @Test func `a number is no name, and an unknown word no country`() {
    #expect(CountryList.shipped["728"] == nil)
    #expect(CountryList.shipped["Northland"] == nil)
    #expect(CountryList.shipped[""] == nil)
  }

  @Test(arguments: [
    ("SS0101", "SS"), ("CAF12", "CF"), ("td01", "TD"), ("SS", nil), ("0101", nil), ("ABCD1", nil),
    ("ZZ01", nil),
  ])
  func `the letters of a p-code are its country`(code: String, country: String?) {
    #expect(CountryList.shipped.country(ofPCode: code)?.code == country)
  }

  @Test func `two countries with one name are a fault`() {
    let text =
      "iso2,iso3,m49,dac,name,name_fr,name_es,name_ar,spellings\n"
      + "AA,AAA,001,,Northland,,,,\nBB,BBB,002,,Southland,,,,northland\n"
    let faults = CountryList.read(Array(text.utf8), file: "c.csv").1
    #expect(faults.map(\.description).first?.contains("a name of “Northland” too") == true)
  }
}
