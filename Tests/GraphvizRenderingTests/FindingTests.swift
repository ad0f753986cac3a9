import Foundation
import GraphvizRendering
import Testing

@Suite struct FindingTests {
  /// A folder with a program of the worker's name.
  private static func place() throws -> (folder: TemporaryFolder, path: String) {
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "pillar-graphviz").path
    try Data("#!/bin/sh\n".utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return (folder, path)
  }

  @Test func `takes what the variable names, before all others`() throws {
    let (named, beside) = (try Self.place(), try Self.place())
    let renderer = try GraphvizRenderer(
      environment: ["PILLAR_GRAPHVIZ": named.path, "PATH": beside.folder.url.path],
      beside: beside.folder.url.path
    )
    #expect(renderer.workerPath == named.path)
  }

  @Test(arguments: ["/nowhere/worker", "/tmp", "/dev/null"])
  func `does not look elsewhere when the variable names no program`(path: String) throws {
    let beside = try Self.place()
    #expect(
      throws: GraphvizError.workerUnusable(
        "PILLAR_GRAPHVIZ is \(path), which is not a program that may be run"
      )
    ) {
      try GraphvizRenderer(
        environment: ["PILLAR_GRAPHVIZ": path],
        beside: beside.folder.url.path
      )
    }
  }

  @Test func `looks beside the program, then on the path`() throws {
    let (beside, onPath, empty) = (try Self.place(), try Self.place(), try TemporaryFolder())
    let environment = ["PATH": "/nowhere:.::\(onPath.folder.url.path)", "PILLAR_GRAPHVIZ": ""]
    #expect(
      try GraphvizRenderer(environment: environment, beside: beside.folder.url.path).workerPath
        == beside.path
    )
    #expect(
      try GraphvizRenderer(environment: environment, beside: empty.url.path).workerPath
        == onPath.path
    )
  }

  @Test func `tells where it looked`() throws {
    let empty = try TemporaryFolder()
    let path = empty.url.path
    #expect(throws: GraphvizError.workerMissing(searched: [path, "PATH"])) {
      try GraphvizRenderer(environment: ["PATH": "/nowhere"], beside: path)
    }
    #expect(throws: GraphvizError.workerMissing(searched: [path])) {
      try GraphvizRenderer(environment: [:], beside: path)
    }
  }
}
