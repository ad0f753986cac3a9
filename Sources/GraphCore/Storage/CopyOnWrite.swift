/// Holds a large value behind one reference; a change to a shared value copies it first.
///
/// An array of one element is such a reference, and the language keeps it safe to send.
package struct CopyOnWrite<Value: Sendable>: Sendable {
  private var only: [Value]

  package init(_ value: Value) {
    only = [value]
  }

  package var value: Value {
    _read { yield only[0] }
    _modify { yield &only[0] }
  }
}
