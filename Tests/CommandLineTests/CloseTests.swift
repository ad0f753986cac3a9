import Foundation
import TestSupport
import Testing

@Suite struct CloseTests {
  private func small(_ files: [String: String] = [:]) throws -> Tool {
    let pillar = try Tool()
    try SmallCollection.write(to: pillar.folder)
    for (name, text) in files { try pillar.folder.write(text, to: name) }
    return pillar
  }

  @Test func `tables say who may close a gap, at which cost`() async throws {
    let pillar = try small([
      "e.csv": "actor,case,inhibitor,cost\nBC,West,,2.25\nRelief Works,,mediation,3\n",
      "a.csv": "actor,fixed-cost\nBC,1\n",
    ])
    let run = try await pillar(
      "close",
      "north",
      "--engagements",
      "e.csv",
      "--actors",
      "a.csv",
      "--exit-code"
    )
    #expect(run.messages.contains("warning") == false)
    #expect(run.status == (run.output.contains("stay") ? 1 : 0))
    let whole = try await pillar("close", "north", "--engagements", "e.csv", "--actors", "a.csv")
    #expect(whole.output.contains("e.csv:"))
    #expect(whole.output.contains("Proved: "))
  }

  @Test func `a line that forbids what nothing allows plays no part, and is told`() async throws {
    let pillar = try small([
      "e.csv": """
      actor,case,inhibitor,cost,status
      BC,West,,2,possible
      Relief Works,West,,,forbidden
      Relief Works,East,,,forbidden
      BC,East,,,forbidden

      """,
      "f.csv": "actor,case,inhibitor,cost,status\nBC,,,2,\nBC,West,,,forbidden\n",
    ])
    let told = try await pillar("close", "north", "--engagements", "e.csv")
    for line in 3...5 { #expect(told.output.contains("e.csv:\(line): it concerns no gap")) }
    #expect(!told.output.contains("e.csv:2: "))
    let forbidding = try await pillar("close", "north", "--engagements", "f.csv")
    #expect(!forbidding.output.contains("f.csv:3: "))
  }

  @Test func `a plan says that needs counted, and calls a row by its noun`() async throws {
    let pillar = try small(["n.csv": "case,inhibitor,required\nWest,media,2\n"])
    let run = try await pillar("close", "north", "--needs", "n.csv")
    #expect(run.output.contains("1 need is known. 2 cells have fewer named providers"))
  }

  @Test func `every fault of both tables is told at once`() async throws {
    let pillar = try small([
      "e.csv": "actor,cost\nBCC,2\nBC,-1\n", "a.csv": "actor,capacity\nnobody,2\n",
    ])
    let run = try await pillar("close", "north", "--engagements", "e.csv", "--actors", "a.csv")
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.messages.contains("e.csv:2:1: error: unknown actor “BCC”"))
    #expect(run.messages.contains("e.csv:3:4: error: “-1” is no amount"))
    #expect(run.messages.contains("a.csv:2:1: error: unknown actor “nobody”"))
    #expect(run.messages.hasSuffix("3 errors\n"))
  }

  @Test(arguments: [
    ["--engagements", "absent.csv"], ["--actors", "absent.csv"],
    ["--engagements", "e.csv", "--capacity", "0"], ["--engagements", "e.csv", "--budget", "1"],
  ])
  func `what cannot be done is said, with status 2`(_ arguments: [String]) async throws {
    let pillar = try small([
      "e.csv": "actor,case,inhibitor,cost,status\nBC,West,media,2,required\n"
    ])
    let run = try await pillar.run(["close", "north"] + arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.messages.contains("error: "))
    #expect(run.messages.contains("hint: "))
  }

  @Test(arguments: [
    ["--budget", "x"], ["--budget", "-1"], ["--unit-cost", "1,5"], ["--capacity", "-1"],
    ["--limit", "0"], ["--limit", "nan"], ["--add-reported"], ["--fixed-cost", "1e400"],
  ])
  func `bad usage ends with status 64`(_ arguments: [String]) async throws {
    let run = try await Tool().run(["close", "Graphs/r2p"] + arguments)
    #expect(run.status == 64)
    #expect(run.output == "")
  }

  @Test func `exit status 1 tells that gaps stay open, only if asked`() async throws {
    let pillar = try Tool()
    #expect(try await pillar("close", "Graphs/r2p").status == 0)
    #expect(try await pillar("close", "Graphs/r2p", "--exit-code").status == 1)
  }

  @Test func `options of plans are refused for other pictures`() async throws {
    let run = try await Tool()("draw", "Graphs/r2p", "--capacity", "2", "-o", "a.svg")
    #expect(run.status == 64)
    #expect(run.messages.contains("--capacity says nothing about this picture"))
  }

  @Test func `the same question gives the same bytes`() async throws {
    let pillar = try Tool()
    let ask = ["close", "Graphs/r2p", "--fixed-cost", "2", "--capacity", "5", "--format", "json"]
    let first = try await pillar.run(ask)
    #expect(first.status == 0)
    #expect(try await pillar.run(ask).output == first.output)
  }
}
