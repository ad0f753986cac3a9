public import DOTFormat

/// A picture of an answer, ready to be drawn by the engine `dot`.
public struct AssistanceDiagram: Hashable, Sendable {
  /// The picture.
  public let graph: DOTGraph
  /// The title that it shows.
  public let title: String
  /// What it shows in words, for people who cannot see it.
  public let description: String
  /// The size of its smallest text, in points.
  public let smallestText: Double
  /// The colours it is drawn in.
  public let theme: DiagramTheme

  /// Creates a picture.
  ///
  /// - Parameters:
  ///   - graph: The picture.
  ///   - title: The title; what cannot be seen in it, or turns the direction of text, is replaced.
  ///   - description: What it shows in words.
  ///   - smallestText: The size of its smallest text, in points.
  ///   - theme: The colours it is drawn in.
  public init(
    _ graph: DOTGraph,
    title: String,
    description: String,
    smallestText: Double,
    theme: DiagramTheme
  ) {
    self.graph = graph
    self.title = title.visible
    self.description = description
    self.smallestText = smallestText
    self.theme = theme
  }
}
