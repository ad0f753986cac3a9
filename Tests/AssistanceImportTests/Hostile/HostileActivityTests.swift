import AssistanceImport
import GraphCore
import Testing

/// Files of activities that want more than an honest file, beyond `IATIHostileTests`.
@Suite struct HostileActivityTests {
  private func fault(_ text: String, limits: IATILimits = IATILimits()) -> Diagnostic? {
    do throws(ImportError) {
      try IATIReader(limits: limits).read(Array(text.utf8), named: "file.xml") { _ in }
      return nil
    } catch {
      return error.diagnostics.first
    }
  }

  @Test func `attributes without number or end cannot fill the memory`() {
    let many = (0..<200_000).map { " a\($0)=\"1\"" }.joined()
    let long = " a=\"\(String(repeating: "x", count: 2_000_000))\""
    for (attributes, message) in [
      (many, "an element has over 1024 attributes"),
      (long, "one activity holds more than 1000000 bytes"),
    ] {
      let text =
        "<iati-activities><iati-activity><title\(attributes)/></iati-activity></iati-activities>"
      let found = fault(text, limits: IATILimits(activityBytes: 1_000_000))
      #expect(found?.message == message)
      #expect(found?.place.line == 1)
    }
  }

  @Test func `a hundred thousand elements in each other are refused in any place`() {
    let deep = String(repeating: "<a>", count: 100_000)
    for text in [
      deep, "<iati-activities>" + deep,
      "<iati-activities><iati-activity><description>" + deep,
      "<iati-activities><iati-activity><title><narrative>" + deep,
    ] {
      #expect(fault(text)?.message.contains("deep in each other") == true)
    }
  }

  @Test func `a feed of news is refused by the name of its root`() {
    let found = fault("<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel/></rss>")
    #expect(found?.message == "“rss” holds no IATI activities")
    #expect(found?.hint != nil)
  }

  @Test func `a file that states no version is read`() throws {
    for version in ["", " version=\"\"", " version=\"9.99\"", " version=\"two\""] {
      var count = 0
      let text =
        "<iati-activities\(version)>\(IATIText.activity())"
        + "<iati-activity><iati-identifier>B</iati-identifier><title>One</title></iati-activity>"
        + "</iati-activities>"
      try IATIReader().read(Array(text.utf8), named: "file.xml") { activity in
        count += activity.identifier.isEmpty ? 0 : 1
      }
      #expect(count == 2, "\(version)")
    }
  }

  @Test(arguments: ["<iati-activities><iati-activity>", "<iati-activities><iati-activity><title>a"])
  func `tags that are never closed are a file that was cut off`(_ text: String) {
    #expect(fault(text)?.message == "the file ends before its root element does")
  }

  @Test func `an entity of another file is never read`() {
    for address in ["file:///etc/passwd", "http://127.0.0.1:9/x", "/etc/hostname"] {
      let text =
        "<!DOCTYPE a [<!ENTITY e SYSTEM \"\(address)\">]><iati-activities>&e;</iati-activities>"
      #expect(fault(text)?.message == "a document type (<!DOCTYPE>) is refused")
    }
  }

  @Test(arguments: [[0x50, 0x4B, 3, 4, 0, 0], [0x1F, 0x8B, 8, 0, 0, 0]] as [[UInt8]])
  func `an archive is no XML`(_ bytes: [UInt8]) {
    #expect(throws: ImportError.self) {
      try IATIReader().read(bytes, named: "file.xml") { _ in }
    }
  }
}
