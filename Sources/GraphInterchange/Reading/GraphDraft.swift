internal import GraphCore

/// What a file says of nodes and edges, before it is known whether a graph can hold it.
struct GraphDraft {
  /// What nodes and edges have in common.
  struct Content {
    var kind: String?
    /// What people call it.
    var label: String?
    private(set) var properties: [(name: String, value: PropertyValue)] = []
    var from: PartialDate?
    var until: PartialDate?
    var sources: [SourceReference] = []
    var place = ReadingPlace()
    /// Where each property is, while there are many and more are set.
    private var numbers: [String: Int]?
    /// Fewer names are compared one by one.
    private static let indexedCount = 16

    init(kind: String? = nil, label: String? = nil, place: ReadingPlace = ReadingPlace()) {
      self.kind = kind
      self.label = label
      self.place = place
    }

    /// The value under a name.
    subscript(name: String) -> PropertyValue? {
      number(of: name).map { properties[$0].value }
    }

    private func number(of name: String) -> Int? {
      if let numbers { return numbers[name] }
      return properties.firstIndex { $0.name == name }
    }

    /// Adds a value whose name is new.
    mutating func append(_ name: String, _ value: PropertyValue) {
      numbers?[name] = properties.count
      properties.append((name, value))
    }

    /// Adds a value before the others.
    mutating func insertFirst(_ name: String, _ value: PropertyValue) {
      numbers = nil
      properties.insert((name, value), at: 0)
    }

    /// Adds a value, or replaces the one that has the name.
    mutating func set(_ name: String, _ value: PropertyValue) {
      rememberNumbers()
      if let number = number(of: name) {
        properties[number].value = value
      } else {
        append(name, value)
      }
    }

    /// Makes names quick to find, if there are many.
    mutating func rememberNumbers() {
      guard numbers == nil, properties.count >= Self.indexedCount else { return }
      numbers = Dictionary(
        properties.enumerated().map { ($0.element.name, $0.offset) },
        uniquingKeysWith: { first, _ in first }
      )
    }

    /// Gives back the memory that finding names took.
    mutating func forgetNumbers() { numbers = nil }

    /// Removes a text that is not empty, and hands it over.
    mutating func take(_ name: String) -> String? {
      guard let index = properties.firstIndex(where: { $0.name.lowercased() == name }),
        case .text(let text) = properties[index].value, !text.isEmpty
      else { return nil }
      numbers = nil
      properties.remove(at: index)
      return text
    }
  }

  struct Node {
    let id: NodeID
    var content: Content
    /// Whether only edges name it.
    var isImplied = false
  }

  /// Whether an edge has a direction.
  enum Direction: String {
    case directed
    case undirected
    case mutual
  }

  struct Edge {
    /// What the file calls the edge.
    var name: String?
    var source: NodeID
    var target: NodeID
    var direction = Direction.directed
    var content: Content
  }

  /// Whether the file should hold exactly what a graph held, so that what is missing is a fault.
  var isStrict = false
  /// Whether Pillar wrote the file.
  var isOfPillar = false
  /// Whether texts that are written like numbers, flags or dates are such.
  var infersTypes = false
  var title: String?
  var nodes: [Node] = []
  var edges: [Edge] = []
  var notes: ReadingNotes

  /// How many values elements have from defaults, which a short text can give to very many.
  private var inheritedCount = 0
  /// More properties than this are a table by mistake, and would make a graph slow.
  static let nameLimit = 1_024
  private static let inheritedLimit = 1_000_000

  init(_ files: [String]) {
    notes = ReadingNotes(files)
  }

  /// Whether elements may have so many more values from defaults; it is a fault if they may not.
  mutating func inherits(_ count: Int, at place: ReadingPlace) -> Bool {
    guard inheritedCount <= Self.inheritedLimit else { return false }
    inheritedCount += count
    guard inheritedCount > Self.inheritedLimit else { return true }
    notes.fault(
      "defaults give elements over \(Self.inheritedLimit) values",
      hint: "leave out defaults that say nothing",
      at: place
    )
    return false
  }
}

extension GraphDraft.Content {
  /// Takes the kind of an element from what other tools have for it: `kind`, or else `type`.
  mutating func takeKind() {
    if kind == nil { kind = take("kind") ?? take("type") }
    forgetNumbers()
  }
}
