/// Finds lines and columns in UTF-8 text; lines end in LF.
struct TextPlaces {
  private let text: [UInt8]
  private let lineStarts: [UInt32]

  init(_ text: [UInt8]) {
    self.text = text
    var starts: [UInt32] = [0]
    for (offset, byte) in text.enumerated() where byte == 0x0A { starts.append(UInt32(offset + 1)) }
    lineStarts = starts
  }

  /// The line of a byte, counted from 1.
  func line(ofByte offset: Int) -> Int {
    let offset = UInt32(max(0, min(offset, text.count)))
    var (low, high) = (0, lineStarts.count)
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(1, low)
  }

  /// The place of a byte.
  func place(ofByte offset: Int) -> ReadingPlace {
    let offset = max(0, min(offset, text.count))
    let line = line(ofByte: offset)
    let before = text[Int(lineStarts[line - 1])..<offset]
    return ReadingPlace(line: line, column: String(decoding: before, as: UTF8.self).count + 1)
  }

  /// The place of the tag that ends before a byte column of a line, counted from 1.
  func place(ofTagBefore place: ReadingPlace) -> ReadingPlace {
    guard let line = place.line, let column = place.column else { return place }
    let number = max(0, min(line, lineStarts.count) - 1)
    let start = Int(lineStarts[number])
    let end = number + 1 < lineStarts.count ? Int(lineStarts[number + 1]) - 1 : text.count
    let offset = max(start, min(start + column - 1, end))
    let tag = text[start..<offset].lastIndex(of: UInt8(ascii: "<")) ?? offset
    var found = self.place(ofByte: tag)
    found.file = place.file
    return found
  }
}
