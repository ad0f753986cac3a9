internal import Foundation
internal import PillarKit

/// A line on standard error that tells how far a long search has come; only on a terminal, and only
/// after a second.
final class SearchProgress {
  private let start = ProcessInfo.processInfo.systemUptime
  private var last = 0.0
  private var isShown = false

  /// Tells how far the search has come.
  func tell(_ progress: ClosureProgress) {
    let now = ProcessInfo.processInfo.systemUptime - start
    guard Terminal.showsProgress, now >= 1, now - last >= 0.2 else { return }
    last = now
    let what = progress.seeksWeight ? "weight" : "cost"
    let best = progress.best.map { "\(what) \($0)" } ?? "no plan yet"
    show("\(best), bound \(progress.bound), \(progress.nodes) nodes, \(Int(now)) s")
  }

  /// Clears the line.
  func end() {
    if isShown { show("") }
    isShown = false
  }

  private func show(_ text: String) {
    isShown = true
    // Back to the beginning of the line, and clear what stands there.
    try? FileHandle.standardError.write(contentsOf: Data(("\r\u{1B}[K" + text).utf8))
  }
}
