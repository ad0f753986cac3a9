/// What candidates are grouped by when they are told or drawn: the strongest reason.
package enum CandidateGroup: CaseIterable, Sendable {
  case hereAndNear, near, elsewhere, general, relative, here, route

  /// The group of a candidate.
  package init(_ candidate: Candidate) {
    let reasons = candidate.reasons
    self =
      if reasons.contains(.nearBy) {
        reasons.contains(.here) ? .hereAndNear : .near
      } else if reasons.contains(.elsewhere) {
        .elsewhere
      } else if reasons.contains(.general) {
        .general
      } else if reasons.contains(.relative) {
        .relative
      } else if reasons.contains(.here) {
        .here
      } else {
        .route
      }
  }

  /// What the group is called.
  package var heading: String {
    switch self {
    case .hereAndNear: "Here already, and does it near by"
    case .near: "Does it near by, not reported here"
    case .elsewhere: "Does it elsewhere"
    case .general: "Offers it in general, wherever that may be"
    case .relative: "A part, a whole or a member of it does it"
    case .here: "Here already, for something else only"
    case .route: "Tied to the place by a short route only"
    }
  }
}
