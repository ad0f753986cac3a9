public import DOTFormat

/// A picture of an answer, ready to be drawn by the engine `dot`.
public struct AssistanceDiagram: Hashable, Sendable {
  /// How a page should lie for a picture.
  public enum Orientation: String, Hashable, Sendable, CaseIterable {
    case landscape, portrait
  }

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
  /// How a page should lie for it, as far as that is known before it is laid out.
  public let orientation: Orientation

  /// Creates a picture.
  public init(
    _ graph: DOTGraph,
    title: String,
    description: String,
    smallestText: Double,
    theme: DiagramTheme,
    orientation: Orientation = .landscape
  ) {
    self.graph = graph
    self.title = title
    self.description = description
    self.smallestText = smallestText
    self.theme = theme
    self.orientation = orientation
  }
}
