internal import GraphCore

/// Countries under the names and codes that files give them.
///
///     CountryList.shipped["RDC"]?.code  // "CD"
///     CountryList.shipped[code: "NA"]?.name  // "Namibia"
///     CountryList.shipped.country(ofPCode: "SS0101")?.name  // "South Sudan"
public struct CountryList: Sendable {
  /// The countries, in the order of their codes.
  public let countries: [Country]
  private let names: [FoldedName: Int]
  private let codes: [String: Int]

  /// The list that comes with the library.
  public static let shipped = read(PackageResources.countries_csv, file: "countries.csv").0

  /// Reads a list of the same form as the shipped one.
  ///
  /// - Parameters:
  ///   - bytes: Comma-separated text.
  ///   - file: The name by which faults speak of it.
  /// - Throws: Every fault of the table.
  public init(csv bytes: [UInt8], file: String) throws(ImportError) {
    let (list, diagnostics) = Self.read(bytes, file: file)
    guard diagnostics.isEmpty else { throw ImportError(diagnostics) }
    self = list
  }

  private init(_ countries: [Country], _ names: [FoldedName: Int], _ codes: [String: Int]) {
    self.countries = countries
    self.names = names
    self.codes = codes
  }

  /// The country with a name or an abbreviation, in any case and with or without accents, or with
  /// one of the codes of ISO 3166-1 in letters.
  public subscript(text: String) -> Country? {
    if let place = names[FoldedName(text)] { return countries[place] }
    return text.utf8.allSatisfy { $0 > 57 } ? self[code: text] : nil
  }

  /// The country with a code of ISO 3166-1, in letters or as a number.
  public subscript(code text: String) -> Country? {
    codes[text.uppercased()].map { countries[$0] }
  }

  /// The country whose letters stand before the number of a place's p-code.
  public func country(ofPCode text: String) -> Country? {
    let letters = text.prefix { $0.isASCII && $0.isLetter }
    guard 2...3 ~= letters.count, letters.count < text.count else { return nil }
    return self[code: String(letters)]
  }

  static func read(_ bytes: [UInt8], file: String) -> (CountryList, [Diagnostic]) {
    var reader = KnowledgeReader(
      bytes,
      file: file,
      columns: [
        "iso2", "iso3", "m49", "dac", "name", "name_fr", "name_es", "name_ar", "spellings",
      ]
    )
    var countries: [Country] = []
    var names: [FoldedName: Int] = [:]
    var codes: [String: Int] = [:]
    for record in reader.records {
      let country = Country(
        code: reader.neededText(record, "iso2"),
        longCode: reader.neededText(record, "iso3"),
        number: reader.text(record, "m49"),
        recipientCode: reader.text(record, "dac"),
        names: reader.names(record, "name"),
        spellings: reader.texts(record, "spellings")
      )
      for name in Set((country.names.values + country.spellings).map { FoldedName($0) }) {
        if let other = names.updateValue(countries.count, forKey: name) {
          let first = countries[other].name
          reader.complain(record, "name", "“\(name.text)” is a name of “\(first)” too")
        }
      }
      for code in [country.code, country.longCode, country.number] where !code.isEmpty {
        if codes.updateValue(countries.count, forKey: code) != nil {
          reader.complain(record, "iso2", "the code “\(code)” stands here twice")
        }
      }
      countries.append(country)
    }
    return (CountryList(countries, names, codes), reader.diagnostics)
  }
}
