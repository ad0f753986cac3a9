/// Writes a picture that was read.
struct AccessibleSVGWriting {
  private let document: SVGDocument
  private let groups: SVGGroups
  private var identifiers = SVGIdentifiers(taken: [titleID, descriptionID])
  /// What elements are called, by the place where they begin.
  private var names: [Int: String] = [:]
  /// What gradients and the like are called now, by the name that refers to them.
  private var targets: [String: String] = [:]
  private var writer = SVGWriter()

  private static let titleID = "diagram-title"
  private static let descriptionID = "diagram-description"
  /// How deep elements may be; XML readers refuse documents that are deeper than about 250.
  private static let deepest = 128

  init(_ document: SVGDocument) {
    self.document = document
    groups = SVGGroups(document.items)
    for (place, item) in document.items.enumerated() {
      guard case .open(let element) = item, !groups.wrappers.contains(place),
        let id = element["id"]
      else { continue }
      let name = identifiers.name(for: id)
      names[place] = name
      if element.name.isReferredTo, targets[id] == nil { targets[id] = name }
    }
  }

  var bytes: [UInt8] { writer.bytes }

  mutating func write(
    title: String,
    description: String,
    darkColours: [String: String]
  ) {
    openRoot(hasDescription: !description.isEmpty)
    writer.element("title", [("id", Self.titleID)], text: SVGCharacters.valid(title))
    if !description.isEmpty {
      let text = SVGCharacters.valid(description)
      writer.element("desc", [("id", Self.descriptionID)], text: text)
    }
    let style = SVGStyle(document.items, darkColours: darkColours)
    writer.raw("<style>\n\(style.rules)</style>\n")
    writeContent()
    writer.raw("</svg>\n")
  }

  private mutating func openRoot(hasDescription: Bool) {
    writer.raw("<svg xmlns=\"http://www.w3.org/2000/svg\"")
    for attribute in document.root.attributes where attribute.name != "id" {
      guard attribute.name != "class" else { continue }
      writer.attribute(attribute.name, attribute.value)
    }
    writer.attribute("class", "diagram")
    writer.attribute("style", "max-width:100%;height:auto")
    writer.attribute("role", "graphics-document document")
    writer.attribute("aria-roledescription", "diagram")
    writer.attribute("aria-labelledby", Self.titleID)
    if hasDescription { writer.attribute("aria-describedby", Self.descriptionID) }
    writer.raw(">\n")
  }

  /// What is to be written where an element ends.
  private enum Ending {
    /// Nothing: it was left out, or is empty.
    case nothing
    case tag(String, endsLine: Bool)
    /// The end of text that is left out.
    case silence
  }

  private mutating func writeContent() {
    var open: [Ending] = []
    var depth = 0
    var silent = 0
    for (place, item) in document.items.enumerated() {
      switch item {
      case .text(let text):
        if silent == 0 { writer.text(text) }
      case .open(let element):
        let ending: Ending
        if element.name == .title || element.name == .desc {
          ending = .silence
          silent += 1
        } else if silent > 0 || groups.wrappers.contains(place)
          || depth >= Self.deepest && element.name.isWrapper
        {
          ending = .nothing
        } else {
          ending = openElement(element, at: place)
        }
        if case .tag = ending { depth += 1 }
        open.append(ending)
      case .close:
        switch open.popLast() {
        case .tag(let name, let endsLine):
          depth -= 1
          writer.raw(endsLine ? "</\(name)>\n" : "</\(name)>")
        case .silence: silent -= 1
        case .nothing, nil: break
        }
      }
    }
  }

  private mutating func openElement(_ element: SVGElement, at place: Int) -> Ending {
    guard let start = start(of: element, at: place) else { return .nothing }
    writer.raw("<\(start.name)")
    write(element.attributes, at: place)
    for attribute in start.added { writer.attribute(attribute.name, attribute.value) }
    let isInline = element.name.holdsText
    if !isInline, start.title == nil, isEmpty(place) {
      writer.raw("/>\n")
      return .nothing
    }
    writer.raw(isInline ? ">" : ">\n")
    if let title = start.title { writer.element("title", text: title) }
    return .tag(start.name, endsLine: element.name != .tspan)
  }

  private mutating func write(_ attributes: [SVGAttribute], at place: Int) {
    for attribute in attributes {
      if attribute.name == "id" {
        if let name = names[place] { writer.attribute("id", name) }
      } else if let target = SVGPaint.target(of: attribute.value) {
        writer.attribute(attribute.name, targets[target].map { "url(#\($0))" } ?? "none")
      } else {
        writer.attribute(attribute.name, attribute.value)
      }
    }
  }

  private func isEmpty(_ place: Int) -> Bool {
    if place + 1 < document.items.count, case .close = document.items[place + 1] { return true }
    return false
  }

  // MARK: Words and links

  /// How an element begins.
  private struct Start {
    var name: String
    var added: [SVGAttribute] = []
    var title: String?

    mutating func add(_ name: String, _ value: String) {
      added.append(SVGAttribute(name: name, value: value))
    }
  }

  /// What an element is called here, or `nil` for a link that leads nowhere and says nothing.
  private func start(of element: SVGElement, at place: Int) -> Start? {
    var start = Start(name: element.name.rawValue)
    if let group = groups.groups[place] {
      start.title = groups.words(at: place)
      if start.title != nil {
        let isWhole = group.kind == .node && !group.holdsMore
        start.add("role", isWhole ? "graphics-symbol" : "graphics-object")
      }
      return start
    }
    guard element.name == .a else { return start }
    let group = groups.ownLinks[place]
    if group == nil, let hint = element.hint, !hint.squeezed.isEmpty { start.title = hint }
    if let link = element.link.flatMap(address) {
      start.add("href", link)
      start.add("rel", "noopener noreferrer")
      if let words = group.flatMap(groups.words) { start.add("aria-label", words) }
    } else if start.title != nil {
      start.name = "g"
      start.add("role", "graphics-object")
    } else {
      return nil
    }
    return start
  }

  /// Where a link leads, if it may.
  private func address(_ link: String) -> String? {
    guard let address = SafeLink(link)?.address else { return nil }
    guard address.hasPrefix("#") else { return address }
    return identifiers.current(String(link.squeezed.dropFirst())).map { "#" + $0 } ?? address
  }
}
