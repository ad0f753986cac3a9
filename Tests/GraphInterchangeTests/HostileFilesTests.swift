import GraphCore
import GraphInterchange
import Testing

@Suite struct HostileFilesTests {
  private func fault(_ text: String) throws -> String {
    try fault(Array(text.utf8))
  }

  private func fault(_ bytes: [UInt8]) throws -> String {
    let error = try #require(throws: GraphReadingError.self) {
      try GraphReading(GraphFile(name: "f", bytes: bytes))
    }
    return try #require(error.faults.first).description
  }

  @Test func `refuses entities that a document type declares, before it parses anything`() throws {
    let laughs = """
      <?xml version="1.0"?>
      <!-- harmless -->
      <!DOCTYPE graphml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <graphml><graph edgedefault="directed"><node id="&b;"/></graph></graphml>
      """
    #expect(try fault(laughs).hasPrefix("f:3:1: error: the document type declares entities"))
    let file = "<!DOCTYPE gexf [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><gexf>&x;</gexf>"
    #expect(try fault(file).contains("declares entities"))
    let hidden = "<!DOCTYPE gexf SYSTEM 'a>b' ><gexf>&x;</gexf>"
    #expect(try fault(hidden).contains("begins no entity"))
  }

  @Test func `refuses a document type with entities in UTF-16`() throws {
    let text = "\u{FEFF}<!DOCTYPE graphml [<!ENTITY a 'ha'>]><graphml><graph/></graphml>"
    let bytes = text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(try fault(bytes).contains("declares entities"))
    // Without a mark it is known by its zero bytes.
    #expect(try fault(Array(bytes.dropFirst(2))).contains("declares entities"))
  }

  @Test(arguments: [100_000, 199, 250])
  func `refuses what is nested too deep`(depth: Int) throws {
    let elements = String(repeating: "<node id='a'><graph>", count: depth)
    #expect(try fault("<graphml><graph>" + elements).contains("over 200 deep"))
    let lists = String(repeating: "[", count: depth + 10)
    #expect(try fault("{\"nodes\": " + lists).contains(depth == 199 ? "deep" : "over 200 deep"))
  }

  @Test(arguments: [
    ("<graphml><graph>", "before all elements are closed"),
    ("<graphml><graph></graphml></graph>", "is closed that is not the last one opened"),
    ("<graphml/><graphml/>", "behind the end"),
    ("<graphml><a b='1' b='2'/></graphml>", "given twice"),
    ("<graphml>&nbsp;</graphml>", "begins no entity"),
    ("<graphml></graphml>", "holds no graph"),
    ("<gexf></gexf>", "holds no graph"),
    ("<html></html>", "this is no graph"),
    ("", "this is no graph"),
    ("graph [\n node [ id 1 ]", "never closed"),
    ("graph [ ] ]", "never opened"),
    ("graph [ node 1 edge [ a b ] ]", "no value"),
    ("Creator \"x\" graph [ \"a\" 1 ]", "a key should stand here"),
    ("*Vertices 3\n1 \"a\"", "Pajek is not read"),
    ("PK\u{3}\u{4},", "as CSV"),
    ("just words", "this is no graph"),
    ("[1, 2]", "no list “nodes”"),
    ("<?xml version='1.0' encoding='EBCDIC'?><graphml/>", "encoding “ebcdic” is not known"),
    ("<graphml>\u{0}</graphml>", "zero byte"),
    ("<graphml>\u{1}</graphml>", "XML cannot hold"),
    ("<!DOCTYPE graphml", "this is no graph"),
  ])
  func `says why a file is refused`(text: String, words: String) throws {
    let description = try fault(text)
    #expect(description.contains(words), "\(description)")
  }

  @Test func `names the place of bytes that are no UTF-8`() throws {
    var bytes = Array("<graphml>\n <graph é='".utf8)
    bytes.append(0xE9)
    bytes += Array("'/></graphml>".utf8)
    #expect(try fault(bytes).hasPrefix("f:2:12: error: the bytes here are not UTF-8"))
    #expect(try fault(Array("{\"a\": \"".utf8) + [0xFF, 0x22, 0x7D]).hasPrefix("f:1:8: error:"))
  }

  @Test func `refuses a table with a million columns`() throws {
    let text = "Id" + String(repeating: ",x", count: 1_000_000) + "\n1\n"
    #expect(try fault(text).contains("over 1024 columns"))
  }

  @Test func `refuses an element with a million attributes before it is parsed`() throws {
    var text = "<graphml>\n<!-- <a b='> --><graph edgedefault='directed'><node id='a'"
    for number in 0..<1_000_000 { text += " a\(number)='<'" }
    #expect(
      try fault(text + "/></graph></graphml>").hasPrefix("f:2:47: error: an element has over 1024")
    )
    var fields = "{\"nodes\": [{\"id\": 1"
    for number in 0..<1_000_000 { fields += ",\"a\(number)\":1" }
    #expect(try fault(fields + "}]}").contains("an object has over 1024 fields"))
  }

  @Test(arguments: [
    "<graphml><graph edgedefault='directed'>\r<node id='don\u{92}t'/>\r</graph></graphml>",
    "{\"directed\": true,\r \"nodes\": [{\"id\": \"don\u{92}t\"}], \"links\": []}",
    "digraph {\r // comment\r \"don\u{92}t\"\r}",
    "# comment\rgraph [\r node [ id \"don\u{92}t\" ]\r]",
  ])
  func `mends what was read as Latin-1, and line ends of old Macs`(text: String) throws {
    for bytes in [Array(text.utf8), [0xFE, 0xFF] + Array(text.utf8)] {
      let reading = try GraphReading(GraphFile(name: "f", bytes: bytes))
      #expect(reading.graph.nodes.map(\.id) == ["don’t"])
      #expect(reading.notes.contains { $0.message.contains("were repaired") })
      let lies = reading.notes.contains { $0.message.contains("says UTF-16, but the text is not") }
      #expect(lies == (bytes[0] == 0xFE))
    }
  }

  @Test func `refuses defaults that give very many values to a short file`() throws {
    var text = "<graphml>"
    for number in 0..<100 {
      text += "<key id='k\(number)' for='node'><default>x</default></key>"
    }
    text += "<graph edgedefault='directed'>"
    for number in 0..<10_001 { text += "<node id='\(number)'/>" }
    #expect(try fault(text + "</graph></graphml>").contains("over 1000000 values"))
  }

  @Test func `keeps very many kinds as a property`() throws {
    var text = "Id,kind\n"
    for number in 0..<70_000 { text += "\(number),k\(number)\n" }
    let reading = try GraphReading(GraphFile(text))
    #expect(reading.graph.nodeKinds == ["node"])
    #expect(reading.graph["69999"]?.property("kind") == .text("k69999"))
    #expect(reading.notes.count == 1)
  }

  @Test func `keeps fifty faults and counts the rest`() throws {
    let text = "{\"nodes\": [" + String(repeating: "{},", count: 79) + "{}]}"
    let error = try #require(throws: GraphReadingError.self) { try GraphReading(GraphFile(text)) }
    #expect(error.faults.count == 50)
    #expect(error.count == 80)
    #expect(error.description.hasSuffix("and 30 more faults"))
  }
}
