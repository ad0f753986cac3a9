import Foundation
import GraphvizRendering
import Testing

/// A graph that names files does not get at them.
@Suite struct FileAccessTests {
  /// A picture of 40 × 40 black pixels that the worker draws itself.
  private static func picture(in folder: TemporaryFolder) async throws -> String {
    let drawn = try await Worker.renderer.render(
      "graph { a [shape=box style=filled fillcolor=black label=\"\" width=3 height=3] }",
      as: .png,
      limits: Worker.limits()
    )
    let path = folder.url.appending(path: "secret.png").path
    try Data(drawn.bytes).write(to: URL(filePath: path))
    return path
  }

  @Test(arguments: [GraphvizFormat.svg, .png, .pdf])
  func `does not read the pictures that a graph names`(format: GraphvizFormat) async throws {
    let folder = try TemporaryFolder()
    let path = try await Self.picture(in: folder)
    let (directory, limits) = (folder.url.path, try Worker.limits())
    let graphs = [
      "graph { a [shape=none label=\"\" image=\"\(path)\"] }",
      "graph { imagepath=\"\(directory)\"; a [shape=none label=\"\" image=\"secret.png\"] }",
      "graph { a [shape=none label=<<TABLE BORDER=\"0\"><TR><TD><IMG SRC=\"\(path)\"/></TD></TR></TABLE>>] }",
      "graph { a [shape=custom label=\"\" shapefile=\"\(path)\"] }",
    ]
    for graph in graphs {
      let drawn = try await Worker.renderer.render(graph, as: format, limits: limits)
      let without = try await Worker.renderer.render(
        graph.replacing("secret.png", with: "absent.png"),
        as: format,
        limits: limits
      )
      #expect(drawn.bytes == without.bytes, "\(graph)")
      #expect(
        drawn.messages.first == "Warning: the graph names files, and none of them is opened"
      )
      #expect(drawn.width < 150)
    }
  }

  @Test func `shows nothing of a file that is no picture`() async throws {
    let folder = try TemporaryFolder()
    let words = "whispered in confidence"
    _ = try folder.file("secret.txt", holding: words)
    let path = folder.url.appending(path: "secret.txt").path
    let drawn = try await Worker.renderer.render(
      "graph { fontpath=\"/etc\"; a [shape=none label=\"\" image=\"\(path)\"]; b [shapefile=\"\(path)\"] }",
      as: .svg,
      limits: Worker.limits()
    )
    #expect(!drawn.text.contains(words))
    #expect(!drawn.messages.joined().contains(words))
  }

  @Test func `loads no code that the environment names`() async throws {
    let folder = try TemporaryFolder()
    // With this list Graphviz finds no plug-in at all.
    _ = try folder.file("config6a", holding: "libnothing.so.6 nothing {\n}\n")
    let path = folder.url.path
    let hostile = [
      "GVBINDIR": path, "GV_FILE_PATH": path, "LTDL_LIBRARY_PATH": path, "DOTFONTPATH": path,
      "LC_ALL": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8", "SERVER_NAME": "",
    ]
    let graph = "graph { a [image=\"/etc/hostname\"]; a -- b }"
    let plain = try await Worker.run(["--memory", "0"], input: graph)
    let run = try await Worker.run(["--memory", "0"], input: graph, environment: hostile)
    #expect(run.status == 0)
    #expect(run.output == plain.output)
    #expect(run.messages == plain.messages)
    let renderer = GraphvizRenderer(
      workerPath: Worker.path,
      environment: ProcessInfo.processInfo.environment.merging(hostile) { $1 }
    )
    let drawn = try await renderer.render(graph, as: .svg, limits: Worker.limits())
    #expect(Data(drawn.bytes) == plain.output)
  }

  @Test func `passes on little of the environment`() async throws {
    let folder = try TemporaryFolder()
    let script = try Worker.script("env >&2; exit 2", in: folder)
    let renderer = GraphvizRenderer(
      workerPath: script.workerPath,
      environment: ["HOME": "/home/x", "GVBINDIR": "/x", "SECRET": "x", "LC_ALL": "de_DE"]
    )
    await #expect(
      performing: { try await renderer.render("graph { a }", as: .svg, limits: Worker.limits()) },
      throws: { error in
        guard case GraphvizError.failed(let lines) = error else { return false }
        return lines.contains("HOME=/home/x") && lines.contains("LC_ALL=C.UTF-8")
          && !lines.contains { $0.hasPrefix("GVBINDIR") || $0.hasPrefix("SECRET") }
      }
    )
  }

  @Test func `says which package to install where there is no font`() async throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("fonts.conf", holding: "<?xml version=\"1.0\"?><fontconfig></fontconfig>")
    let renderer = GraphvizRenderer(
      workerPath: Worker.path,
      environment: ["FONTCONFIG_FILE": folder.url.appending(path: "fonts.conf").path]
    )
    await #expect(
      performing: { try await renderer.render("graph { a }", as: .svg, limits: Worker.limits()) },
      throws: { error in
        guard case GraphvizError.surroundings(let messages) = error else { return false }
        return messages.last?.contains("apt-get install fonts-liberation") == true
      }
    )
  }
}
