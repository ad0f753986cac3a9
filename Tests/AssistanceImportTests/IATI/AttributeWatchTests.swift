import GraphCore
import Testing

@testable import AssistanceImport

@Suite struct AttributeWatchTests {
  private func watch(_ text: String) -> AttributeWatch {
    var watch = AttributeWatch()
    // Pieces of a few bytes: what is found does not depend on where they end.
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: 7) {
      watch.watch(bytes[start..<min(start + 7, bytes.count)])
    }
    return watch
  }

  private static let many = (0...AttributeWatch.limit).map { " a\($0)='x'" }.joined()

  @Test func `very many attributes of one element are found, with their line`() {
    let found = watch("<a>\n<b\(Self.many)/></a>")
    #expect(found.isTooMany)
    #expect(found.line == 2)
  }

  @Test(arguments: [
    "<a>" + String(repeating: "<b c='1' d='2'/>", count: 2000) + "</a>",
    "<a>" + String(repeating: "=", count: 5000) + "</a>",
    "<a b='" + String(repeating: "=", count: 5000) + "'/>",
    "<a><!-- <b\(many)/> don't --><c/></a>", "<a><![CDATA[<b\(many)/> ']]><c/></a>",
    "<?xml version='1.0'?><a><!----><b/></a>",
  ])
  func `other equals signs are none`(text: String) {
    #expect(!watch(text).isTooMany)
  }

  @Test func `a file with such an element is refused at once`() {
    let text = "<iati-activities><iati-activity\(Self.many)/></iati-activities>"
    do throws(ImportError) {
      _ = try IATIReader().read(Array(text.utf8), named: "a.xml") { _ in }
      Issue.record("it was read")
    } catch {
      #expect(error.diagnostics.map(\.message) == ["an element has over 1024 attributes"])
    }
  }
}
