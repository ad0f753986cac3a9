/// An identifier of an organization in a scheme that files of this field use.
///
///     ActorIdentifier(reference: "XM-DAC-41114") == ActorIdentifier(reference: "41114")  // true
public struct ActorIdentifier: Hashable, Sendable, CustomStringConvertible {
  /// Who gives the identifier.
  public enum Scheme: String, CaseIterable, Hashable, Sendable, Codable {
    /// A channel of delivery of the Development Assistance Committee: five digits.
    case dacChannel = "dac-channel"
    /// A donor in the lists of the Development Assistance Committee: up to four digits.
    case dacDonor = "dac-donor"
    /// A register and a number in it, as the International Aid Transparency Initiative writes them.
    case organization = "org-id"
  }

  /// Who gives the identifier.
  public let scheme: Scheme
  /// The identifier within its scheme.
  public let value: String

  /// Creates an identifier.
  public init(_ scheme: Scheme, _ value: String) {
    self.scheme = scheme
    self.value = value
  }

  /// Reads what files write in a reference to an organization.
  ///
  /// Five digits are a channel, and so are five digits after `XM-DAC-`; fewer digits after it are a
  /// donor. Anything else with a hyphen is a register and a number, in upper case. The same value in
  /// another register is another identifier.
  ///
  /// - Returns: `nil` for text that is no identifier, such as a name or a word for nothing.
  public init?(reference: String) {
    let text = reference.trimmedReference
    let isNumber: (Substring) -> Bool = { part in
      !part.isEmpty && part.utf8.allSatisfy { 48...57 ~= $0 }
    }
    let prefix = "XM-DAC-"
    let code = text.hasPrefix(prefix) ? text.dropFirst(prefix.count) : Substring(text)
    if isNumber(code), code.utf8.count == 5 {
      self.init(.dacChannel, String(code))
    } else if isNumber(code), code.utf8.count < 5, text.hasPrefix(prefix) {
      self.init(.dacDonor, String(code))
    } else if text.contains("-"), text.utf8.contains(where: { 48...57 ~= $0 || $0 == 95 }),
      !text.contains(" ")
    {
      self.init(.organization, text)
    } else {
      return nil
    }
  }

  /// The scheme and the value, as in the shipped table.
  public var description: String { "\(scheme.rawValue):\(value)" }
}

extension String {
  /// Upper case, without white space at either end.
  fileprivate var trimmedReference: String {
    var text = Substring(uppercased())
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
