/// An element of a picture with only the attributes that it may have.
struct SVGElement {
  /// What it is.
  let name: SVGElementName
  /// Its attributes in the order written, each once, links and hints apart.
  var attributes: [SVGAttribute] = []
  /// Where it leads, as it is written.
  var link: String?
  /// What is said where the pointer rests.
  var hint: String?

  /// The value of an attribute.
  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// Reads the attributes of a tag, and leaves out what may not be there.
  init(_ name: SVGElementName, _ written: [SVGAttribute]) {
    self.name = name
    for attribute in written {
      switch (name, attribute.name) {
      case (.a, "href"), (.a, "xlink:href"): link = link ?? attribute.value
      case (.a, "xlink:title"): hint = hint ?? attribute.value
      case (_, "style"): addStyle(attribute.value)
      default: add(attribute.name, attribute.value)
      }
    }
  }

  /// Adds what a style says as attributes of their own.
  private mutating func addStyle(_ style: String) {
    for declaration in style.split(separator: ";") {
      guard let colon = declaration.firstIndex(of: ":") else { continue }
      add(
        String(declaration[..<colon]).squeezed,
        String(declaration[declaration.index(after: colon)...]).squeezed
      )
    }
  }

  private mutating func add(_ attribute: String, _ value: String) {
    guard let kind = name.kind(ofAttribute: attribute), self[attribute] == nil,
      let value = kind.checked(value)
    else { return }
    attributes.append(SVGAttribute(name: attribute, value: value))
  }
}

/// A picture as a list of what opens, closes and is said, with only what it may hold.
struct SVGDocument {
  /// A part of the list.
  enum Item {
    /// An element begins.
    case open(SVGElement)
    /// The element that began last, and has not ended, ends.
    case close
    /// Text in an element that holds text.
    case text(String)
  }

  /// What is inside the outermost element.
  private(set) var items: [Item] = []
  /// The outermost element.
  private(set) var root: SVGElement

  /// Reads a picture.
  ///
  /// What follows it in the text is not read.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  init(_ bytes: [UInt8]) throws(SVGError) {
    var scanner = SVGScanner(bytes)
    root = SVGElement(.svg, [])
    guard try readRoot(&scanner) else { return }
    var open: [(name: String, kept: SVGElementName?)] = []
    var dropped = 0
    while true {
      let place = scanner.place
      guard let token = try scanner.next() else { throw .cutShort }
      switch token {
      case .text(let text):
        if dropped == 0, open.last?.kept?.holdsText == true { items.append(.text(text)) }
      case .close(let name):
        guard let last = open.popLast() else {
          guard name == "svg" else { throw .unbalanced(byte: place) }
          return
        }
        guard last.name == name else { throw .unbalanced(byte: place) }
        if last.kept == nil { dropped -= 1 } else if dropped == 0 { items.append(.close) }
      case .open(let name, let attributes, let isClosed):
        let known = SVGElementName(rawValue: name)
        let kept = known == .svg ? nil : known
        if let kept, dropped == 0 {
          items.append(.open(SVGElement(kept, attributes)))
          if isClosed { items.append(.close) }
        }
        guard !isClosed else { continue }
        open.append((name, kept))
        if kept == nil { dropped += 1 }
      }
    }
  }

  /// Reads up to the outermost element.
  ///
  /// - Returns: Whether it holds anything.
  private mutating func readRoot(_ scanner: inout SVGScanner) throws(SVGError) -> Bool {
    while true {
      switch try scanner.next() {
      case .open("svg", let attributes, let isClosed):
        root = SVGElement(.svg, attributes)
        return !isClosed
      case .text: continue
      default: throw .noPicture
      }
    }
  }
}
