/// What a person finds in a picture: the text in it, what is said where the pointer rests, and
/// where its links lead.
///
///     try SVGText(picture.bytes).lines  // ["Kenya", "2 gaps", …]
public struct SVGText: Hashable, Sendable {
  /// The lines of text in the order written, without the title and the description.
  public let lines: [String]
  /// The titles of the whole and of its parts, in the order written.
  public let titles: [String]
  /// The description of the whole, or `nil` if there is none.
  public let description: String?
  /// The addresses of the links in the order written.
  public let links: [String]

  /// Gathers the text of a picture.
  ///
  /// - Parameter svg: A picture, made good or as Graphviz writes it.
  /// - Throws: ``SVGError`` if the text holds no picture, or one cut short or wrongly nested.
  /// - Complexity: O(*n*) for *n* bytes.
  public init(_ svg: [UInt8]) throws(SVGError) {
    var lines: [String] = []
    var titles: [String] = []
    var descriptions: [String] = []
    var links: [String] = []
    var open: [SVGElementName] = []
    for item in try SVGDocument(svg).items {
      switch item {
      case .open(let element):
        switch element.name {
        case .text: lines.append("")
        case .title: titles.append("")
        case .desc: descriptions.append("")
        case .a: links += element.link.map { [$0] } ?? []
        default: break
        }
        open.append(element.name)
      case .text(let text):
        switch open.last {
        case .text, .tspan: lines.indices.last.map { lines[$0] += text }
        case .title: titles.indices.last.map { titles[$0] += text }
        case .desc: descriptions.indices.last.map { descriptions[$0] += text }
        default: break
        }
      case .close: open.removeLast()
      }
    }
    self.lines = lines
    self.titles = titles
    self.links = links
    description = descriptions.first
  }
}
