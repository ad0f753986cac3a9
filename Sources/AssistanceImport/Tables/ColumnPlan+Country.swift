extension ColumnPlan {
  /// The country of all places, if their p-codes begin with its letters.
  ///
  /// A few codes that do not, such as slips, change nothing.
  func country(of statistics: [ColumnStatistics], in countries: CountryList) -> Country? {
    var counts: [String: Int] = [:]
    var total = 0
    for column in places.flatMap(\.columns.codes) {
      for code in statistics[column].distinct {
        total += 1
        if let country = countries.country(ofPCode: code) { counts[country.code, default: 0] += 1 }
      }
    }
    guard let code = counts.mostFrequent, let count = counts[code], count * 20 >= total * 19 else {
      return nil
    }
    return countries[code: code]
  }
}
