internal import TabularText

/// Makes text of an XML file that a parser can read without danger: UTF-8, without a declaration of
/// the encoding and without entities of its own.
///
/// A document type may declare entities that stand for one another, so that a short text means a
/// very long one, or for other files. Graphs need none: such a type is refused before anything is
/// parsed, and one that only names a schema is passed over.
struct XMLSource {
  private(set) var text: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8], _ notes: inout ReadingNotes) {
    text = SourceText.unmarked(bytes, &notes)
    let isMarked = text.count != bytes.count
    if let encoding = blankDeclaration() { decode(encoding, isMarked: isMarked, &notes) }
    text = SourceText.repaired(text, &notes)
    if let bad = SourceText.firstBadByte(in: text) {
      notes.fault(
        "the bytes here are not UTF-8 text",
        hint: "save the file as UTF-8, or name its encoding in the first line",
        at: TextPlaces(text).place(ofByte: bad)
      )
    } else if let zero = text.firstIndex(of: 0) {
      notes.fault(
        "a zero byte stands in the text",
        hint: "remove it, or save the file anew as UTF-8",
        at: TextPlaces(text).place(ofByte: zero)
      )
    } else {
      skipProlog(&notes)
      refuseManyAttributes(&notes)
    }
  }

  /// Makes a declaration blank, so that places stay, and returns the encoding that it names.
  private mutating func blankDeclaration() -> String? {
    let start = text.firstIndex { !Self.isBlank($0) } ?? 0
    guard text[start...].starts(with: "<?xml".utf8),
      text.count > start + 5, Self.isBlank(text[start + 5]),
      let end = find("?>", from: start), end - start < 1_000
    else { return nil }
    let declaration = String(decoding: text[start..<end], as: UTF8.self)
    blank(start..<end)
    guard let name = declaration.range(of: "encoding") else { return nil }
    let words = declaration[name.upperBound...].split { "=\"' \t\r\n?>".contains($0) }
    return words.first.map { $0.lowercased() }
  }

  private mutating func decode(_ encoding: String, isMarked: Bool, _ notes: inout ReadingNotes) {
    switch encoding {
    case "utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be": break
    case _ where isMarked:
      notes.note(
        "the byte order mark and the encoding in the first line disagree; the mark was believed"
      )
    case "iso-8859-1", "latin1", "latin-1", "windows-1252", "cp1252", "iso8859-1":
      text = FieldText.decodingWindows1252(text)
    default:
      notes.fault(
        "the encoding “\(encoding.shortened)” is not known",
        hint: "save the file as UTF-8",
        at: ReadingPlace(line: 1, column: 1)
      )
    }
  }

  /// Goes to the root, over comments and instructions; a document type becomes blank.
  private mutating func skipProlog(_ notes: inout ReadingNotes) {
    while index < text.count {
      if Self.isBlank(text[index]) {
        index += 1
      } else if starts("<!--") {
        index = find("-->", from: index + 4) ?? text.count
      } else if starts("<?") {
        index = find("?>", from: index) ?? text.count
      } else if starts("<!DOCTYPE") {
        skipDocumentType(&notes)
      } else {
        return
      }
    }
  }

  private mutating func skipDocumentType(_ notes: inout ReadingNotes) {
    let start = index
    var quote: UInt8?
    while index < text.count {
      let byte = text[index]
      index += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "[") {
        notes.fault(
          "the document type declares entities or elements of its own",
          hint: "remove the “<!DOCTYPE …>”; no graph needs one",
          at: TextPlaces(text).place(ofByte: start)
        )
        index = text.count
        return
      } else if byte == UInt8(ascii: ">") {
        blank(start..<index)
        return
      }
    }
    notes.fault("the document type never ends", at: TextPlaces(text).place(ofByte: start))
  }

  /// Refuses an element with very many attributes, each of which a parser compares with all others.
  private func refuseManyAttributes(_ notes: inout ReadingNotes) {
    var index = index
    while let start = text[index...].firstIndex(of: UInt8(ascii: "<")) {
      if text[start...].starts(with: "<!--".utf8) {
        index = find("-->", from: start + 4) ?? text.count
        continue
      } else if text[start...].starts(with: "<![CDATA[".utf8) {
        index = find("]]>", from: start) ?? text.count
        continue
      }
      var count = 0
      var quote: UInt8?
      index = start + 1
      while index < text.count, quote != nil || text[index] != UInt8(ascii: ">") {
        let byte = text[index]
        if let open = quote {
          if byte == open { quote = nil }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        } else if byte == UInt8(ascii: "=") {
          count += 1
        }
        index += 1
      }
      guard count > GraphDraft.nameLimit else { continue }
      notes.fault(
        "an element has over \(GraphDraft.nameLimit) attributes",
        hint: "give values as data of the element",
        at: TextPlaces(text).place(ofByte: start)
      )
      return
    }
  }

  // MARK: Text

  private mutating func blank(_ range: Range<Int>) {
    for index in range where text[index] != 0x0A { text[index] = 0x20 }
  }

  private func starts(_ word: String) -> Bool { text[index...].starts(with: word.utf8) }

  /// The place after the next occurrence of a word.
  private func find(_ word: String, from start: Int) -> Int? {
    let word = Array(word.utf8)
    var index = start
    while index + word.count <= text.count {
      if text[index] == word[0], text[index..<(index + word.count)].elementsEqual(word) {
        return index + word.count
      }
      index += 1
    }
    return nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}

extension String {
  /// Where a word of ASCII first stands.
  fileprivate func range(of word: String) -> Range<String.Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(word) {
        return index..<self.index(index, offsetBy: word.count)
      }
      index = self.index(after: index)
    }
    return nil
  }
}
