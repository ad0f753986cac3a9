import Foundation
import TestSupport
import Testing

/// The verbs on networks of actors, and what they refuse.
@Suite struct NetworkVerbTests {
  @Test(arguments: [
    ["group", "Graphs/r2p", "--communities", "--resolution", "1e18"],
    ["group", "Graphs/r2p", "--reach-all", "--among", ",,"],
    ["brokers", "Graphs/r2p", "--distance", "cost", "--costs", "documented=1e-17"],
    ["brokers", "Graphs/r2p", "--distance", "cost", "--costs", "documented=0x10"],
    ["brokers", "Graphs/r2p", "--sharing", "case"], ["brokers", "Graphs/r2p", "--error", "2"],
    ["brokers", "Graphs/r2p", "--distance", "weakest"],
    ["support", "Graphs/r2p", "ECOWAS", "Guyana", "inhibitor 5", "--top", "0"],
  ])
  func `what makes no sense is bad usage`(arguments: [String]) async throws {
    let run = try await Tool().run(arguments)
    #expect(run.status == 64)
    #expect(run.messages.hasPrefix("Error: "))
  }

  @Test(arguments: [
    (["brokers", "Graphs/r2p", "--groups", "nope"], "no actor has a text “nope”"),
    (["brokers", "Graphs/r2p", "--evidence", "all", "--sharing", "nope"], "no role “nope”"),
    (["support", "Graphs/r2p", "UNDP", "inhibitor 5", "Guyana"], "is no row of the matrix"),
    (
      ["support", "Graphs/r2p", "UNDP", "Guyana", "inhibitor 5", "--without", "UNDP"],
      "cannot be out"
    ),
    (["group", "Graphs/r2p", "--reach-all", "--among", "nonsense"], "nonsense"),
  ])
  func `what is not there is told`(arguments: [String], message: String) async throws {
    let run = try await Tool().run(arguments)
    #expect(run.status == 2)
    #expect(run.messages.contains(message))
  }

  @Test(arguments: ["--brokers", "--communities", "--reach-all"])
  func `a picture counts co-presence where all evidence is asked for`(view: String) async throws {
    let run = try await Tool()
      .run(["draw", "Graphs/r2p", view, "--evidence", "all", "--format", "dot"])
    #expect(run.status == 0)
    #expect(run.output.contains("co-presence"))
  }

  @Test func `routes of support rest on the evidence that is asked for`() async throws {
    let question = ["support", "Graphs/r2p", "African Union", "Kenya", "inhibitor 2"]
    let all = try await Tool().run(question)
    #expect(all.output.contains("(declared, 1.5)"))
    let strict = try await Tool().run(question + ["--evidence", "documented"])
    #expect(strict.status == 0)
    #expect(!strict.output.contains("(declared, 1.5)"))
  }
}
