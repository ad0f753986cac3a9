extension DOTParser {
  /// The lists of attributes that begin here, as one; empty if there is none, `nil` after a fault.
  mutating func attributeLists() -> DOTAttributes? {
    var attributes = DOTAttributes()
    while token.kind == .leftBracket {
      let bracket = token
      advance()
      while token.kind != .rightBracket {
        guard startsName else {
          noteNoAttribute(in: bracket)
          return nil
        }
        let start = token
        guard let name = name() else {
          recover(inBrackets: true)
          return nil
        }
        if pass(.equals) {
          guard let value = value(of: name) else {
            recover(inBrackets: true)
            return nil
          }
          attributes.all.append(DOTAttribute(name, value))
        } else if !noteNoValue(of: start, in: bracket) {
          return nil
        }
        if !pass(.semicolon) { _ = pass(.comma) }
      }
      advance()
    }
    return attributes
  }

  /// Says that an attribute has no value; `false` if the list does not go on after it.
  private mutating func noteNoValue(of start: DOTToken, in bracket: DOTToken) -> Bool {
    switch token.kind {
    case .broken: return false
    case .end, .leftBrace, .rightBrace, .arrow, .line, .leftBracket:
      noteNoAttribute(in: bracket)
      return false
    default:
      let shown = lexer.notes.name(of: start)
      lexer.notes.fault(
        at: start,
        "the attribute \(shown) has no value",
        hint: "write =true or the like after it"
      )
      return true
    }
  }

  private mutating func noteNoAttribute(in bracket: DOTToken) {
    switch token.kind {
    case .end, .leftBrace, .rightBrace, .arrow, .line, .leftBracket:
      lexer.notes.fault(
        at: bracket,
        "the list of attributes that begins here has no end",
        hint: hintForHash(since: bracket) ?? "add the missing “]”"
      )
      recover()
    default:
      let found = lexer.notes.name(of: token)
      fault(
        "\(found) stands where an attribute should begin",
        hint: hintForHash(since: bracket) ?? hintForName
      )
      recover(inBrackets: true)
    }
  }

  /// What to say where a colour without quotes may have hidden the rest of a list.
  private func hintForHash(since bracket: DOTToken) -> String? {
    guard lexer.lineOfHash >= bracket.line else { return nil }
    return "“#” begins a comment on line \(lexer.lineOfHash); a colour needs quotes"
  }

  /// The value after `=`.
  mutating func value(of name: DOTIdentifier) -> DOTIdentifier? {
    guard startsName else {
      let found = lexer.notes.name(of: token)
      let shown = ShownText.onOneLine(name.content.prefix(40))
      fault("\(found) stands where the value of “\(shown)” should be", hint: hintForValue)
      return nil
    }
    return self.name()
  }

  private var hintForValue: String {
    hintForName ?? "a value of anything but letters, digits and _ needs quotes"
  }

  // MARK: Charset

  /// What was read is written as UTF-8, so that any other `charset` is no longer true.
  mutating func withTrueCharset(_ attribute: DOTAttribute) -> DOTAttribute {
    guard attribute.name.content == "charset" else { return attribute }
    let name = attribute.value.content.lowercased()
    if name.isEmpty || name == "utf-8" || name == "utf8" { return attribute }
    lexer.notes.warn(
      at: token,
      "the charset “\(ShownText.onOneLine(name.prefix(40)))” was set to UTF-8, as which it was read"
    )
    return DOTAttribute(attribute.name, "UTF-8")
  }

  mutating func withTrueCharset(_ attributes: DOTAttributes) -> DOTAttributes {
    var result = attributes
    for place in result.all.indices { result.all[place] = withTrueCharset(result.all[place]) }
    return result
  }
}
