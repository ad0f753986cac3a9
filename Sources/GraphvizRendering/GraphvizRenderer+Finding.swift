internal import Foundation

extension GraphvizRenderer {
  /// The variable that says where the worker is.
  public static let workerVariable = "PILLAR_GRAPHVIZ"

  /// Finds the worker: where `PILLAR_GRAPHVIZ` says, beside the running program, or on `PATH`.
  ///
  /// A place that the variable names is the only one looked at. This module never reads the
  /// environment by itself; whoever draws hands it over.
  ///
  /// - Parameters:
  ///   - environment: The environment, such as `ProcessInfo.processInfo.environment`.
  ///   - folder: The folder to look in before `PATH`; that of the running program unless given.
  /// - Throws: ``GraphvizError/workerMissing(searched:)`` with how to get it, or
  ///   ``GraphvizError/workerUnusable(_:)`` if the variable names something else.
  public init(environment: [String: String], beside folder: String? = nil) throws(GraphvizError) {
    if let named = environment[Self.workerVariable], !named.isEmpty {
      guard Self.isProgram(named) else {
        throw .workerUnusable(
          "\(Self.workerVariable) is \(named), which is not a program that may be run"
        )
      }
      self.init(workerPath: named, environment: environment)
      return
    }
    let beside = folder ?? Self.programFolder
    // A program in the current directory is nobody's choice.
    let onPath = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
      .filter { $0.hasPrefix("/") }
    let candidates = ([beside].compactMap(\.self) + onPath).map { "\($0)/\(Self.workerName)" }
    guard let found = candidates.first(where: Self.isProgram) else {
      let places = [beside, onPath.isEmpty ? nil : "PATH"].compactMap(\.self)
      throw .workerMissing(searched: places)
    }
    self.init(workerPath: found, environment: environment)
  }

  private static let workerName = "pillar-graphviz"

  /// The folder that the running program was started from, through links.
  private static var programFolder: String? {
    Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent().path
  }
}
