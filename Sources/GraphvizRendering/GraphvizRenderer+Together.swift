internal import Foundation

extension GraphvizRenderer {
  /// Draws several texts side by side, each with a worker of its own.
  ///
  /// - Parameters:
  ///   - dots: The texts, of one graph each.
  ///   - format: What to make of them.
  ///   - engine: How to lay them out.
  ///   - page: A page to fit each on; `nil` for as large as they come.
  ///   - resolution: Pixels to an inch for ``GraphvizFormat/png``.
  ///   - limits: What each may cost.
  ///   - atOnce: How many workers run at a time; as many as there are processors, and at most
  ///     four, unless given.
  /// - Returns: The outcomes, in the order of the texts. After a cancellation, those that were not
  ///   drawn yet are ``GraphvizError/cancelled``.
  public func renderAll(
    _ dots: [String],
    as format: GraphvizFormat,
    engine: GraphvizEngine = .dot,
    page: Page? = nil,
    resolution: Double = 144,
    limits: RenderingLimits = .init(),
    atOnce: Int? = nil
  ) async -> [Result<Rendering, GraphvizError>] {
    let most = max(1, atOnce ?? min(4, ProcessInfo.processInfo.activeProcessorCount))
    return await withTaskGroup(of: (Int, Result<Rendering, GraphvizError>).self) { group in
      var outcomes: [Result<Rendering, GraphvizError>?] = Array(repeating: nil, count: dots.count)
      for (place, dot) in dots.enumerated() {
        if place >= most, let (place, outcome) = await group.next() { outcomes[place] = outcome }
        group.addTask {
          do throws(GraphvizError) {
            let made = try await render(
              dot,
              as: format,
              engine: engine,
              page: page,
              resolution: resolution,
              limits: limits
            )
            return (place, .success(made))
          } catch {
            return (place, .failure(error))
          }
        }
      }
      for await (place, outcome) in group { outcomes[place] = outcome }
      return outcomes.compactMap(\.self)
    }
  }
}
