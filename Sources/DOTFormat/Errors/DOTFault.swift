/// A fault in a text that should be DOT, or in a graph that DOT cannot hold.
public struct DOTFault: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable {
    /// The text is not DOT, or DOT cannot hold the graph.
    case error
    /// The text is DOT, but something looks wrong.
    case warning
  }

  /// A place in a text.
  public struct Place: Hashable, Sendable {
    /// The line, counted from 1.
    public let line: Int
    /// The column, counted from 1 in characters.
    public let column: Int
    /// The line itself, or the part of it around the column.
    public let excerpt: String
    /// How many characters of the excerpt stand before the fault.
    public let caret: Int

    /// Creates a place.
    public init(line: Int, column: Int, excerpt: String, caret: Int) {
      self.line = line
      self.column = column
      self.excerpt = excerpt
      self.caret = caret
    }
  }

  /// How bad it is.
  public let severity: Severity
  /// Where it is; a graph that was not read has no places.
  public let place: Place?
  /// What is wrong.
  public let message: String
  /// How to mend it, if that is known.
  public let hint: String?

  /// Creates a fault.
  public init(
    _ message: String,
    hint: String? = nil,
    at place: Place? = nil,
    severity: Severity = .error
  ) {
    self.severity = severity
    self.place = place
    self.message = message
    self.hint = hint
  }
}

extension DOTFault: CustomStringConvertible {
  /// What people see: place and message, the line with a caret under the fault, and the hint.
  public var description: String { description(file: nil) }

  /// What people see, with the name of the file.
  ///
  /// - Parameter file: The file's path, as the reader named it.
  /// - Returns: The lines, without a line end after the last.
  public func description(file: String?) -> String {
    var head = [file, place.map { "\($0.line):\($0.column)" }].compactMap(\.self)
    head.append(" \(severity.rawValue): \(message)")
    var text = head.joined(separator: ":")
    if head.count == 1 { text.removeFirst() }
    if let place, !place.excerpt.isEmpty {
      let indent = String(place.excerpt.prefix(place.caret).map { $0 == "\t" ? "\t" : " " })
      text += "\n  \(place.excerpt)\n  \(indent)^"
    }
    if let hint { text += "\n  hint: \(hint)" }
    return text
  }
}

/// Says why a text is not DOT, or why DOT cannot hold a graph: every fault, the first of them in words.
public struct DOTError: Error, Hashable, Sendable {
  /// How many faults are kept.
  public static let limit = 50

  /// The first faults, in order; at least one.
  public let faults: [DOTFault]
  /// How many faults there are in all.
  public let count: Int

  /// Creates an error, unless there is no fault.
  ///
  /// - Parameters:
  ///   - faults: The faults, in order.
  ///   - count: How many there are, if not all of them are given.
  public init?(_ faults: [DOTFault], count: Int? = nil) {
    guard !faults.isEmpty else { return nil }
    self.faults = Array(faults.prefix(Self.limit))
    self.count = max(count ?? 0, faults.count)
  }

  /// Creates an error of one fault.
  init(only fault: DOTFault) {
    faults = [fault]
    count = 1
  }
}

extension DOTError: CustomStringConvertible {
  /// Every fault, and how many more there are.
  public var description: String { description(file: nil) }

  /// Every fault with the name of the file, and how many more there are.
  ///
  /// - Parameter file: The file's path, as the reader named it.
  /// - Returns: The lines, without a line end after the last.
  public func description(file: String?) -> String {
    var lines = faults.map { $0.description(file: file) }
    let more = count - faults.count
    if more > 0 { lines.append(more == 1 ? "and 1 more fault" : "and \(more) more faults") }
    return lines.joined(separator: "\n")
  }
}
