/// How amounts of an instance become whole numbers on which the search is exact.
struct CoverScale {
  /// The greatest common divisor of all that the objective sums.
  let divisor: Int
  /// The scaled amount of one divisor of the objective: a power of two.
  let unit: Double
  /// More than any plan comes to, scaled.
  let ceiling: Double
  /// The sum of all weights, or `nil` where there is no budget.
  private let weightSum: Int?
  private let highestPrice: Double

  init(_ instance: CoverInstance) {
    let costs = instance.columns.map(\.cost) + instance.groups.map(\.fixedCost)
    let amounts = instance.budget?.weights ?? costs
    divisor = max(1, amounts.reduce(0) { Self.commonDivisor($0, $1) })
    let sum = Double(amounts.reduce(0, +) / divisor)
    weightSum = instance.budget?.weights.reduce(0, +)
    // All sums that are formed stay below 2⁵², so that doubles hold them exactly.
    let demand = Double(instance.demands.reduce(0, +))
    let dearest = Double((costs.max() ?? 0) / divisor) + 1
    let largest =
      instance.budget == nil
      ? sum + demand * dearest * 4
      : sum * Double(instance.columns.count + instance.groups.count + 4)
    var exponent = 30
    while exponent > 4, largest * Double(sign: .plus, exponent: exponent, significand: 1) > 0x1p51 {
      exponent -= 1
    }
    unit = Double(sign: .plus, exponent: exponent, significand: 1)
    ceiling = (sum + 1) * unit
    let most = (0x1p51 / max(1, demand)).rounded(.down)
    highestPrice = min(most, dearest * 4 * unit)
  }

  private static func commonDivisor(_ first: Int, _ second: Int) -> Int {
    var (a, b) = (first, second)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  /// The objective that a scaled amount stands for, rounded to what a plan can come to.
  func objective(_ amount: Double) -> Int {
    let value = Int((amount / unit).rounded(.up)) * divisor
    return weightSum.map { $0 - value } ?? value
  }

  /// Gives scaled prices as whole numbers that can be checked against the instance.
  func prices(
    _ pairs: [(row: Int32, price: Double)],
    budget: Double,
    of instance: CoverInstance
  ) -> CoverPrices {
    // A smaller scale, rounded down, where numbers would not fit.
    var shrunk = unit
    while shrunk > 1, Double(divisor) * (0x1p52 * shrunk / unit) > 0x1p62 { shrunk /= 2 }
    func whole(_ price: Double) -> Int { Int((price * shrunk / unit).rounded(.down)) * divisor }
    var rows = [Int](repeating: 0, count: instance.demands.count)
    for pair in pairs { rows[Int(pair.row)] = whole(pair.price) }
    return CoverPrices(
      scale: Int(shrunk),
      rows: rows,
      budget: instance.budget == nil ? 0 : whole(budget)
    )
  }

  /// Writes an instance as a cover, with what must be taken and what cannot decided.
  func cover(of instance: CoverInstance) -> CompactCover {
    let cover = CompactCover()
    let hasBudget = instance.budget != nil
    cover.highestPrice = highestPrice
    cover.budget = instance.budget.map { Double($0.limit) }
    for (row, demand) in instance.demands.enumerated() {
      cover.rowNames.append(Int32(row))
      cover.demands.append(Double(demand))
      if let budget = instance.budget {
        cover.penalties.append(Double(budget.weights[row] / divisor) * unit)
      }
      cover.priceLimits.append(highestPrice)
      cover.prices.append(0)
    }
    func amount(_ cost: Int) -> Double {
      hasBudget ? Double(cost) : Double(cost / divisor) * unit
    }
    let order = instance.columns.indices.sorted {
      (instance.columns[$0].group ?? -1, $0) < (instance.columns[$1].group ?? -1, $1)
    }
    for index in order {
      let column = instance.columns[index]
      let place = cover.columnNames.count
      cover.columnNames.append(Int32(index))
      cover.costs.append(amount(column.cost))
      cover.shares.append(0)
      for row in column.rows { cover.columnRows.append(Int32(row)) }
      cover.columnStarts.append(Int32(cover.columnRows.count))
      switch column.standing {
      case .free: cover.decisions.append(.free)
      case .required: cover.decisions.append(.taken)
      case .forbidden: cover.decisions.append(.dropped)
      }
      guard let group = column.group else {
        cover.columnSegments.append(-1)
        continue
      }
      if cover.segments.last?.group != Int32(group) {
        cover.segments.append(
          CompactCover.Segment(
            group: Int32(group),
            start: place,
            end: place,
            fixedCost: amount(instance.groups[group].fixedCost),
            capacity: instance.groups[group].capacity ?? .max
          )
        )
      }
      cover.segments[cover.segments.count - 1].end = place + 1
      cover.columnSegments.append(Int32(cover.segments.count - 1))
    }
    cover.opens = cover.segments.map { _ in false }
    cover.indexRows()
    return cover
  }
}
