import NetworkAlgorithms
import Testing

@Suite struct PathPatternTests {
  private let labels = ["member-of", "partners-with", "part-of"]

  @Test func `names its labels, and knows whether nothing fits`() throws {
    let pattern = try PathPattern("part-of* member-of^-1?", labels: labels)
    #expect(pattern.namedLabels == [0, 2])
    #expect(pattern.fitsNothing)
    #expect(!pattern.takesAnyLabel)
    #expect(try !PathPattern("member-of .*", labels: labels).fitsNothing)
  }

  @Test(
    arguments: [
      "member-of/part-of", "( member-of | part-of )+", "^member-of", "member-of ^-1 *",
      "(member-of part-of)^-1", "part-of{2}", "part-of{,2}", "part-of{2,}", "part-of {1,3}",
      "\"part-of\"", "part-of~", ". member-of", "member-of^part-of", "(((part-of)))",
    ]
  )
  func `is read`(text: String) throws {
    #expect(try PathPattern(text, labels: labels).text == text)
  }

  @Test(
    arguments: [
      ("", 1), ("   ", 4), ("member-of |", 12), ("| part-of", 1), ("()", 2), ("(member-of", 11),
      ("member-of)", 10), ("member-of partner", 11), ("*", 1), ("part-of{", 9), ("part-of{a}", 9),
      ("part-of{2,1}", 8), ("part-of{0}", 8), ("part-of{}", 9), ("part-of{1,2", 12),
      ("\"part-of", 9), ("(part-of .)~", 12), ("^^part-of", 2), ("^(part-of)", 2), ("%", 1),
      ("part-of*****", 12), ("part-of{1,2,3}", 12),
    ]
  )
  func `is refused with the column`(text: String, column: Int) throws {
    let error = try #require(throws: PatternError.self) {
      try PathPattern(text, labels: labels)
    }
    #expect(error.column == column, "\(error)")
    #expect(!error.expected.isEmpty, "\(error)")
  }

  @Test func `an unknown label is told with those that are known`() throws {
    let error = try #require(throws: PatternError.self) {
      try PathPattern("member-of  partner", labels: labels)
    }
    #expect(error.problem == .unknownLabel("partner"))
    #expect(
      error.description
        == "column 12: there are no links called “partner”; expected member-of, partners-with, part-of"
    )
  }

  @Test func `is bounded in depth, length and steps`() throws {
    func problem(_ text: String) throws -> PatternError.Problem {
      try #require(throws: PatternError.self) { try PathPattern(text, labels: labels) }.problem
    }
    let deep = String(repeating: "(", count: 3000)
    #expect(try problem(deep) == .tooDeep(maximum: 50))
    let long = String(repeating: "part-of ", count: 2000)
    #expect(try problem(long) == .tooLong(maximum: 10_000))
    let wide = Array(repeating: ".", count: 1001).joined(separator: "|")
    #expect(try problem(wide) == .tooManySteps(maximum: 1000))
    #expect(try problem("(part-of{1000,1000}){2}") == .tooManySteps(maximum: 1000))
    #expect(try problem("part-of{99999999999999999999}") == .tooManySteps(maximum: 1000))
    #expect(try problem("((.{999}){999}){999}") == .tooManySteps(maximum: 1000))
    #expect(try PathPattern("part-of{1000,1000}", labels: labels).namedLabels == [2])
    #expect(try PathPattern("(part-of?){1000}", labels: labels).fitsNothing)
  }
}
