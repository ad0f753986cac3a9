import GraphCore
import TestSupport
import Testing

@Suite struct SourceReferenceTests {
  @Test(
    arguments: [
      "000", "000 l.91", "000 l.91-93", "a p.12 § Title", "a r.5", "a #XM-DAC-1", "a § b § c",
      "000 l.1 § IV Capacity building, inhibitor 2", "a #XM%20DAC%25", "50%-plan l.3",
    ]
  )
  func `writes what it reads`(_ text: String) throws {
    let reference = try #require(SourceReference(text))
    #expect(SourceReference(reference.description) == reference)
    if !text.contains("50%") { #expect(reference.description == text) }
  }

  @Test(
    arguments: [
      "", " ", "§ x", "000 §", "000 l.", "000 l.0", "000 l.5-3", "000 l.a", "000 91", "000 l.1 x",
      "000 #", "000 l.1-2-3", "000 l.99999999999999999999", "000 l.-1", "000 x.4",
    ]
  )
  func `gives nil for what is malformed`(_ text: String) {
    #expect(SourceReference(text) == nil)
  }

  @Test(arguments: UInt64(0)..<100)
  func `reads back whatever is written`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = ["a", "é", "e\u{301}", " ", "%", "%20", "§", "#", "|", "\n", "\u{A0}", "l.3", "م"]
    func text() -> String {
      let word = (0..<4).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      return word.isEmpty ? "x" : word
    }
    let first = Int.random(in: 1...9, using: &random)
    let locators: [SourceReference.Locator?] = [
      nil, .lines(first...12), .pages(first...first), .rows(1...first), .anchor(text()),
    ]
    for locator in locators {
      for section in [nil, text()] {
        let reference = SourceReference(document: text(), section: section, locator: locator)
        #expect(SourceReference(reference.description) == reference)
      }
    }
  }

  @Test func `drops an empty section and blanks around one`() {
    #expect(SourceReference(document: "a", section: " ").section == nil)
    #expect(SourceReference(document: "a", section: " b ").section == "b")
  }

  @Test func `must name a document`() async {
    await #expect(processExitsWith: .failure) { _ = SourceReference(document: "") }
  }

  @Test func `must count lines from 1`() async {
    await #expect(processExitsWith: .failure) {
      _ = SourceReference(document: "a", locator: .lines(0...1))
    }
  }
}
