/// Finds the first alias in a YAML text, without resolving any.
///
/// A few lines of aliases of aliases stand for billions of nodes. The scan follows the tokens as
/// the parser's scanner does, so that an asterisk inside a text is none.
struct AliasScan {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  private var lineStart = 0
  private var flowDepth = 0
  private var indents: [Int] = []
  /// Where a name may have begun on this line, and whether one may begin here.
  private var keyColumn: Int?
  private var mayBeginKey = true

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// The line and column of the first alias, from 1; `nil` if there is none.
  mutating func firstAlias() -> (line: Int, column: Int)? {
    while true {
      skipToToken()
      guard let scalar = current else { return nil }
      if flowDepth == 0 { unroll(to: column) }
      if scalar == "*", let next = ahead(1), !isBlank(next) { return (line, column + 1) }
      readToken(scalar)
    }
  }

  // MARK: Tokens

  private mutating func readToken(_ scalar: Unicode.Scalar) {
    let endsWord = isBlank(ahead(1))
    switch scalar {
    case "-" where column == 0 && isDocumentMark, "." where column == 0 && isDocumentMark:
      indents = []
      (keyColumn, mayBeginKey) = (nil, false)
      index += 3
    case "%" where column == 0 && flowDepth == 0: skipLine()
    case "[", "{":
      markKey()
      flowDepth += 1
      index += 1
    case "]", "}":
      flowDepth = max(0, flowDepth - 1)
      mayBeginKey = false
      index += 1
    case ",": index += 1
    case "-" where endsWord, "?" where endsWord || flowDepth > 0:
      roll(column)
      (keyColumn, mayBeginKey) = (nil, true)
      index += 1
    case ":" where endsWord || flowDepth > 0:
      if flowDepth == 0 {
        roll(keyColumn ?? column)
        mayBeginKey = keyColumn == nil
        keyColumn = nil
      }
      index += 1
    case "&", "!":
      markKey()
      while !isBlank(current) { index += 1 }
    case "|" where flowDepth == 0, ">" where flowDepth == 0: skipBlockText()
    case "'", "\"":
      markKey()
      skipQuoted(scalar)
    default:
      markKey()
      skipPlain()
    }
  }

  private mutating func markKey() {
    guard flowDepth == 0, mayBeginKey else { return }
    (keyColumn, mayBeginKey) = (column, false)
  }

  private mutating func roll(_ column: Int) {
    if flowDepth == 0, column > indents.last ?? -1 { indents.append(column) }
  }

  private mutating func unroll(to column: Int) {
    while let last = indents.last, last > column { indents.removeLast() }
  }

  // MARK: Texts

  private mutating func skipQuoted(_ quote: Unicode.Scalar) {
    index += 1
    while let scalar = current {
      if scalar == quote {
        guard quote == "'", ahead(1) == "'" else { break }
        index += 1
      } else if scalar == "\\", quote == "\"", let next = ahead(1), !isBreak(next) {
        index += 1
      }
      step()
    }
    index += 1
  }

  private mutating func skipPlain() {
    let indent = (indents.last ?? -1) + 1
    while true {
      if current == "#" || isDocumentMark && column == 0 { return }
      let start = index
      while let scalar = current, !isBlank(scalar) {
        let next = ahead(1)
        if scalar == ":", isBlank(next) || flowDepth > 0 && next.map(isFlowMark) == true { break }
        if flowDepth > 0, isFlowMark(scalar) { break }
        index += 1
      }
      // A sign that can begin no text is passed over; the parser will name it.
      if index == start, !isBlank(current) {
        if current != ":", current.map(isFlowMark) != true { index += 1 }
        return
      }
      guard current != nil, isBlank(current) else { return }
      let before = line
      while current != nil, isBlank(current) { step() }
      if line > before {
        if flowDepth == 0 { (keyColumn, mayBeginKey) = (nil, true) }
        if flowDepth == 0, column < indent { return }
      }
      guard let scalar = current else { return }
      let next = ahead(1)
      if scalar == ":", isBlank(next) || flowDepth > 0 && next.map(isFlowMark) == true { return }
      if flowDepth > 0, isFlowMark(scalar) { return }
    }
  }

  private mutating func skipBlockText() {
    var increment: Int?
    while let scalar = current, !isBreak(scalar), scalar != "#" {
      if ("1"..."9").contains(scalar) { increment = Int(scalar.value) - 48 }
      index += 1
    }
    skipLine()
    let outer = indents.last ?? -1
    var indent = increment.map { max(outer, 0) + $0 }
    (keyColumn, mayBeginKey) = (nil, true)
    while current != nil {
      while current == " ", indent.map({ column < $0 }) ?? true { index += 1 }
      if let scalar = current, isBreak(scalar) {
        step()
        continue
      }
      let needed = indent ?? max(column, outer + 1, 1)
      indent = needed
      guard column >= needed else { return }
      skipLine()
    }
  }

  // MARK: Scalars

  private var column: Int { index - lineStart }
  private var current: Unicode.Scalar? { ahead(0) }

  private func ahead(_ offset: Int) -> Unicode.Scalar? {
    index + offset < scalars.count ? scalars[index + offset] : nil
  }

  private var isDocumentMark: Bool {
    guard let first = current, first == "-" || first == "." else { return false }
    return ahead(1) == first && ahead(2) == first && isBlank(ahead(3))
  }

  private func isBlank(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0 == " " || $0 == "\t" || isBreak($0) } ?? true
  }

  private func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    [0x0A, 0x0D, 0x85, 0x2028, 0x2029].contains(scalar.value)
  }

  private func isFlowMark(_ scalar: Unicode.Scalar) -> Bool {
    [",", "[", "]", "{", "}"].contains(scalar)
  }

  private mutating func skipToToken() {
    while let scalar = current {
      if scalar == "#" {
        skipLine()
      } else if isBlank(scalar) {
        step()
        if isBreak(scalar), flowDepth == 0 { (keyColumn, mayBeginKey) = (nil, true) }
      } else {
        return
      }
      if column == 0, flowDepth == 0 { (keyColumn, mayBeginKey) = (nil, true) }
    }
  }

  /// Passes over the rest of the line and its end.
  private mutating func skipLine() {
    while let scalar = current, !isBreak(scalar) { index += 1 }
    step()
  }

  /// Passes over one scalar, counting lines.
  private mutating func step() {
    guard let scalar = current else { return }
    index += 1
    guard isBreak(scalar) else { return }
    if scalar == "\r", current == "\n" { index += 1 }
    line += 1
    lineStart = index
  }
}
