/// The name of a property together with the type of its values.
///
///     extension PropertyKey where Value == String {
///       static let mandate = PropertyKey("mandate")
///     }
///     let mandate = node[.mandate]  // String?
public struct PropertyKey<Value: PropertyRepresentable>: Hashable, Sendable {
  /// The property's name.
  public let name: String

  /// Creates a key.
  public init(_ name: String) {
    self.name = name
  }
}

/// A type whose values a property can hold.
public protocol PropertyRepresentable: Sendable {
  /// The value as a property holds it.
  var propertyValue: PropertyValue { get }
  /// Reads the value back, or gives `nil` if the property holds another type.
  init?(propertyValue: PropertyValue)
}

extension String: PropertyRepresentable {
  /// The text as a property holds it.
  public var propertyValue: PropertyValue { .text(self) }
  /// Reads the value back, or gives `nil` if the property holds another type.
  public init?(propertyValue: PropertyValue) {
    guard case .text(let value) = propertyValue else { return nil }
    self = value
  }
}

extension [String]: PropertyRepresentable {
  /// The list of texts as a property holds it.
  public var propertyValue: PropertyValue { .texts(self) }
  /// Reads the value back, or gives `nil` if the property holds another type.
  public init?(propertyValue: PropertyValue) {
    guard case .texts(let value) = propertyValue else { return nil }
    self = value
  }
}

extension Int: PropertyRepresentable {
  /// The whole number as a property holds it.
  public var propertyValue: PropertyValue { .integer(self) }
  /// Reads the value back, or gives `nil` if the property holds another type.
  public init?(propertyValue: PropertyValue) {
    guard case .integer(let value) = propertyValue else { return nil }
    self = value
  }
}

extension Double: PropertyRepresentable {
  /// The number as a property holds it.
  public var propertyValue: PropertyValue { .decimal(self) }
  /// Reads the value back, or gives `nil` if the property holds another type.
  public init?(propertyValue: PropertyValue) {
    guard case .decimal(let value) = propertyValue else { return nil }
    self = value
  }
}

extension Bool: PropertyRepresentable {
  /// The flag as a property holds it.
  public var propertyValue: PropertyValue { .flag(self) }
  /// Reads the value back, or gives `nil` if the property holds another type.
  public init?(propertyValue: PropertyValue) {
    guard case .flag(let value) = propertyValue else { return nil }
    self = value
  }
}

extension PartialDate: PropertyRepresentable {
  /// The date as a property holds it.
  public var propertyValue: PropertyValue { .date(self) }
  /// Reads the value back, or gives `nil` if the property holds another type.
  public init?(propertyValue: PropertyValue) {
    guard case .date(let value) = propertyValue else { return nil }
    self = value
  }
}

extension PropertyRepresentable where Self: RawRepresentable, RawValue == String {
  /// The word of the case.
  public var propertyValue: PropertyValue { .text(rawValue) }
  /// Reads the word of a case; an unknown word gives `nil`.
  public init?(propertyValue: PropertyValue) {
    guard case .text(let word) = propertyValue else { return nil }
    self.init(rawValue: word)
  }
}
