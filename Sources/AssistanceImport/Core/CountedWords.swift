/// Says how many there are of something, in words that fit one as well.
enum CountedWords {
  /// The number and the words, which are written for several: “1 cell holds”, “2 cells hold”.
  static func told(_ number: Int, _ words: String) -> String {
    guard number == 1 else { return "\(number) \(words)" }
    var parts = words.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for (place, word) in parts.enumerated() {
      guard let single = singles[word] else { continue }
      parts[place] = single
    }
    return "1 \(parts.joined(separator: " "))"
  }

  /// The words of what is told of one thing; those about several others are left as they are.
  private static let singles = [
    "activities": "activity", "amounts": "amount", "are": "is", "begin": "begins", "cells": "cell",
    "columns": "column",
    "dates": "date", "do": "does", "doubts": "doubt", "begin;": "begins;", "end": "ends",
    "entries": "entry",
    "facts": "fact", "hold": "holds", "months": "a month",
    "numbers": "number", "pledges:": "a pledge:", "repayments": "a repayment", "rows": "row",
    "sales:": "a sale:", "stand": "stands", "sums": "sum",
    "their": "its", "they": "it", "times;": "time;", "times": "time",
    "transactions": "transaction", "were": "was",
  ]
}
