internal import Foundation

/// What a file that the tool writes holds.
enum FileKind: CaseIterable {
  case text, table, json, markdown, xml, svg, png, pdf, dot, yaml

  /// What a name promises by its ending; `nil` if the ending promises nothing.
  init?(ofName name: String) {
    let ending = (name as NSString).pathExtension.lowercased()
    guard let kind = Self.allCases.first(where: { $0.endings.contains(ending) }) else { return nil }
    self = kind
  }

  /// The kind in words.
  var phrase: String {
    switch self {
    case .text: "plain text"
    case .table: "CSV"
    case .json: "JSON"
    case .markdown: "Markdown"
    case .xml: "XML"
    case .svg: "an SVG picture"
    case .png: "a PNG picture"
    case .pdf: "PDF"
    case .dot: "DOT"
    case .yaml: "YAML"
    }
  }

  private var endings: [String] {
    switch self {
    case .text: ["txt", "text", "plain"]
    case .table: ["csv"]
    case .json: ["json"]
    case .markdown: ["md", "markdown"]
    case .xml: ["graphml", "xml"]
    case .svg: ["svg"]
    case .png: ["png"]
    case .pdf: ["pdf"]
    case .dot: ["dot", "gv"]
    case .yaml: ["yaml", "yml"]
    }
  }

  /// What a file holds, in words, by its name and its first bytes; `nil` if it is empty, or if
  /// neither tells.
  static func present(at url: URL) -> String? {
    guard let handle = try? FileHandle(forReadingFrom: url) else { return nil }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: 512), !data.isEmpty else { return nil }
    if data.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return FileKind.png.phrase }
    if data.starts(with: Array("%PDF-".utf8)) { return FileKind.pdf.phrase }
    if data.contains(0) { return "binary data" }
    let text = String(decoding: data, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    if text.hasPrefix("{") || text.hasPrefix("[") { return FileKind.json.phrase }
    if text.hasPrefix("<") { return (text.contains("<svg") ? FileKind.svg : .xml).phrase }
    if isDOT(text) { return FileKind.dot.phrase }
    // YAML has comments that look like headings.
    if text.hasPrefix("# "), FileKind(ofName: url.lastPathComponent) != .yaml {
      return FileKind.markdown.phrase
    }
    if let kind = FileKind(ofName: url.lastPathComponent) { return kind.phrase }
    return url.pathExtension.isEmpty ? nil : "something else (.\(url.pathExtension))"
  }

  /// Whether a text begins as a graph in DOT does: a keyword, perhaps a name, and a brace.
  private static func isDOT(_ text: String) -> Bool {
    guard let brace = text.firstIndex(of: "{") else { return false }
    let first = text[..<brace].split { $0.isWhitespace || $0 == "\"" }.first?.lowercased()
    return ["strict", "digraph", "graph"].contains(first)
  }
}
