import Testing

@testable import AssistanceImport

@Suite struct RowNumberTests {
  @Test(arguments: [("1.12727E-05", 1.12727e-05), ("+5", 5), ("1 234,5", 1234.5), ("1,234", 1234)])
  func `a number is read as spreadsheets write it`(text: String, number: Double) {
    #expect(RowReader.number(text) == number)
  }

  @Test(arguments: ["", "E", "1E", "inf", "nan", "0x10", "1.2.3", "e5"])
  func `what is no number is none`(text: String) {
    #expect(RowReader.number(text) == nil)
  }
}
