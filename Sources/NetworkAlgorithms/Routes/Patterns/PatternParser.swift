/// Reads a pattern from a text, by recursive descent.
struct PatternParser {
  static let maximumLength = 10_000
  static let maximumDepth = 50
  /// How many signs such as `*` may follow one step or group.
  private static let maximumSigns = 4

  private let characters: [Character]
  private let labels: [String: UInt32]
  private let known: [String]
  private var place = 0
  private var depth = 0

  init(_ text: String, labels: [String]) throws(PatternError) {
    characters = Array(text.prefix(Self.maximumLength + 1))
    known = labels
    self.labels = Dictionary(
      labels.enumerated().map { ($1, UInt32($0)) },
      uniquingKeysWith: { first, _ in first }
    )
    guard characters.count <= Self.maximumLength else {
      throw PatternError(
        problem: .tooLong(maximum: Self.maximumLength),
        column: Self.maximumLength + 1,
        expected: "",
        hint: "ask for less at once"
      )
    }
  }

  /// The whole pattern.
  mutating func expression() throws(PatternError) -> PatternExpression {
    let read = try alternatives()
    if let next { throw unexpected(next, "a step, “|” or the end") }
    guard read.stepCount <= PatternExpression.maximumSteps else {
      throw PatternError(
        problem: .tooManySteps(maximum: PatternExpression.maximumSteps),
        column: 0,
        expected: "",
        hint: "repeat less often, or without an end: * or {2,}"
      )
    }
    return read
  }

  // MARK: Grammar

  private mutating func alternatives() throws(PatternError) -> PatternExpression {
    var parts = [try sequence()]
    while take("|") { parts.append(try sequence()) }
    return parts.count == 1 ? parts[0] : .alternatives(parts)
  }

  private mutating func sequence() throws(PatternError) -> PatternExpression {
    var parts = [try repeated()]
    while true {
      let isJoined = take("/")
      guard isJoined || next.map({ $0 != "|" && $0 != ")" }) == true else { break }
      parts.append(try repeated())
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func repeated() throws(PatternError) -> PatternExpression {
    var (read, signs) = (try atom(), 0)
    while let sign = next, "*+?{~^".contains(sign) {
      // A hat that no -1 follows begins the next step.
      if sign == "^", !startsInverse { break }
      signs += 1
      guard signs <= Self.maximumSigns else {
        throw PatternError(
          problem: .tooDeep(maximum: Self.maximumSigns),
          column: place + 1,
          expected: "one sign such as *, + or ?",
          hint: "one sign after a step says it all"
        )
      }
      read = try signed(read, sign)
    }
    return read
  }

  private mutating func signed(
    _ read: PatternExpression,
    _ sign: Character
  ) throws(PatternError) -> PatternExpression {
    switch sign {
    case "{":
      let (from, upTo) = try times()
      return .repeated(read, from: from, upTo: upTo)
    case "^":
      place += 3
      return read.inverted
    case "~":
      guard case .step(var step) = read else {
        throw unexpected("~", "*, +, ?, {…} or ^-1 after a group", "write ~ after each step")
      }
      place += 1
      step.ways = .either
      return .step(step)
    default:
      place += 1
      return .repeated(read, from: sign == "+" ? 1 : 0, upTo: sign == "?" ? 1 : nil)
    }
  }

  private mutating func atom() throws(PatternError) -> PatternExpression {
    guard let next else {
      throw PatternError(
        problem: .unexpected(nil),
        column: characters.count + 1,
        expected: "a step",
        hint: "name a kind of link, or . for any"
      )
    }
    switch next {
    case "(":
      depth += 1
      guard depth <= Self.maximumDepth else {
        throw PatternError(
          problem: .tooDeep(maximum: Self.maximumDepth),
          column: place + 1,
          expected: "a step",
          hint: "take groups apart"
        )
      }
      place += 1
      let read = try alternatives()
      guard take(")") else {
        let found = self.next
        throw PatternError(
          problem: .unexpected(found.map(String.init)),
          column: place + 1,
          expected: "“)”",
          hint: "close the group"
        )
      }
      depth -= 1
      return read
    case "^":
      place += 1
      guard self.next != "^", self.next != "(" else {
        throw unexpected(self.next ?? "^", "the name of a step", "put ^-1 after a group")
      }
      return try atom().inverted
    case ".":
      place += 1
      return .step(PatternStep(label: nil, ways: .along))
    default:
      return .step(PatternStep(label: try label(), ways: .along))
    }
  }

  private mutating func label() throws(PatternError) -> UInt32 {
    let start = place
    let isQuoted = characters[place] == "\""
    if isQuoted { place += 1 }
    var name = ""
    while place < characters.count {
      let character = characters[place]
      if isQuoted ? character == "\"" : !Self.isName(character) { break }
      name.append(character)
      place += 1
    }
    if isQuoted {
      guard place < characters.count else {
        throw PatternError(
          problem: .unexpected(nil),
          column: place + 1,
          expected: "a closing quotation mark",
          hint: ""
        )
      }
      place += 1
    }
    guard place > start else {
      let hint = "|)".contains(characters[start]) ? "for a step that may be absent write ?" : ""
      throw unexpected(characters[start], "a step", hint)
    }
    guard let number = labels[name] else {
      throw PatternError(
        problem: .unknownLabel(name),
        column: start + 1,
        expected: known.isEmpty ? "." : known.joined(separator: ", "),
        hint: ""
      )
    }
    return number
  }

  /// The numbers between braces: `{2}`, `{2,}`, `{,3}` or `{2,3}`.
  private mutating func times() throws(PatternError) -> (from: Int, upTo: Int?) {
    let start = place
    place += 1
    let first = number()
    let hasComma = take(",")
    let second = hasComma ? number() : first
    guard next == "}", first != nil || second != nil else {
      throw PatternError(
        problem: .unexpected(next.map(String.init)),
        column: place + 1,
        expected: "a number of times such as {2}, {2,} or {1,3}",
        hint: ""
      )
    }
    place += 1
    let from = first ?? 0
    // Nothing at all is walked by nothing.
    guard second.map({ $0 >= from && $0 > 0 }) ?? true else {
      throw PatternError(
        problem: .invalidCount(String(characters[start..<place])),
        column: start + 1,
        expected: "the fewest times, then the most, at least 1",
        hint: ""
      )
    }
    return (from, second)
  }

  /// A number; one above the most steps stands for all that are larger.
  private mutating func number() -> Int? {
    var value: Int?
    while let next, next.isASCII, let digit = next.wholeNumberValue {
      value = min((value ?? 0) * 10 + digit, PatternExpression.maximumSteps + 1)
      place += 1
    }
    return value
  }

  // MARK: Characters

  /// The next character that is no space.
  private var next: Character? {
    mutating get {
      while place < characters.count, characters[place].isWhitespace { place += 1 }
      return place < characters.count ? characters[place] : nil
    }
  }

  private mutating func take(_ character: Character) -> Bool {
    guard next == character else { return false }
    place += 1
    return true
  }

  /// Whether `^-1` stands here.
  private var startsInverse: Bool {
    characters[place...].starts(with: ["^", "-", "1"])
      && !(place + 3 < characters.count && Self.isName(characters[place + 3]))
  }

  private static func isName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_"
      || character == ":"
  }

  private func unexpected(
    _ character: Character,
    _ expected: String,
    _ hint: String = ""
  ) -> PatternError {
    PatternError(
      problem: .unexpected(String(character)),
      column: place + 1,
      expected: expected,
      hint: hint
    )
  }
}
