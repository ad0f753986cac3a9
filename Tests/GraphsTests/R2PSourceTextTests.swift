import GraphCore
import Testing

@Suite(.enabled(if: SourceText.arePresent, "the five texts are not beside the package"))
struct R2PSourceTextTests {
  private let record: R2PRecord

  init() throws {
    record = try R2PRecord()
  }

  private static let keys = ["000", "001", "002", "003", "004"]

  @Test(arguments: keys)
  func `cited lines are inside the text and not blank`(_ key: String) throws {
    let text = try #require(try SourceText(key: key))
    for range in citedRanges(of: key) {
      #expect(text.hasContent(range.lowerBound), "\(key) l.\(range.lowerBound)")
      #expect(text.hasContent(range.upperBound), "\(key) l.\(range.upperBound)")
    }
  }

  @Test(arguments: keys)
  func `every line with content is cited, but for headings and furniture`(_ key: String) throws {
    let text = try #require(try SourceText(key: key))
    let cited = Set(citedRanges(of: key).flatMap(Array.init))
    let content = (1...text.lines.count).filter(text.hasContent)
    let excepted = Set(text.exceptions.flatMap { Array($0.lines) })
    #expect(content.filter { !cited.contains($0) && !excepted.contains($0) } == [])
    #expect(cited.intersection(excepted).isEmpty, "an exception is cited and may go")
  }

  /// The lines that nodes, facts and relations cite in a text.
  private func citedRanges(of key: String) -> Set<ClosedRange<Int>> {
    let sources = record.graph.nodes.flatMap(\.sources) + record.graph.edges.flatMap(\.sources)
    return Set(
      sources.compactMap { source in
        guard source.document == key, case .lines(let range) = source.locator else { return nil }
        return range
      }
    )
  }
}
