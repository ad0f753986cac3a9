internal import PillarKit

/// Coverage and losses of a ledger as their definitions read: each actor is taken out in turn.
struct SlowLedger {
  private struct Cell: Hashable {
    let row: Int
    let column: Int
  }

  private let data: LedgerData
  /// The facts that count, by their cells.
  private var cells: [Cell: [LedgerData.Fact]] = [:]

  init(_ data: LedgerData) {
    self.data = data
    for fact in data.facts
    where fact.basis == .explicit && fact.first <= LedgerData.window.upperBound
      && fact.last >= LedgerData.window.lowerBound
    {
      cells[Cell(row: fact.row, column: fact.column), default: []].append(fact)
    }
  }

  /// What coverage is checked by.
  var coverage: [String: Double] {
    let counts = cells.values.map { Set($0.flatMap(\.providers)).count }
    return [
      "counted-facts": Double(cells.values.reduce(0) { $0 + $1.count }),
      "nobody": Double(data.rowCount * LedgerData.columnCount - cells.count),
      "one": Double(counts.count { $0 == 1 }), "several": Double(counts.count { $0 > 1 }),
    ]
  }

  /// What losses are checked by, each actor with the facts that fall with it.
  ///
  /// - Parameter isFunding: Whether everything funded through an actor falls with it.
  /// - Returns: The values, by name.
  func losses(isFunding: Bool) -> [String: Double] {
    var losses: [LedgerCheck.Loss] = []
    let payers = Set(data.payments.filter { $0.from != $0.to }.map(\.from))
    let funders = payers.union(data.facts.compactMap(\.funder))
    for actor in 0..<data.actorCount where !isFunding || funders.contains(actor) {
      var loss = LedgerCheck.Loss(actor: actor)
      for facts in cells.values {
        let before = Set(facts.flatMap(\.providers))
        let left = facts.filter { !isFunding || !falls($0, with: actor) }
        let after = Set(left.flatMap(\.providers)).subtracting([actor])
        if left.count < facts.count || before.contains(actor) { loss.cells += 1 }
        guard after.count < before.count else { continue }
        if after.isEmpty { loss.opened += 1 }
        if after.count == 1, before.count > 1 { loss.thinned += 1 }
      }
      if isFunding || loss.cells > 0 { losses.append(loss) }
    }
    return LedgerCheck.of(losses)
  }

  /// Whether a fact falls with what is funded through an actor: it names it alone, or names nobody and
  /// each provider is it or gets money through it alone.
  private func falls(_ fact: LedgerData.Fact, with actor: Int) -> Bool {
    if Set(fact.providers) == [actor] { return true }
    if let funder = fact.funder { return funder == actor }
    return fact.providers.allSatisfy { $0 == actor || !isReached($0, without: actor) }
  }

  /// Whether money still comes to somebody, up the payments; with nobody to pay it, it has its own.
  private func isReached(_ start: Int, without actor: Int) -> Bool {
    var (open, seen): ([Int], Set<Int>) = ([start], [start])
    while let node = open.popLast() {
      let payers = data.payments.filter { $0.to == node && $0.from != node }.map(\.from)
      if payers.isEmpty || upstream(node).allSatisfy({ upstream($0).contains(node) }) {
        return true
      }
      for payer in payers where payer != actor && seen.insert(payer).inserted {
        open.append(payer)
      }
    }
    return false
  }

  /// Everybody from whom money comes to somebody, itself among them.
  private func upstream(_ start: Int) -> Set<Int> {
    var (open, seen): ([Int], Set<Int>) = ([start], [start])
    while let node = open.popLast() {
      for payment in data.payments where payment.to == node && payment.from != node {
        if seen.insert(payment.from).inserted { open.append(payment.from) }
      }
    }
    return seen
  }
}

/// The values by which losses are checked; each actor's own counts among them.
enum LedgerCheck {
  struct Loss {
    let actor: Int
    var cells = 0
    var opened = 0
    var thinned = 0
  }

  static func of(_ losses: [Loss]) -> [String: Double] {
    func sum(_ value: (Loss) -> Int) -> Double { Double(losses.reduce(0) { $0 + value($1) }) }
    return [
      "actors": Double(losses.count), "cells": sum(\.cells), "opened": sum(\.opened),
      "thinned": sum(\.thinned),
      "whose": sum { $0.actor % 1009 * ($0.opened + 7 * $0.thinned + 31 * $0.cells) % 10_007 },
    ]
  }

  static func of(_ losses: [ActorLoss]) -> [String: Double] {
    of(
      losses.map { loss in
        Loss(
          actor: LedgerData.number(of: loss.actor),
          cells: loss.cellCount,
          opened: loss.openedCount,
          thinned: loss.thinnedCount
        )
      }
    )
  }
}
