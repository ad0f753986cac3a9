public import CoverageAnalysis

extension CoverageReport {
  /// Draws who provides which assistance for which column in which row, and what is missing.
  ///
  /// Actors, forms of assistance, columns and rows stand in columns of their own. Every line but a
  /// gap rests on facts that count in the report. Up to 30 gaps are a dashed red line each; more are
  /// gathered on one card and counted on both of their ends, unless everything is asked for. More
  /// than 12 rows in which nothing is reported share one card as well.
  ///
  ///     let diagram = collection.coverage().coordinationDiagram(DiagramOptions(collection.metadata))
  ///
  /// - Parameter options: Colours, detail, title and sources.
  /// - Returns: The picture, for the engine `dot`.
  /// - Complexity: O(*r*·*k* + *f*) for *r* rows, *k* columns and *f* facts in cells.
  public func coordinationDiagram(_ options: DiagramOptions = DiagramOptions()) -> AssistanceDiagram
  {
    CoordinationPicture(self, options).diagram()
  }
}
