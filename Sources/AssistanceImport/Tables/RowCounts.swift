internal import GraphCore

/// What is to be said about rows beside their facts.
struct RowCounts {
  var missingSectors: [String: Int] = [:]
  var unreadDates: [String: Int] = [:]
  var monthsWithoutYear = 0
  var reversedDates = 0
  var unreadNumbers = 0
  var scrubbedCells = 0
  var formulas = 0
  var dividedCells = 0

  /// Adds what holds for so many rows.
  mutating func add(_ other: RowCounts, times: Int = 1) {
    missingSectors.merge(other.missingSectors.mapValues { $0 * times }) { $0 + $1 }
    unreadDates.merge(other.unreadDates.mapValues { $0 * times }) { $0 + $1 }
    monthsWithoutYear += other.monthsWithoutYear * times
    reversedDates += other.reversedDates * times
    unreadNumbers += other.unreadNumbers * times
    scrubbedCells += other.scrubbedCells * times
    formulas += other.formulas * times
    dividedCells += other.dividedCells * times
  }

  var notes: [String] {
    var notes: [String] = []
    func note(_ count: Int, _ text: String) {
      if count > 0 { notes.append(CountedWords.told(count, text)) }
    }
    note(dividedCells, "cells hold several values and were divided")
    note(scrubbedCells, "cells hold e-mail addresses and were dropped")
    note(formulas, "cells begin as a formula; an apostrophe keeps them from being run")
    return notes
  }

  func doubts(of document: String) -> [Diagnostic] {
    var doubts: [Diagnostic] = []
    func doubt(_ count: Int, _ message: String, _ hint: String) {
      guard count > 0 else { return }
      let place = Diagnostic.Place(file: document)
      doubts.append(Diagnostic(.warning, at: place, CountedWords.told(count, message), hint: hint))
    }
    doubt(
      monthsWithoutYear,
      "dates are months without a year and were left out",
      "say it with --year 2022, or year: 2022 in a mapping"
    )
    doubt(reversedDates, "rows end before they begin; their dates were left out", "check them")
    doubt(unreadNumbers, "amounts are no numbers and were left out", "check them")
    let examples = unreadDates.keys.sorted { $0.precedesBytewise($1) }.prefix(3)
    doubt(
      unreadDates.values.reduce(0, +),
      "dates cannot be read and were left out, such as "
        + examples.map { "“\($0)”" }.joined(separator: ", "),
      "write 2022-03-31, 2022-03 or 2022"
    )
    return doubts
  }
}
