/// A property of a graph, a node or an edge, such as `shape=box`.
public struct DOTAttribute: Hashable, Sendable {
  /// What is said.
  public var name: DOTIdentifier
  /// What it is.
  public var value: DOTIdentifier

  /// Creates an attribute.
  public init(_ name: DOTIdentifier, _ value: DOTIdentifier) {
    self.name = name
    self.value = value
  }
}

/// Attributes written out as a dictionary, in the order in which they are written.
public struct DOTAttributes: Hashable, Sendable {
  /// The attributes; of two with one name the later one holds.
  public var all: [DOTAttribute]

  /// Creates attributes.
  public init(_ all: [DOTAttribute] = []) { self.all = all }

  /// The value that holds for a name; setting `nil` removes it.
  public subscript(name: String) -> DOTIdentifier? {
    get { all.last { $0.name == .text(name) }?.value }
    set {
      let place = all.lastIndex { $0.name == .text(name) }
      switch (place, newValue) {
      case (let place?, let value?): all[place].value = value
      case (nil, let value?): all.append(DOTAttribute(.text(name), value))
      case (_, nil): all.removeAll { $0.name == .text(name) }
      }
    }
  }
}

extension DOTAttributes: ExpressibleByDictionaryLiteral {
  /// Creates attributes in the order written.
  public init(dictionaryLiteral elements: (String, DOTIdentifier)...) {
    all = elements.map { DOTAttribute(.text($0.0), $0.1) }
  }
}
