extension GraphReading {
  /// A format that graphs are read from.
  public enum Format: String, CaseIterable, Hashable, Sendable {
    /// The JSON that Pillar writes.
    case json
    /// The node-link JSON of networkx and D3, with any names of its fields.
    case nodeLink = "node-link"
    /// GraphML.
    case graphml
    /// GEXF 1.0 to 1.3.
    case gexf
    /// Tables of nodes and of edges as Gephi and Neo4j write them, or Pillar.
    case csv
    /// DOT, the language of Graphviz.
    case dot
    /// GML, the Graph Modelling Language: lists of keys and values in brackets.
    case gml
  }
}

extension GraphReading.Format {
  /// Finds the format of a file by its first bytes, or `nil` if it is none that holds a graph.
  ///
  /// JSON of Pillar and other JSON are told apart only when they are read: both are
  /// ``nodeLink`` here.
  ///
  /// - Parameter bytes: The content of a file, or its first 64 KiB.
  public init?(sniffing bytes: [UInt8]) {
    var start = SourceText.withoutMark(Array(bytes.prefix(1 << 16)))
    if !start.contains(0x0A) { start = start.map { $0 == 0x0D ? 0x0A : $0 } }
    var scan = FormatScan(start)
    switch scan.first {
    case nil: return nil
    case UInt8(ascii: "{"), UInt8(ascii: "["): self = .nodeLink
    case UInt8(ascii: "<"):
      switch scan.rootName() {
      case "graphml": self = .graphml
      case "gexf": self = .gexf
      default: return nil
      }
    default:
      if scan.isGML() {
        self = .gml
      } else if scan.isDOT() {
        self = .dot
      } else if scan.isTable {
        self = .csv
      } else {
        return nil
      }
    }
  }

  /// What to do with a file that holds no graph.
  static func hint(for bytes: [UInt8]) -> String {
    let start = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
    if start.isEmpty { return "the file is empty" }
    if start.hasPrefix("pk") { return "save the sheet of a workbook as CSV (UTF-8)" }
    if start.hasPrefix("*vertices") || start.hasPrefix("*network") {
      return "Pajek is not read; save the graph as GraphML"
    }
    return "GraphML, GEXF, node-link JSON, GML, DOT and tables of nodes or edges are read"
  }
}

/// Looks at the start of a file.
private struct FormatScan {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    skipBlanks()
  }

  var first: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let first, first == 0x20 || (0x09...0x0D).contains(first) { index += 1 }
  }

  private mutating func skip(over word: String) {
    let word = Array(word.utf8)
    while index < bytes.count {
      if bytes[index...].starts(with: word) {
        index += word.count
        return
      }
      index += 1
    }
  }

  private func starts(_ word: String) -> Bool { bytes[index...].starts(with: word.utf8) }

  /// The name of the first element, without a prefix.
  mutating func rootName() -> String? {
    while let first {
      guard first == UInt8(ascii: "<") else { return nil }
      if starts("<!--") {
        skip(over: "-->")
      } else if starts("<?") {
        skip(over: "?>")
      } else if starts("<!") {
        // A type with declarations of its own is refused by whoever reads the file.
        var quote: UInt8?
        while let byte = self.first {
          if let open = quote {
            if byte == open { quote = nil }
          } else if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "[") {
            break
          } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            quote = byte
          }
          index += 1
        }
        if self.first == UInt8(ascii: "[") { skip(over: "]") }
        skip(over: ">")
      } else {
        let name = bytes[(index + 1)...].prefix {
          $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
        }
        let word = String(decoding: name, as: UTF8.self)
        return word.split(separator: ":").last.map(String.init)
      }
      skipBlanks()
    }
    return nil
  }

  /// Whether GML begins here: after comments and entries such as `Creator "…"`, a graph in brackets.
  func isGML() -> Bool {
    var scan = self
    while true {
      scan.skipBlanks()
      if scan.starts("#") {
        scan.skip(over: "\n")
        continue
      }
      let word = scan.bytes[scan.index...].prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
      guard !word.isEmpty, word.count <= 32 else { return false }
      scan.index += word.count
      scan.skipBlanks()
      guard let next = scan.first else { return false }
      if next == UInt8(ascii: "[") {
        return String(decoding: word, as: UTF8.self).lowercased() == "graph"
      } else if next == UInt8(ascii: "\"") {
        scan.index += 1
        scan.skip(over: "\"")
      } else if (48...57).contains(next) {
        while let digit = scan.first, (46...57).contains(digit) { scan.index += 1 }
      } else {
        return false
      }
    }
  }

  /// Whether a graph of DOT begins here, after comments.
  mutating func isDOT() -> Bool {
    while index < bytes.count {
      if starts("/*") {
        skip(over: "*/")
      } else if starts("//") || starts("#") {
        skip(over: "\n")
      } else {
        break
      }
      skipBlanks()
    }
    let word = String(
      decoding: bytes[index...].prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A },
      as: UTF8.self
    ).lowercased()
    guard ["strict", "graph", "digraph"].contains(word) else { return false }
    // A table may have such a heading, and GML begins with “graph [”.
    let rest = bytes[(index + word.utf8.count)...]
    guard let brace = rest.firstIndex(of: UInt8(ascii: "{")) else { return false }
    let between = rest[..<brace]
    return !between.contains(UInt8(ascii: "[")) && !between.contains(UInt8(ascii: ","))
  }

  /// Whether the first line has the marks of a table.
  var isTable: Bool {
    guard !bytes.starts(with: "PK".utf8) else { return false }
    let line = bytes[min(index, bytes.count)...].prefix { $0 != 0x0A && $0 != 0x0D }
    let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    if line.contains(where: separators.contains) { return true }
    let word = String(decoding: line, as: UTF8.self).lowercased()
    return ["id", "\"id\""].contains(word) || word.hasSuffix(":id")
  }
}
