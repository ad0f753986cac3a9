import Testing

@testable import AssistanceImport

@Suite struct CountedWordsTests {
  @Test(arguments: [
    ("cells hold several values and were divided", "1 cell holds several values and was divided"),
    (
      "rows end before they begin; their dates were left out",
      "1 row ends before it begins; its date was left out"
    ),
    (
      "transactions are repayments or sales: no assistance",
      "1 transaction is a repayment or a sale: no assistance"
    ),
    ("times; people's details", "1 time; people's details"),
  ])
  func `one is told as one`(words: String, one: String) {
    #expect(CountedWords.told(1, words) == one)
    #expect(CountedWords.told(2, words) == "2 \(words)")
  }
}
