internal import AssistanceModel
internal import GraphCore

/// Facts filed into cells: flat runs, one for each cell.
struct CoverageEntries: Sendable {
  /// A fact in a cell.
  struct Entry: Sendable {
    var cell: UInt32
    var fact: UInt32
    /// The relation through which the fact reaches the column; `direct` if it names it.
    var via: UInt32
    var basis: Basis
    var reasons: LeftOut

    static let direct = UInt32.max
  }

  private let starts: [UInt32]
  /// All entries, cell after cell.
  let entries: [Entry]

  /// Sorts entries by cell with a counting sort, which keeps the order of facts.
  init(_ unsorted: [Entry], cellCount: Int) {
    var starts = [UInt32](repeating: 0, count: cellCount + 1)
    for entry in unsorted { starts[Int(entry.cell) + 1] += 1 }
    for cell in 0..<cellCount { starts[cell + 1] += starts[cell] }
    var next = starts
    // Every place is written once; the entries stand in for values that are not there yet.
    var sorted = unsorted
    for entry in unsorted {
      sorted[Int(next[Int(entry.cell)])] = entry
      next[Int(entry.cell)] += 1
    }
    self.starts = starts
    entries = sorted
  }

  func of(_ cell: Int) -> ArraySlice<Entry> { entries[run(cell)] }

  /// The places in ``entries`` of a cell's: a range costs no count of references.
  func run(_ cell: Int) -> Range<Int> {
    Int(starts[cell])..<Int(starts[cell + 1])
  }
}
