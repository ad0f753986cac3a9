import AssistancePlanning
import TestSupport
import Testing

@Suite struct ClosureAmountTests {
  @Test(arguments: [
    ("12", 12, 0), (" 12.50 ", 125, 1), (".25", 25, 2), ("0", 0, 0), ("3.", 3, 0),
    ("0.000000001", 1, 9), ("007", 7, 0),
  ])
  func `reads decimal text exactly`(text: String, units: Int, places: Int) throws {
    let amount = try ClosureAmount(text)
    #expect(amount.units == units)
    #expect(amount.places == places)
  }

  @Test(arguments: ["", ".", "-1", "+1", "1,000", "1 000", "1e3", "twelve", "1.2.3", "٣", "$5"])
  func `refuses what is no plain decimal number`(text: String) {
    #expect(throws: ClosureAmount.Fault.notDecimal(text)) { try ClosureAmount(text) }
  }

  @Test func `refuses what is too fine or too large to count with`() {
    #expect(throws: ClosureAmount.Fault.tooFine("0.0000000001")) {
      try ClosureAmount("0.0000000001")
    }
    let large = String(repeating: "9", count: 400)
    #expect(throws: ClosureAmount.Fault.tooLarge(large)) { try ClosureAmount(large) }
    #expect(throws: ClosureAmount.Fault.self) { try ClosureAmount(Double.infinity) }
    #expect(throws: ClosureAmount.Fault.self) { try ClosureAmount(-1.0) }
    #expect(throws: ClosureAmount.Fault.self) { try ClosureAmount(1.0 / 3) }
  }

  @Test func `a number is the same however finely it is written`() throws {
    let (coarse, fine) = (ClosureAmount(units: 5, places: 1), ClosureAmount(units: 500, places: 3))
    #expect(coarse == fine)
    #expect(Set([coarse, fine]).count == 1)
    #expect(fine.description == "0.500")
    #expect((coarse + 2).description == "2.5")
    #expect(coarse < 1)
    #expect(ClosureAmount(units: Int.max, places: 9) > ClosureAmount(units: 9_000_000_000))
    #expect(ClosureAmount(units: -5, places: 2).description == "-0.05")
  }

  @Test(arguments: UInt64(0)..<100)
  func `text, number and sum agree`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let units = Int.random(in: 0...1 << 30, using: &random)
    let places = Int.random(in: 0...6, using: &random)
    let amount = ClosureAmount(units: units, places: places)
    #expect(try ClosureAmount(amount.description) == amount)
    #expect(try ClosureAmount(amount.number) == amount)
    #expect((amount + amount).units == 2 * units)
  }
}
