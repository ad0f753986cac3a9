import AssistanceModel
import GraphCore
import Testing

@Suite struct HeadingClashTests {
  private func faults(_ schema: String) throws -> [String] {
    try SmallCollection(["collection.yaml": SmallCollection.yaml + "schema:\n" + schema]).faults()
  }

  @Test(arguments: ["case", "Case", "CASE"])
  func `refuses a property of facts under the heading of an end`(_ name: String) throws {
    #expect(
      try faults("  nodes: [{kind: assistance, properties: [\(name)]}]\n") == [
        """
        collection.yaml:6:43: error: “\(name)” is the column of the end of facts “case” already
          hint: choose another name
        """
      ]
    )
  }

  @Test func `refuses two ends, or an end and a property, under one heading`() throws {
    let yaml = """
        roles:
          - {role: office, column: Providers, to: [actor]}
          - {role: place, column: some where, to: [actor]}
          - {role: site, column: Some_Where, to: [actor]}
          - {role: basis, to: [actor]}
        nodes:
          - {kind: assistance, properties: [site-of, {name: Site of}, {name: SOME-where}]}
          - {kind: actor, properties: [Name, Designation]}

      """
    #expect(
      try faults(yaml).filter { $0.hasPrefix("collection") }.map { $0.split(separator: "\n")[0] }
        == [
          "collection.yaml:7:30: error: “Providers” is the column of the end of facts “provider” already",
          "collection.yaml:9:28: error: “Some_Where” is the column of the end of facts “place” already",
          "collection.yaml:10:7: error: “basis” is the column of the property “basis” already",
          "collection.yaml:12:55: error: “Site of” is the column of the property “site-of” already",
          "collection.yaml:12:72: error: “SOME-where” is the column of the end of facts “site” already",
          "collection.yaml:13:34: error: “Name” is the column of the property “name” already",
          "collection.yaml:13:40: error: “Designation” is the column of the property “designation” "
            + "already",
        ]
    )
  }

  @Test func `takes a property or an end that is declared again`() throws {
    let yaml = """
        nodes: [{kind: assistance, properties: [note, {name: amount, type: decimal}, amount]}]
        roles: [{role: case, column: CASE, to: [country-case]}, {role: case, to: [country-case]}]

      """
    #expect(try faults(yaml) == [])
  }
}
