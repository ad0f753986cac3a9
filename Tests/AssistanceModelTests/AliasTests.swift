import AssistanceModel
import GraphCore
import Testing

@Suite struct AliasTests {
  private func faults(_ yaml: String) throws -> [String] {
    try SmallCollection(["collection.yaml": SmallCollection.yaml + yaml]).faults()
  }

  @Test func `refuses aliases of aliases as a name`() throws {
    var yaml = "a0: &a0 [x]\n"
    for level in 1...9 {
      let many = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
      yaml += "a\(level): &a\(level) [\(many)]\n"
    }
    yaml += "? *a9\n: b\n"
    #expect(
      try faults(yaml) == [
        """
        collection.yaml:6:10: error: aliases are not read
          hint: write out what it stands for; quote a text that begins with an asterisk
        """
      ]
    )
  }

  @Test(
    arguments: [
      "? *a\n", "b: *a\n", "- *a\n", "{*a : b}\n", "b: [x, *a]\n", "b: |\n  x\n*a : c\n",
      "b: x\n*a : c\n", "b: 'x'  # y\n*a : c\n", "b: !!str\n  *a\n", "b:\n- c: |\n   x\n  *a : d\n",
      "b: x\u{85}*a : c\n", "b: >2\n   x\n *a : d\n", "b: 'it''s'\nc: *a\n", "b: \"\\\"\"\nc: *a\n",
    ]
  )
  func `finds an alias wherever a value may begin`(_ yaml: String) throws {
    #expect(try faults(yaml).contains { $0.contains("aliases are not read") })
  }

  @Test(
    arguments: [
      "description: 5 * 3 and *emphasis*\n", "description: '*a'\n", "description: \"x\n  *a\"\n",
      "description: |\n  *a\n\n  *b\n", "description: >-\n  x\n\n   *a\nlanguages: [en]\n",
      "description: text\n  *a goes on\n", "description:\n  text\n  *a\n",
      "languages: [a *b, c*d, \"*e\"]\n", "# *a\nlanguages: [en] # *b\n", "description: a:*b\n",
      "description: a#b *c\n", "description: it's\n  *so*\nlicence: don't\n",
      "question:\n  not-needed:\n    - row: kenya\n      reason: |\n        *a\n",
    ]
  )
  func `takes an asterisk inside a text as what it is`(_ yaml: String) throws {
    #expect(try faults(yaml) == [])
  }
}
