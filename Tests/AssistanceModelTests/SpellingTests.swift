import AssistanceModel
import GraphCore
import Testing

@Suite struct SpellingTests {
  @Test(
    arguments: [
      ("kenia", ["kenya"]), ("kneya", ["kenya"]), ("kenyaa", ["kenya"]), ("keny", ["kenya"]),
      ("KENYA", ["kenya"]), ("guy", ["guyana"]), ("xyz", []), ("", []), ("gu", []),
    ]
  )
  func `finds words within a third of edits, or that begin with the text`(
    _ text: String,
    _ expected: [String]
  ) {
    #expect(Spelling.nearest(to: text, among: ["guyana", "kenya"]) == expected)
  }

  @Test func `gives the nearest first, then the earlier, each once`() {
    #expect(
      Spelling.nearest(to: "abcd", among: ["abxy", "abce", "abcf", "abcd", "abce"], limit: 3)
        == ["abcd", "abce", "abcf"]
    )
    #expect(Spelling.nearest(to: "abcd", among: ["abcd"], limit: 0) == [])
  }

  @Test func `does not compare texts of great length`() {
    let long = String(repeating: "a", count: 81)
    #expect(Spelling.nearest(to: long, among: [long]) == [])
  }

  @Test func `counts swapped neighbours as one edit`() {
    #expect(Spelling.nearest(to: "wpf", among: ["wfp"]) == ["wfp"])
    #expect(Spelling.nearest(to: "fwp x", among: ["wfp y"]) == [])
  }
}
