internal import AssistanceModel
internal import GraphCore
internal import GraphProjection
internal import NetworkAlgorithms

extension PathSearch {
  /// The best path whose steps hold one after the other.
  func route(
    inTime goal: TimedNetwork.Goal,
    from source: Network.Vertex,
    to target: Network.Vertex
  ) -> FoundRoutes {
    let network = projected.network
    let spans = (0..<Network.Link(network.linkCount)).map { validity(of: $0) }
    var calendar = DayCalendar()
    let from = spans.map { $0.from.map { calendar.first(of: $0) } }
    let until = spans.map { $0.until.map { calendar.last(of: $0) } }
    let start = question.period?.from.map { calendar.first(of: $0) }
    let end = question.period?.until.map { calendar.last(of: $0) }
    guard let timed = try? TimedNetwork(network, from: from, until: until),
      let path = timed.path(
        from: source,
        to: target,
        goal: goal,
        notBefore: start,
        notAfter: end
      )
    else { return FoundRoutes() }
    var told = telling.path(path.vertices, path.links)
    told.times = PathTimes(
      moments: path.moments.map { $0.flatMap { calendar.date($0) } },
      departure: path.departure.flatMap { calendar.date($0) },
      arrival: path.arrival.flatMap { calendar.date($0) },
      undatedSteps: path.links.count { spans[Int($0)].isUnbounded }
    )
    return FoundRoutes(paths: [told])
  }

  /// The span of the one statement that a link rests on.
  private func validity(of link: Network.Link) -> Validity {
    switch projected.witnesses(of: link).first {
    case .edge(let id)?: graph.graph[id]?.validity ?? .always
    case .node(let id, _, _)?: graph.graph[id]?.validity ?? .always
    case nil: .always
    }
  }
}

/// Days as numbers without gaps, and the dates that they came from.
private struct DayCalendar {
  /// The least precise date that begins or ends on a day.
  private var dates: [Int64: PartialDate] = [:]

  /// The first day that a date may mean.
  mutating func first(of date: PartialDate) -> Int64 {
    let day = Self.day(date.firstDay)
    return kept(date, day)
  }

  /// The last day that a date may mean.
  mutating func last(of date: PartialDate) -> Int64 {
    let day = Self.day(date.lastDay)
    return kept(date, day)
  }

  /// The date that a day came from; every moment is the first or last day of some date.
  func date(_ day: Int64) -> PartialDate? { dates[day] }

  private mutating func kept(_ date: PartialDate, _ day: Int64) -> Int64 {
    let isKnown = dates[day].map { Self.precision($0) <= Self.precision(date) } ?? false
    if !isKnown { dates[day] = date }
    return day
  }

  private static func precision(_ date: PartialDate) -> Int {
    (date.month == nil ? 0 : 1) + (date.day == nil ? 0 : 1)
  }

  /// The number of a day of the Gregorian calendar; years begin in March, so that a leap day is the
  /// last of its year.
  private static func day(_ packed: Int32) -> Int64 {
    let (month, day) = (Int64(packed >> 5) & 15, Int64(packed) & 31)
    let year = Int64(packed >> 9) - (month < 3 ? 1 : 0)
    let ofYear = (153 * (month < 3 ? month + 9 : month - 3) + 2) / 5 + day
    return year * 365 + year / 4 - year / 100 + year / 400 + ofYear
  }
}
