public import GraphvizRendering

/// Why a picture could not be drawn; the description says how to mend it.
public enum DrawingError: Error, Hashable, Sendable {
  /// Graphviz did not draw it.
  case graphviz(GraphvizError)
  /// What Graphviz drew is no picture that can be made good.
  case svg(SVGError)
  /// Fitted on the page, the smallest text would be so many points high; on ``larger``, if there is
  /// one, it could be read.
  case textTooSmall(points: Double, on: Page, larger: Page?)
  /// The picture could not be written into this file.
  case notWritten(path: String)
}

extension DrawingError: CustomStringConvertible {
  /// What is wrong, and on a line of its own how to mend it.
  public var description: String {
    switch self {
    case .graphviz(let error): return error.description
    case .svg(let error): return error.description
    case .textTooSmall(let points, let page, let larger):
      let tenths = Int((points * 10).rounded(.down))
      return """
        on \(page.name) the smallest text would be \(tenths / 10).\(tenths % 10) points high; less \
        than \(Int(Page.leastText)) cannot be read
          hint: \(larger.map { "take \($0.name), " } ?? "")draw less, or make an svg, which can be \
        enlarged
        """
    case .notWritten(let path):
      return "\(path) cannot be written\n  hint: check the folder, and who may write there"
    }
  }
}
