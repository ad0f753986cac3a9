internal import ArgumentParser
internal import PillarKit

/// The collection that a question is asked of.
struct CollectionArgument: ParsableArguments {
  @Argument(
    help: "The collection: a folder with collection.yaml.",
    completion: .directory
  )
  var graph: String

  init() {}

  /// Names a collection that another argument gives.
  init(of path: String) {
    graph = path
  }

  /// Reads the collection; faults go to standard error and end with exit status 2.
  func read() throws -> AssistanceCollection {
    guard !graph.isEmpty else {
      try Output.fail("no collection is named", hint: "name a folder with collection.yaml")
    }
    do throws(CollectionError) {
      return try AssistanceCollection(readingFrom: graph)
    } catch {
      Output.say(error.description)
      let faults = error.diagnostics.count { $0.severity == .error }
      Output.say(faults == 1 ? "1 error" : "\(faults) errors")
      throw ExitCode(2)
    }
  }
}

extension AssistanceCollection {
  /// The node that a word on the command line stands for; otherwise exit status 2.
  func node(_ text: String, names: NameIndex) throws -> NodeID {
    switch names.match(text) {
    case .node(let id): return id
    case .ambiguous(let ids):
      let candidates = ids.map { "\($0) (\(graph.name(of: $0)))" }.joined(separator: ", ")
      try Output.fail("“\(text)” is the name of several nodes", hint: "name one of \(candidates)")
    case .unknown(let suggestions):
      try Output.fail(
        "nothing is called “\(text)”",
        hint: suggestions.isEmpty
          ? "pillar info lists what is there; ids, names and aliases are found in any case"
          : "did you mean “\(suggestions.joined(separator: "” or “"))”?"
      )
    }
  }

  /// The actor that a word on the command line stands for; otherwise exit status 2.
  ///
  /// A case may be called as an actor is.
  func actor(_ text: String, names: NameIndex) throws -> NodeID {
    if case .node(let id) = names.match(text, .actor) { return id }
    let id = try node(text, names: names)
    guard graph.graph[id]?.kind == .actor else {
      try Output.fail("“\(text)” is no actor", hint: "pillar info --kind actor lists them")
    }
    return id
  }
}
