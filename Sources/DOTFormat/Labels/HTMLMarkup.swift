/// Writes the markup that Graphviz accepts.
///
/// Graphviz silently shows the node's name instead of a label with a fault, so none may be written: no
/// empty element, no table inside fonts or beside text, no `]` before a tag.
enum HTMLMarkup {
  /// What stands by itself: a run of text, or a table.
  private enum Block {
    case run([HTMLLabel.Piece])
    case table(HTMLTable)
  }

  /// The longest stretch of text without a tag that the lexer of Graphviz 2.42 surely takes.
  private static let longestStretch = 8_000

  /// The longest value of an attribute, in bytes; the rest shows as an ellipsis.
  private static let longestValue = 15_000

  static func text(of pieces: [HTMLLabel.Piece]) -> String {
    let blocks = blocks(of: pieces)
    if let only = blocks.first, blocks.count == 1 {
      return switch only {
      case .run(let run): inline(run)
      case .table(let table): text(of: table)
      }
    }
    guard !blocks.isEmpty else { return "" }
    let rows = blocks.map { block in
      switch block {
      case .run(let run): [HTMLTable.Cell(run)]
      case .table(let table): [HTMLTable.Cell([.table(table)])]
      }
    }
    return text(
      of: HTMLTable(
        ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "0"],
        rows: rows
      )
    )
  }

  // MARK: Blocks

  private static func blocks(of pieces: [HTMLLabel.Piece]) -> [Block] {
    var blocks: [Block] = []
    var run: [HTMLLabel.Piece] = []
    func endRun() {
      if !run.allSatisfy(showsNothing) { blocks.append(.run(run)) }
      run = []
    }
    for piece in pieces {
      guard let (inner, wrap) = wrapping(piece) else {
        if case .table(let table) = piece {
          guard table.rows.contains(where: { !$0.isEmpty }) else { continue }
          endRun()
          blocks.append(.table(table))
        } else {
          run.append(piece)
        }
        continue
      }
      for block in self.blocks(of: inner) {
        switch block {
        case .run(let part): run.append(wrap(part))
        case .table(var table):
          for row in table.rows.indices {
            for cell in table.rows[row].indices {
              table.rows[row][cell].pieces = [wrap(table.rows[row][cell].pieces)]
            }
          }
          endRun()
          blocks.append(.table(table))
        }
      }
    }
    endRun()
    return blocks
  }

  /// The pieces inside a piece, and how to put others in their place.
  private static func wrapping(
    _ piece: HTMLLabel.Piece
  ) -> (inner: [HTMLLabel.Piece], wrap: ([HTMLLabel.Piece]) -> HTMLLabel.Piece)? {
    switch piece {
    case .text, .lineBreak, .table: nil
    case .font(let size, let colour, let inner): (inner, { .font(size: size, colour: colour, $0) })
    case .bold(let inner): (inner, { .bold($0) })
    case .italic(let inner): (inner, { .italic($0) })
    }
  }

  private static func showsNothing(_ piece: HTMLLabel.Piece) -> Bool {
    switch piece {
    case .text(let text): text.isEmpty
    case .lineBreak: false
    case .font(_, _, let inner), .bold(let inner), .italic(let inner):
      inner.allSatisfy(showsNothing)
    case .table(let table): table.rows.allSatisfy(\.isEmpty)
    }
  }

  // MARK: Elements

  private static func inline(_ pieces: [HTMLLabel.Piece]) -> String {
    pieces.lazy.filter { !showsNothing($0) }.map { piece in
      switch piece {
      case .text(let text):
        ShownText.lines(of: text).map(escapedText).joined(separator: "<BR/>")
      case .lineBreak(nil): "<BR/>"
      case .lineBreak(let alignment?): "<BR ALIGN=\"\(alignment.rawValue)\"/>"
      case .font(let size, let colour, let inner): font(size, colour, inline(inner))
      case .bold(let inner): "<B>\(inline(inner))</B>"
      case .italic(let inner): "<I>\(inline(inner))</I>"
      case .table(let table): text(of: table)
      }
    }
    .joined()
  }

  private static func font(_ size: Double?, _ colour: String?, _ inner: String) -> String {
    var tag = "<FONT"
    if let size {
      // Graphviz reads no more than the whole points.
      tag += " POINT-SIZE=\"\(DOTIdentifier.decimal(min(max(size.rounded(), 1), 255), digits: 0))\""
    }
    if let colour, !colour.isEmpty { tag += " COLOR=\"\(escapedValue(colour))\"" }
    return tag == "<FONT" ? inner : "\(tag)>\(inner)</FONT>"
  }

  private static func text(of table: HTMLTable) -> String {
    var text = "<TABLE\(attributes(table.attributes))>"
    for row in table.rows where !row.isEmpty {
      text += "<TR>"
      for cell in row {
        text += "<TD\(attributes(cell.attributes))>\(self.text(of: cell.pieces))</TD>"
      }
      text += "</TR>"
    }
    return text + "</TABLE>"
  }

  private static func attributes(_ attributes: HTMLTable.KeyValuePairs) -> String {
    var written: [(name: String, value: String)] = []
    for attribute in attributes.all {
      let name = attribute.name.content
      precondition(isName(name), "“\(name)” is no name of an attribute of a table or cell")
      let raw = attribute.value.content
      let kind = name.uppercased()
      written.removeAll { $0.name.uppercased() == kind }
      guard kind == "HREF" else {
        written.append((name, escapedValue(raw)))
        continue
      }
      guard let link = DOTIdentifier.url(raw)?.content, link.utf8.count < longestValue / 2 else {
        continue
      }
      written.append((name, escapedValue(link)))
    }
    // A line end keeps a long value from the limit of the others.
    return written.map { attribute in
      let blank = attribute.value.utf8.count < longestValue / 8 ? " " : "\n"
      return "\(blank)\(attribute.name)=\"\(attribute.value)\""
    }
    .joined()
  }

  private static func isName(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        switch byte | 0x20 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: byte == UInt8(ascii: "-")
        }
      }
  }

  // MARK: Escapes

  /// A line of text; the reader of Graphviz drops tabs, and stumbles over `]` before a tag.
  private static func escapedText(_ line: String) -> String {
    var text = line
    var brackets = 0
    while text.utf8.last == UInt8(ascii: "]") {
      text.removeLast()
      brackets += 1
    }
    var length = 0
    return text.replacing { scalar in
      let escaped: String? =
        switch scalar {
        case "\\": "\\\\"
        case "\"": "&quot;"
        case "\t": " "
        default: String.entity(for: scalar)
        }
      length += escaped?.utf8.count ?? UTF8.width(scalar)
      guard length > longestStretch else { return escaped }
      // A line end in the text of a label shows nothing.
      length = 0
      return "\n" + (escaped ?? String(scalar))
    } + String(repeating: "&#93;", count: brackets)
  }

  /// A value of an attribute, cut where a tag would become too long for the lexer.
  private static func escapedValue(_ value: String) -> String {
    var text = ""
    var length = 0
    for (place, line) in ShownText.lines(of: value).enumerated() {
      if place > 0 { text += "&#10;" }
      for scalar in line.unicodeScalars {
        let escaped: String =
          switch scalar {
          case "\\": "\\\\"
          case "\"": "&quot;"
          case "\t": "&#9;"
          default: String.entity(for: scalar) ?? String(scalar)
          }
        length += escaped.utf8.count
        guard length <= longestValue else { return text + "…" }
        text += escaped
      }
    }
    return text
  }
}
