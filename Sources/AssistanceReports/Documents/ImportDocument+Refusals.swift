internal import GraphCore

extension ImportDocument.Refusal {
  /// Refused rows by file and reason, in the order in which the reasons come first.
  ///
  /// What a message names in quotes before its colon, such as an activity, is no part of the reason.
  static func grouped(_ refusals: [Diagnostic]) -> [Self] {
    struct Key: Hashable {
      let file: String
      let reason: String
      let hint: String?
    }
    var order: [Key] = []
    var lines: [Key: [Int]] = [:]
    var counts: [Key: Int] = [:]
    for refusal in refusals {
      let key = Key(file: refusal.place.file, reason: refusal.reason, hint: refusal.hint)
      if counts[key] == nil { order.append(key) }
      counts[key, default: 0] += 1
      if let line = refusal.place.line { lines[key, default: []].append(line) }
    }
    return order.map { key in
      Self(
        file: key.file,
        reason: key.reason,
        hint: key.hint,
        count: counts[key] ?? 0,
        lines: runs(lines[key] ?? [])
      )
    }
  }

  /// Numbers as runs of neighbours.
  private static func runs(_ numbers: [Int]) -> [[Int]] {
    var runs: [[Int]] = []
    for number in Set(numbers).sorted() {
      if let last = runs.last?.last, last + 1 == number {
        runs[runs.count - 1][1] = number
      } else {
        runs.append([number, number])
      }
    }
    return runs
  }

  /// The lines in words, at most so many runs: `lines 12, 40-58`.
  func lineText(limit: Int?) -> String {
    guard let first = lines.first else { return "" }
    let shown = lines.prefix(limit ?? lines.count)
    let texts = shown.map { run in
      run[0] == run[1] ? String(run[0]) : "\(run[0])-\(run[1])"
    }
    let word = lines.count == 1 && first[0] == first[1] ? "line" : "lines"
    let rest = lines.count - shown.count
    return "\(word) \(texts.joined(separator: ", "))" + (rest > 0 ? " and \(rest) more runs" : "")
  }
}

extension Diagnostic {
  /// The message without the thing that it names first, in quotes.
  fileprivate var reason: String {
    guard message.hasPrefix("“"), let end = message.firstRange(of: "”: ") else { return message }
    return String(message[end.upperBound...])
  }
}

extension String {
  /// The text as one word of a shell's line.
  var quotedForShell: String {
    let plain = unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
        || "._-/+,:@".unicodeScalars.contains($0) || !$0.isASCII && $0.properties.isAlphabetic
    }
    return plain && !isEmpty && !hasPrefix("-") ? self : "'\(replacing("'", with: "'\\''"))'"
  }
}
