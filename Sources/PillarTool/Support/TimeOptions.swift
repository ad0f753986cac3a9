internal import ArgumentParser
internal import PillarKit

/// The options that say which span of time is asked of.
struct TimeOptions: ParsableArguments {
  @Option(name: .customLong("in"), help: "Count what holds in this year, month or day.")
  var inDate: String?

  @Option(help: "Count what holds at this date or later.")
  var since: String?

  @Option(help: "Count what holds at this date or earlier.")
  var until: String?

  func validate() throws {
    _ = try period
  }

  /// The span asked of; `nil` is any time.
  var period: Validity? {
    get throws {
      if let inDate {
        guard since == nil, until == nil else {
          throw ValidationError("--in stands alone; use --since and --until for a span.")
        }
        return Validity(in: try date(inDate, "--in"))
      }
      guard since != nil || until != nil else { return nil }
      let first = try since.map { try date($0, "--since") }
      let last = try until.map { try date($0, "--until") }
      guard let period = Validity(from: first, until: last) else {
        throw ValidationError("--until lies before --since.")
      }
      return period
    }
  }

  private func date(_ text: String, _ option: String) throws -> PartialDate {
    guard let date = PartialDate(text) else {
      throw ValidationError("\(option): “\(text)” is no date; write 2013, 2013-05 or 2013-05-21.")
    }
    return date
  }
}
