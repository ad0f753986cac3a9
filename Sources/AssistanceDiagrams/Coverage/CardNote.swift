/// What a card says of its cells: how many are reported, and how many are gaps.
struct CardNote: Hashable {
  /// What is reported, or why there is nothing to report.
  let reported: String
  /// How many gaps there are; empty if there is none.
  let gaps: String

  init(_ total: MatrixOrder.Total) {
    switch (total.reported, total.possible) {
    case (_, 0): (reported, gaps) = (Self.marks(total), "")
    case (0, 1): (reported, gaps) = ("", "no reported activity")
    case (1, 1): (reported, gaps) = ("reported", "")
    case (let some, let all):
      reported = "\(some == 0 ? "none" : "\(some)") of \(all) reported"
      gaps = total.gaps > 0 ? counted(total.gaps, "gap") : ""
    }
  }

  /// Why there is nothing to report.
  static func marks(_ total: MatrixOrder.Total) -> String {
    switch (total.notNeeded, total.unobservable) {
    case (0, 0): "nothing asked"
    case (_, 0): "not needed"
    case (0, _): "cannot be seen in the sources"
    case (let needless, let hidden): "\(needless) not needed, \(hidden) cannot be seen"
    }
  }

  /// What stands between what is reported and the gaps.
  var separator: String { reported.isEmpty || gaps.isEmpty ? "" : " · " }

  /// All of it.
  var text: String { reported + separator + gaps }
}
