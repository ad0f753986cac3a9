internal import GraphCore

/// A value of JSON, and the byte where it begins.
struct JSONValue: Sendable {
  indirect enum Content: Sendable {
    case null
    case flag(Bool)
    case integer(Int)
    case decimal(Double)
    case text(String)
    case list([JSONValue])
    case object([(name: String, value: JSONValue)])
  }

  let content: Content
  let offset: Int

  /// The value of a field; of several with one name the last.
  subscript(name: String) -> JSONValue? {
    fields.last { $0.name == name }?.value
  }

  var fields: [(name: String, value: JSONValue)] {
    if case .object(let fields) = content { fields } else { [] }
  }

  var isObject: Bool {
    if case .object = content { true } else { false }
  }

  var list: [JSONValue]? {
    if case .list(let values) = content { values } else { nil }
  }

  var text: String? {
    if case .text(let text) = content { text } else { nil }
  }

  var integer: Int? {
    if case .integer(let number) = content { number } else { nil }
  }

  /// A text, a number or a flag in words; `nil` for anything else.
  var word: String? {
    switch content {
    case .text(let text): text
    case .integer(let number): String(number)
    case .decimal(let number): number.plainText
    case .flag(let flag): flag ? "true" : "false"
    case .null, .list, .object: nil
    }
  }
}
