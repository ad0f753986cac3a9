/// Holds a large value behind one reference; a change to a shared value copies it first.
///
/// An array of one element is such a reference, and the language keeps it safe to send.
@usableFromInline package struct CopyOnWrite<Value: Sendable>: Sendable {
  @usableFromInline var only: [Value]

  package init(_ value: Value) {
    only = [value]
  }

  // Inlined into other modules: called, it would copy the whole value for each look at a part.
  @inlinable package var value: Value {
    _read { yield only[0] }
    _modify { yield &only[0] }
  }
}
