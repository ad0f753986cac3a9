/// A language in which the shipped tables know names.
public enum NameLanguage: String, CaseIterable, Hashable, Sendable, Codable {
  /// English.
  case english = "en"
  /// French.
  case french = "fr"
  /// Spanish.
  case spanish = "es"
  /// Arabic.
  case arabic = "ar"
}
