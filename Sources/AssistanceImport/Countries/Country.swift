/// A country or territory with its codes and its names.
public struct Country: Hashable, Sendable {
  /// Its two letters in ISO 3166-1; `XK` for Kosovo, which has none there.
  public let code: String
  /// Its three letters in ISO 3166-1.
  public let longCode: String
  /// Its number in ISO 3166-1 and in the M49 standard of the United Nations, with three digits.
  public let number: String
  /// Its number among the recipients of the Development Assistance Committee; empty if it is none.
  public let recipientCode: String
  /// Its name in each language.
  public let names: [NameLanguage: String]
  /// Other names and abbreviations, in any language.
  public let spellings: [String]

  /// Its name in English.
  public var name: String { names[.english] ?? code }
}
