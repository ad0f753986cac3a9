import Testing

@testable import AssistanceModel

@Suite struct HiddenTermsTests {
  @Test(arguments: [
    ("IRC", "irc.ss0101.health"), ("IRC", "the I R C? no, the IRC's office"),
    ("Save the Children", "SaveTheChildren2022.pdf"), ("Kenya", "Kenyan support"),
    ("Médecins du Monde", "MEDECINS DU MONDE (MdM)"), ("SS0101", "payam SS010103"),
    ("Women for Peace", "women-for-peace@example.org"), ("منظمة السلام", "ومنظمة السلام"),
    ("中文组织", "与中文组织合作"), ("XM-DAC-41122", "xm/dac/41122"),
  ])
  func `a name is found in any case, with any signs`(name: String, text: String) {
    #expect(HiddenTerms([name]).occurs(in: text))
  }

  @Test(arguments: [
    ("AS", "assistance"), ("PLAN", "planning"), ("IRC", "circle"), ("12", "12 districts"),
    ("a", "a fact"), ("", "anything"), ("Women for Peace", "women and peace"),
  ])
  func `a short name is no part of other words`(name: String, text: String) {
    #expect(!HiddenTerms([name]).occurs(in: text))
  }

  @Test(arguments: [
    ("call +211 912 345 678 now", "call (contact removed) now"),
    ("m.k@example.org, office", "(contact removed), office"),
    ("Tel. 9123 4567 890", "Tel. (contact removed)"), ("0912345678", "(contact removed)"),
    ("write to <a_b+c@x-y.co.uk>.", "write to <(contact removed)>."),
  ])
  func `addresses and numbers of people are taken out`(text: String, clean: String) {
    #expect(ContactText.scrubbed(text) == clean)
  }

  @Test(arguments: [
    "2022-03-31 to 2022-06-30", "GB-COH-09506232", "SS0101", "12,500,000 people", "0.123456789",
    "@home", "a @ b", "1999-2004", "41122", "2022/03/31",
  ])
  func `dates, codes and amounts are no numbers of people`(text: String) {
    #expect(ContactText.scrubbed(text) == nil)
  }
}
