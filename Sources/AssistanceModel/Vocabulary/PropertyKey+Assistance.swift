public import GraphCore

extension PropertyKey where Value == String {
  /// What people call the node.
  public static let name = PropertyKey("name")
  /// A finer kind inside the kind.
  public static let subkind = PropertyKey("subkind")
  /// What a reader should know besides.
  public static let note = PropertyKey("note")
  /// How sure the statement is, as a word of the collection's scale.
  public static let confidence = PropertyKey("confidence")
}

extension PropertyKey where Value == Double {
  /// How likely the statement holds, from 0 to 1.
  public static let probability = PropertyKey("probability")
}

extension PropertyKey where Value == [String] {
  /// Other names of the node.
  public static let aliases = PropertyKey("aliases")
  /// Keys in other registers, as `scheme:key`.
  public static let identifiers = PropertyKey("identifiers")
}

extension PropertyKey where Value == Basis {
  /// How firmly a source supports the statement.
  public static let basis = PropertyKey("basis")
}

extension PropertyKey where Value == Modality {
  /// Whether it was done, or only may or should be done.
  public static let modality = PropertyKey("modality")
}

extension PropertyKey where Value == Designation {
  /// Whether the actor's name stands for one actor.
  public static let designation = PropertyKey("designation")
}

extension PropertyKey where Value == EvidenceClass {
  /// What kind of evidence the link rests on, where the collection says so itself.
  public static let evidence = PropertyKey("evidence")
}
