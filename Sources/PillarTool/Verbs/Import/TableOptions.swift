internal import ArgumentParser
internal import PillarKit

/// The options that say how tables of field data are read.
struct TableOptions: ParsableArguments {
  @Option(help: "The country, where no column says it.")
  var country: String?

  @Option(help: "The year of months that stand without one.")
  var year: Int?

  @Option(help: "Whose names count where a table has several: en, fr, es or ar.")
  var language: String?

  @Option(help: "What stands between several organizations of a cell, beside “;”; repeatable.")
  var separator: [String] = []

  func validate() throws {
    if let language, NameLanguage(rawValue: language) == nil {
      throw ValidationError("“\(language)” is no language here; use en, fr, es or ar.")
    }
    if let year, !(1900...2200).contains(year) {
      throw ValidationError("\(year) is no year of such a table.")
    }
  }

  /// What a mapping says about a table, with what the options say instead.
  func applied(to given: TableMapping) -> TableMapping {
    var mapping = given
    mapping.year = year ?? mapping.year
    mapping.language = language.flatMap { NameLanguage(rawValue: $0) } ?? mapping.language
    mapping.countryCase = country.map { DraftCase(name: $0) } ?? mapping.countryCase
    mapping.separators += separator
    return mapping
  }
}
