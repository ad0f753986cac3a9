package import GraphCore
internal import TabularText
package import Yams

/// YAML that people wrote, read without what would cost too much: aliases and deep nesting.
package struct BoundedYAML {
  /// What stands at the top; `nil` if the file is empty or cannot be read.
  package private(set) var root: Yams.Node?
  /// Why it cannot be read.
  package private(set) var diagnostics: [Diagnostic] = []
  private let file: String

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The text as it stands on disk.
  ///   - file: The name by which faults speak of it.
  package init(_ bytes: [UInt8], file: String) {
    self.file = file
    // The parser would take a byte order mark for a name.
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: bytes, as: UTF8.self) else {
      addBadText(bytes)
      return
    }
    guard !Self.isNestedTooDeep(bytes) else {
      add(nil, "lists and names stand too deep inside one another", "the file needs four levels")
      return
    }
    var aliases = AliasScan(text)
    if let (line, column) = aliases.firstAlias() {
      let place = Diagnostic.Place(file: file, line: line, column: column)
      let hint = "write out what it stands for; quote a text that begins with an asterisk"
      diagnostics.append(Diagnostic(.error, at: place, "aliases are not read", hint: hint))
      return
    }
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      addSyntax(error)
    } catch {
      add(nil, "the file cannot be read as YAML", nil)
    }
  }

  private mutating func addSyntax(_ error: YamlError) {
    let hint = "check the indentation, colons and quotes"
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      add(mark, "this is no YAML: \(problem)", hint)
    case .reader(let problem, let offset, _, _):
      add(nil, "this is no YAML: \(problem)\(offset.map { " at byte \($0)" } ?? "")", hint)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.sorted().joined(separator: "”, “")
      add(context.mark, "“\(keys)” stands twice among the names that begin here", "remove one")
    default:
      add(nil, "the file cannot be read as YAML", hint)
    }
  }

  private mutating func addBadText(_ bytes: [UInt8]) {
    let fault = CSVTable(bytes).faults.first { $0.problem == .notUTF8 || $0.problem == .utf16 }
    let place = Diagnostic.Place(file: file, line: fault?.line ?? 1, column: fault?.column ?? 1)
    diagnostics.append(
      Diagnostic(
        .error,
        at: place,
        fault?.message ?? "the file is not UTF-8 text",
        hint: fault?.hint
      )
    )
  }

  /// Whether the text could nest so deep that the parser's recursion would exhaust the stack.
  private static func isNestedTooDeep(_ bytes: [UInt8]) -> Bool {
    var (depth, indentation, inIndentation) = (0, 0, true)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      default: break
      }
      if byte == 10 || byte == 13 {
        (indentation, inIndentation) = (0, true)
      } else if inIndentation, byte == 32 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?")
      {
        indentation += 1
      } else {
        inIndentation = false
      }
      if depth > 200 || indentation > 400 { return true }
    }
    return false
  }

  private mutating func add(_ mark: Mark?, _ message: String, _ hint: String?) {
    let place = Diagnostic.Place(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
    diagnostics.append(Diagnostic(.error, at: place, message, hint: hint))
  }
}
