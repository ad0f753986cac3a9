import Foundation
import TestSupport

/// One of the five texts that the record cites, kept outside the project.
struct SourceText: Sendable {
  /// A line, or a run of lines, that states nothing the record could hold.
  struct Exception: Sendable {
    let lines: ClosedRange<Int>
    let reason: String
  }

  /// The folder of the texts beside the package, or `nil` with a word about it.
  static let folder: URL? = {
    let folder = Oracles.packageFolder.deletingLastPathComponent().appending(path: "shared/seeds")
    guard FileManager.default.fileExists(atPath: folder.path) else {
      print("skipped: the five texts are not at \(folder.path)")
      return nil
    }
    return folder
  }()

  /// Whether the texts can be read here.
  static var arePresent: Bool { folder != nil }

  /// The document's key.
  let key: String
  /// The lines; the first has the number 1.
  let lines: [String]

  /// Reads the text whose file begins with a key, or gives `nil` if there is none.
  init?(key: String) throws {
    guard let folder = Self.folder else { return nil }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    guard let name = names.first(where: { $0.hasPrefix(key + "-") }) else { return nil }
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    self.key = key
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Whether a line is inside the text and holds more than white space.
  func hasContent(_ number: Int) -> Bool {
    lines.indices.contains(number - 1) && !lines[number - 1].allSatisfy(\.isWhitespace)
  }

  /// The lines that nothing needs to cite: headings, page furniture and contact details.
  var exceptions: [Exception] {
    func headings(_ lines: Int...) -> [Exception] {
      lines.map { Exception(lines: $0...$0, reason: "heading") }
    }
    func furniture(_ lines: ClosedRange<Int>...) -> [Exception] {
      lines.map { Exception(lines: $0, reason: "page furniture") }
    }
    func contact(_ lines: ClosedRange<Int>...) -> [Exception] {
      lines.map { Exception(lines: $0, reason: "contact details of ICRtoP") }
    }
    return switch key {
    case "000": headings(9, 21, 33, 144, 148, 155, 168)
    case "001": headings(15, 19, 45, 53, 67)
    case "002": headings(7, 18, 22, 70, 79)
    case "003":
      headings(9, 31, 37, 39, 41, 56, 60, 65, 70, 88, 92, 97) + furniture(101...103)
        + contact(105...117, 121...131)
    case "004":
      headings(23, 46, 64, 82) + furniture(35...37, 68...72, 90...92)
        + contact(94...104, 108...120)
    default: []
    }
  }
}
