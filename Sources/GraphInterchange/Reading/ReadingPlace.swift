/// Where something stands: a file by its number, then a byte, or a line and a column.
struct ReadingPlace: Hashable {
  var file = 0
  /// The byte; its line and column are found when somebody is to see them.
  var offset: Int?
  var line: Int?
  var column: Int?
  /// The row of a table as a spreadsheet counts them.
  var row: Int?

  /// The start of the first file.
  static let start = ReadingPlace(line: 1, column: 1)
}

/// Turns what a reader knows of a place into a line and a column.
enum PlaceFinder {
  /// The reader knows line and column.
  case known
  /// The reader knows the end of a tag.
  case tags(TextPlaces)
  /// The reader knows the byte.
  case bytes(TextPlaces)

  func callAsFunction(_ place: ReadingPlace) -> ReadingPlace {
    switch self {
    case .known: place
    case .tags(let places): places.place(ofTagBefore: place)
    case .bytes(let places): place.offset.map { places.place(ofByte: $0) } ?? place
    }
  }

  /// The line alone, which costs less.
  func line(of place: ReadingPlace) -> Int? {
    guard case .bytes(let places) = self, let offset = place.offset else { return place.line }
    return places.line(ofByte: offset)
  }
}
