public import CoverageAnalysis
internal import DOTFormat

extension CoverageReport {
  /// Draws a card for each row and column, with a small square for each of its cells, or a bar
  /// for many, and a line from column to row for what is reported and for what is not.
  ///
  /// More than 30 gaps are not drawn line by line: rows in which nothing is reported share a card,
  /// and the rest stands in the squares or bars alone. Above 60 cards, one stands for a family. The
  /// picture says so.
  ///
  /// - Parameters:
  ///   - options: How it is drawn; with all details asked for, no number of cards is too many.
  ///   - sorting: The order of the cards before they are laid out.
  /// - Returns: The picture, with a legend of what is in it.
  /// - Complexity: O(*c* log *c* + *f*) for *c* cells and *f* facts in them, before the layout.
  /// - Throws: ``CoverageDiagramError/tooManyCards(rows:columns:)`` for more than can be read.
  public func cardsDiagram(
    _ options: DiagramOptions = DiagramOptions(),
    sorting: CoverageSorting = .gaps
  ) throws(CoverageDiagramError) -> AssistanceDiagram {
    let cards = CoverageCards(self, sorting, options)
    guard options.detail == .full || cards.count <= CoverageDiagramError.maximumCards else {
      throw .tooManyCards(rows: rows.count, columns: columns.count)
    }
    let title = options.title ?? cards.words.title
    var lines = cards.words.lines(cards.order, sorting, options, isSorted: false)
    if let note = cards.note { lines.insert(DiagramFrame.Line(text: note), at: 1) }
    let frame = DiagramFrame(
      name: "coverage_cards",
      title: title,
      lines: lines,
      legend: cards.legend,
      theme: options.theme,
      width: 580,
      rankSeparation: 1.7,
      nodeSeparation: 0.08
    )
    return AssistanceDiagram(
      frame.graph(cards.statements),
      title: title,
      description: cards.words.description("Cards", cards.order),
      smallestText: min(cards.smallestText, DiagramFont.legend),
      theme: options.theme
    )
  }
}
