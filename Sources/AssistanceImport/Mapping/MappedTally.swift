internal import GraphCore

/// What was counted while the rows of a mapped table were read.
struct MappedTally {
  var lacks = 0
  var cells = 0
  var negativeCells = 0
  var withoutProvider = 0
  var dividedCells = 0
  var scrubbedCells = 0
  var formulas = 0
  var unreadNumbers: [String: Int] = [:]
  var reversedDates = 0
  var unreadDates: [String: Int] = [:]
  var unreadCodes: [String: Int] = [:]

  func notes(wideAmount: String?) -> [String] {
    var notes: [String] = []
    func note(_ count: Int, _ text: String) {
      if count > 0 { notes.append(CountedWords.told(count, text)) }
    }
    if let wideAmount { note(cells, "cells are facts, with their amount as \(wideAmount)") }
    note(
      negativeCells,
      "cells are below zero: more came back than was given, which shows no activity"
    )
    if withoutProvider > 0, wideAmount == nil {
      note(withoutProvider, "rows name no provider; their facts stand under “not stated”")
    } else if withoutProvider > 0 {
      notes.append("no column names a provider; the facts stand under “not stated”")
    }
    note(lacks, "blank cells name no end of what the mapping reads; the rest of the row was read")
    note(dividedCells, "cells hold several values and were divided")
    note(scrubbedCells, "cells hold e-mail addresses and were dropped")
    note(formulas, "cells begin as a formula; an apostrophe keeps them from being run")
    return notes
  }

  func doubts(in document: String) -> [Diagnostic] {
    var doubts: [Diagnostic] = []
    func doubt(_ count: Int, _ message: String, _ hint: String) {
      guard count > 0 else { return }
      let place = Diagnostic.Place(file: document)
      doubts.append(Diagnostic(.warning, at: place, CountedWords.told(count, message), hint: hint))
    }
    func examples(_ words: [String: Int]) -> String {
      words.keys.sorted { $0.precedesBytewise($1) }.prefix(3).map { "“\($0.shortened)”" }
        .joined(separator: ", ")
    }
    doubt(reversedDates, "rows end before they begin; their dates were left out", "check them")
    doubt(
      unreadNumbers.values.reduce(0, +),
      "amounts are no numbers and were left out, such as \(examples(unreadNumbers))",
      "write digits, with a point before fractions"
    )
    doubt(
      unreadDates.values.reduce(0, +),
      "dates cannot be read and were left out, such as \(examples(unreadDates))",
      "write 2022-03-31, 2022-03 or 2022"
    )
    doubt(
      unreadCodes.values.reduce(0, +),
      "purposes are no codes and were left out, such as \(examples(unreadCodes))",
      "a code has three or five digits"
    )
    return doubts
  }
}
