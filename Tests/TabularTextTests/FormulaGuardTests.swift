import TabularText
import TestSupport
import Testing

@Suite struct FormulaGuardTests {
  @Test(arguments: [
    "=cmd|' /C calc'!A0", "@SUM(A1:A9)", "+1+1", "-2+3|x", "\t=1", "\r=1", "\tplain", " =1",
    "=HYPERLINK(\"http://x\")", "-A1", "+A1", "＝1+1", "--1", "'=1", "''@x",
  ])
  func `what a spreadsheet would run begins with an apostrophe, and reads back`(text: String) {
    let cell = FormulaGuard.guarded(text)
    #expect(cell == "'" + text)
    #expect(FormulaGuard.unguarded(cell) == text)
  }

  @Test(arguments: [
    "", "-", "+", "=", "@", "-2.5", "+3", "-1,200", "-1e-5", "- 12", "12", "a=b", "'tis", "'", "''",
    "m@x.org", "2022-03-31", "Women's group", "-40 %", "-Infinity",
  ])
  func `numbers and plain texts stay as they are`(text: String) {
    #expect(FormulaGuard.guarded(text) == text)
    #expect(FormulaGuard.unguarded(text) == text)
  }

  @Test(arguments: UInt64(0)..<100)
  func `every text is given back`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let signs = Array("=+-@'\t 1a|.,\"＝e\u{301}")
    for _ in 0..<50 {
      let text = String(
        (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in
          signs.randomElement(using: &random)
        }
      )
      let cell = FormulaGuard.guarded(text)
      #expect(FormulaGuard.unguarded(cell) == text)
      #expect(FormulaGuard.guarded(FormulaGuard.unguarded(cell)) == cell)
    }
  }

  @Test func `a guarded record is read as it was`() {
    var writer = CSVWriter(guardsFormulas: true)
    writer.append(["=1+1", "-3", "a,b"])
    #expect(writer.text == "'=1+1,-3,\"a,b\"\n")
    var plain = CSVWriter()
    plain.append(["=1+1"])
    #expect(plain.text == "=1+1\n")
  }
}
