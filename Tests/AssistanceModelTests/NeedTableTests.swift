import AssistanceModel
import Foundation
import GraphCore
import Testing

@Suite struct NeedTableTests {
  private func small(_ needs: String?) -> SmallCollection {
    SmallCollection(["needs.csv": needs])
  }

  @Test func `needs name nodes by key, name or other name, and blank is every one`() throws {
    let needs = try small(
      """
      Inhibitor,case,required,weight,risk_level,note
      Police,Guyana,2,0.5,current-crisis,two at least
      ,kenya,no,,,
      police,,,3,,

      """
    ).read().needs
    #expect(
      needs == [
        CoverageNeed(
          [.init(.inhibitor, "police"), .init(.countryCase, "guyana")],
          required: 2,
          weight: 0.5,
          riskLevel: "current-crisis",
          note: "two at least"
        ),
        CoverageNeed([.init(.inhibitor, nil), .init(.countryCase, "kenya")], required: 0),
        CoverageNeed([.init(.inhibitor, "police"), .init(.countryCase, nil)], weight: 3),
      ]
    )
    #expect(try small(nil).read().needs.isEmpty)
  }

  @Test func `every fault of the table is told with its place and a hint`() throws {
    #expect(
      try small(
        """
        case,inhibitor,required,weight,risk-level
        Kenia,police,-1,many,high
        kenya,undp,1.5,1e308,2
        kenya,police,1,1,,
        guyana,police,yes,,
        Guyana,Police,1,,

        """
      ).faults() == [
        "needs.csv:2:1: error: no country-case is called “Kenia”\n  hint: did you mean “Kenya”?",
        "needs.csv:2:14: error: “-1” is no number of providers\n"
          + "  hint: write a whole number from 0 to 1000000, yes or no",
        "needs.csv:2:17: error: “many” is no weight\n"
          + "  hint: write a number from 0 to 1000000000, such as 2 or 0.5",
        "needs.csv:2:22: error: “high” is no level of risk\n"
          + "  hint: write serious-concern, imminent-risk, current-crisis, or a number",
        "needs.csv:3:7: error: “undp” is no inhibitor\n  hint: it is an actor",
        "needs.csv:3:12: error: “1.5” is no number of providers\n"
          + "  hint: write a whole number from 0 to 1000000, yes or no",
        "needs.csv:3:16: error: “1e308” is no weight\n"
          + "  hint: write a number from 0 to 1000000000, such as 2 or 0.5",
        "needs.csv:4:19: error: the line has more cells than the heading\n"
          + "  hint: put a cell that holds a comma in quotes",
        "needs.csv:6:1: error: the needs of the same cells stand here again\n"
          + "  hint: they stand first in line 5",
      ]
    )
  }

  @Test func `a table that is not about rows and columns is refused`() throws {
    #expect(
      try small("required\n1\n").faults() == [
        "needs.csv:1: error: no column names rows or columns\n"
          + "  hint: begin with a line such as case,inhibitor,required,weight"
      ]
    )
    #expect(try small("case,inhibitor,form\n").faults().first?.contains("no more") == true)
    #expect(try small("case,inhibitors\n").faults().first?.contains("“inhibitor”") == true)
    #expect(try small("case,case\n").faults().first?.contains("twice") == true)
  }

  @Test
  func `what was read is written back byte for byte, what was changed so that it can be read`()
    throws
  {
    let text = "\u{FEFF}case,required,note\r\nKenya,3,\"a, b\"\r\n\r\n"
    let read = try small(text).read()
    #expect(read.files().first { $0.path == "needs.csv" }?.bytes == Array(text.utf8))
    #expect(read.paths() == read.files().map(\.path))
    let changed = AssistanceCollection(
      read.graph,
      metadata: read.metadata,
      needs: read.needs + [CoverageNeed([.init(.countryCase, "guyana")], weight: 0.1, note: "=1")]
    )
    #expect(try SmallCollection(files: changed.files()).read().needs == changed.needs)
    let bare = AssistanceCollection(read.graph, metadata: read.metadata)
    #expect(!bare.paths().contains("needs.csv"))
  }

  @Test func `needs that could not be read back are not written`() throws {
    let read = try small(nil).read()
    func fault(_ needs: [CoverageNeed]) throws -> String {
      try withFolder { folder in
        do {
          let changed = AssistanceCollection(read.graph, metadata: read.metadata, needs: needs)
          try changed.write(to: folder.path)
          return ""
        } catch {
          return "\(error)"
        }
      }
    }
    #expect(
      try fault([CoverageNeed([.init(.countryCase, "mars")])]).contains("unknown node “mars”")
    )
    let mixed = [CoverageNeed([.init(.countryCase, nil)]), CoverageNeed([.init(.inhibitor, nil)])]
    #expect(try fault(mixed).contains("different ends"))
  }

  @Test func `a safe copy keeps needs, but none of hidden places`() throws {
    let read = try small("case,required\nkenya,2\nguyana,3\n").read()
    let list = try SensitiveList(reading: Array("node\nkenya\n".utf8), file: "sensitive.csv")
    let copy = try read.safeCopy(hiding: list).collection
    #expect(copy.needs == [CoverageNeed([.init(.countryCase, "guyana")], required: 3)])
  }

  @Test func `a safe copy keeps how likely facts hold, in words that name nobody`() throws {
    let read = try SmallCollection([
      "collection.yaml": SmallCollection.yaml
        + "question:\n  confidence:\n    kenya-hearsay: 0.3\n    hearsay: 0.4\n",
      "assistance.csv": """
      id,providers,inhibitor,case,probability,confidence,sources
      f0,wfp,police,guyana,0.3,,000 l.6
      f1,wfp,police,guyana,,kenya-hearsay,000 l.6
      f2,wfp,police,guyana,,hearsay,000 l.6

      """,
    ]).read()
    let list = try SensitiveList(reading: Array("node\nkenya\n".utf8), file: "sensitive.csv")
    let copy = try read.safeCopy(hiding: list).collection
    #expect(copy.graph.assistance.map { $0.node[.probability] } == [0.3, nil, nil])
    #expect(copy.graph.assistance.map { $0.node[.confidence] } == [nil, "confidence-1", "hearsay"])
    #expect(copy.metadata.question.confidence["confidence-1"] != nil)
    #expect(copy.metadata.question.confidence["kenya-hearsay"] == nil)
    #expect(try SmallCollection(files: copy.files()).faults().isEmpty)
  }
}
