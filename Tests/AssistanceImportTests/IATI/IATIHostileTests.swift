import AssistanceImport
import Foundation
import GraphCore
import TestSupport
import Testing

/// Files that are broken or want to do harm.
@Suite struct IATIHostileTests {
  private func fault(_ bytes: [UInt8], limits: IATILimits = IATILimits()) throws -> String {
    do {
      try IATIReader(limits: limits).read(bytes, named: "file.xml") { _ in }
    } catch {
      #expect(error.diagnostics.count == 1)
      return error.description
    }
    return "no fault"
  }

  private func fault(_ text: String) throws -> String { try fault(Array(text.utf8)) }

  private let refusal = """
    file.xml:1: error: a document type (<!DOCTYPE>) is refused
      hint: take it out; IATI needs none
    """

  @Test func `entities that grow without bound are refused before they grow`() throws {
    var text = "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY a0 \"lol\">"
    for level in 1...9 {
      let inner = String(repeating: "&a\(level - 1);", count: 10)
      text += "<!ENTITY a\(level) \"\(inner)\">"
    }
    text += "]><iati-activities><iati-activity>&a9;</iati-activity></iati-activities>"
    #expect(try fault(text) == refusal)
  }

  @Test(
    arguments: [
      #"<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><iati-activities>&e;</iati-activities>"#,
      #"<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd"><iati-activities/>"#,
      "<!DOCTYPE iati-activities><iati-activities/>",
      "<!-- a --><?pi > ?><!-- -- - > <iati-activities> -->\n<!DOCTYPE x><iati-activities/>",
    ]
  )
  func `a document type is refused wherever it hides`(_ text: String) throws {
    #expect(try fault(text) == refusal)
    let utf16 = try #require(text.data(using: .utf16LittleEndian))
    #expect(try fault([0xFF, 0xFE] + Array(utf16)) == refusal)
  }

  @Test func `comments and instructions before the root are no document type`() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <?xml-stylesheet href="a.xsl" type="text/xsl"?><!-- <!DOCTYPE> -- > -->
      <iati-activities/>
      """
    // Two hyphens inside a comment are an error of their own.
    #expect(try fault(text).contains("broken XML"))
    #expect(try fault(text.replacing("-- >", with: "- >")) == "no fault")
  }

  @Test func `elements deep in each other are refused`() throws {
    let text = String(repeating: "<a>", count: 200_000)
    #expect(
      try fault(text) == "file.xml:1: error: elements lie more than 100 deep in each other"
    )
  }

  @Test func `one activity cannot fill the memory`() throws {
    let title = "<title>\(String(repeating: "peace ", count: 50_000))</title>"
    let bytes = IATIText.file(IATIText.activity() + IATIText.activity(more: title))
    #expect(
      try fault(bytes, limits: IATILimits(activityBytes: 100_000))
        == "file.xml:11: error: one activity holds more than 100000 bytes"
    )
    let small = String(repeating: IATIText.activity(), count: 500)
    #expect(
      try fault(IATIText.file(small), limits: IATILimits(activityBytes: 100_000)) == "no fault"
    )
  }

  @Test(
    arguments: [
      (
        "<iati-activities>\n<iati-activity><title>a\0b</title></iati-activity></iati-activities>", 2
      ),
      (
        "<iati-activities>\n\n<iati-activity><title>a\u{1}</title></iati-activity></iati-activities>",
        3
      ),
    ]
  )
  func `a forbidden character is refused with its line`(_ text: String, _ line: Int) throws {
    #expect(
      try fault(text) == """
        file.xml:\(line): error: a character that XML forbids, or bytes that are not in the stated \
        encoding
          hint: save the file as UTF-8, or state its real encoding in the first line
        """
    )
  }

  @Test func `bytes that are not in the stated encoding are refused, the real one is read`() throws
  {
    let body =
      "<iati-activities><iati-activity><title>Réconciliation</title></iati-activity></iati-activities>"
    func bytes(_ stated: String) throws -> [UInt8] {
      let text = "<?xml version=\"1.0\" encoding=\"\(stated)\"?>" + body
      return Array(try #require(text.data(using: .windowsCP1252)))
    }
    #expect(try fault(bytes("UTF-8")).contains("not in the stated encoding"))
    #expect(try fault(bytes("UTF-16")).contains("not in the stated encoding"))
    #expect(try fault(bytes("Klingon")).contains("the stated encoding is not known"))
    for stated in ["windows-1252", "ISO-8859-1"] {
      let titles = try IATIText.activities(bytes(stated)).map { $0.titles.text() }
      #expect(titles == ["Réconciliation"])
    }
  }

  @Test func `a file that was cut off is refused, wherever it was cut`() throws {
    let whole = IATIText.file(IATIText.activity() + IATIText.activity("A-2"))
    #expect(try fault(whole) == "no fault")
    let end = whole.count - "</iati-activities>\n".utf8.count + 1
    for length in stride(from: 30, to: end, by: 7) {
      let message = try fault(Array(whole[..<length]))
      #expect(message.contains("the file ends before its root element does"), "\(length)")
    }
  }

  @Test(
    arguments: [
      ("", "the file is empty"),
      ("  \n ", "the file is empty"),
      ("identifier,title\nA,B\n", "the file is no XML: it does not begin with “<”"),
      ("<html><body>404</body></html>", "“html” holds no IATI activities"),
      ("<iati-organisations version=\"2.03\"/>", "“iati-organisations” holds no IATI activities"),
      ("<iati-activities/>\n<more/>", "text after the end of the root element"),
      ("<iati-activities><a></b></iati-activities>", "an end tag does not match its start tag"),
      ("<iati-activities>&nbsp;</iati-activities>", "an entity that nobody declared"),
      ("<iati-activities a=\"1\" a=\"2\"/>", "an attribute stands twice in one element"),
      ("\n<?xml version=\"1.0\"?><iati-activities/>", "not at the very beginning"),
    ]
  )
  func `other files are refused for a reason`(_ text: String, _ reason: String) throws {
    let message = try fault(text)
    #expect(message.contains(reason), "\(message)")
    #expect(message.contains("file.xml:"), "\(message)")
  }

  @Test func `a file that is not there is named`() throws {
    #expect(throws: ImportError.self) { try IATIReader().read("/nowhere/a.xml") { _ in } }
    #expect(throws: ImportError.self) { try IATIReader().read("/tmp") { _ in } }
  }

  @Test func `any bytes at all are read or refused`() throws {
    let whole = IATIText.file(IATIText.activity(more: IATIText.transaction("3", "100")))
    for seed in UInt64(0)..<300 {
      var generator = SeededGenerator(seed: seed)
      var bytes = whole
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: bytes[place...].prefix(20), at: place)
        }
      }
      var count = 0
      do {
        count = try IATIReader().read(bytes, named: "file.xml") { _ in }.activityCount
      } catch {
        #expect(error.diagnostics.first?.place.line ?? 0 > 0)
      }
      #expect(count <= 8)
    }
  }
}
