internal import ArgumentParser
internal import PillarKit

/// The options that say which group of actors is asked for.
struct GroupOptions: ParsableArguments {
  /// What is asked of the network of actors.
  enum Subject: CaseIterable {
    case connect, reachAll, communities
  }

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Find the smallest network that connects these actors.", valueName: "actor")
  )
  var connect: [String] = []

  @Flag(help: "Find the fewest actors of whom every other actor is linked with one.")
  var reachAll = false

  @Flag(help: "Find groups with more links among themselves than chance would give.")
  var communities = false

  @Option(
    help: ArgumentHelp(
      "With --reach-all: take only actors of these kinds (their subkind), or with these names.",
      valueName: "kind,…"
    )
  )
  var among: [String] = []

  @Flag(help: "With --reach-all: who is not in the group has links to at least two who are.")
  var atLeastTwo = false

  @Flag(help: "With --reach-all: the group hangs together by links among itself.")
  var connected = false

  @Option(help: "With --communities: the seed of the first run.")
  var seed: UInt64 = 0

  @Option(help: "With --communities: how many runs there are; the best is told.")
  var runs = 10

  func validate() throws {
    let asked = [!connect.isEmpty, reachAll, communities].count { $0 }
    if asked > 1 {
      throw ValidationError("--connect, --reach-all and --communities are questions of their own.")
    }
    if !among.isEmpty,
      among.allSatisfy({ $0.allSatisfy { $0 == "," || $0.isWhitespace } })
    {
      throw ValidationError("--among names nothing; name kinds of actors, or actors.")
    }
    if connect.count == 1 {
      throw ValidationError("--connect: name two actors or more.")
    }
    if let option = unheeded.first {
      throw ValidationError("\(option) says nothing about what is asked; leave it out.")
    }
    guard (1...1000).contains(runs) else { throw ValidationError("--runs must be from 1 to 1000.") }
  }

  /// What is asked; `nil` for nothing.
  var subject: Subject? {
    if !connect.isEmpty { return .connect }
    if reachAll { return .reachAll }
    return communities ? .communities : nil
  }

  /// The options given that what is asked does not heed.
  var unheeded: [String] {
    let given: [(String, Bool, Subject)] = [
      ("--among", !among.isEmpty, .reachAll), ("--at-least-two", atLeastTwo, .reachAll),
      ("--connected", connected, .reachAll),
      ("--seed", seed != 0, .communities), ("--runs", runs != 10, .communities),
    ]
    return given.filter { $0.1 && $0.2 != subject }.map(\.0)
  }

  /// Refuses a resolution that is no number from 0, or that nothing heeds.
  func check(resolution: Double, _ name: String) throws {
    guard resolution >= 0, resolution <= 1e6 else {
      throw ValidationError("\(name) must be a number from 0 to a million.")
    }
    if resolution != 1, subject != .communities {
      throw ValidationError("\(name) says nothing about what is asked; leave it out.")
    }
  }

  /// The kinds and names of those who may be taken.
  var amongWords: [String] {
    among.flatMap { $0.split(separator: ",").map { String($0) } }.filter { !$0.isEmpty }
  }

  /// The smallest network that connects the actors; otherwise exit status 2.
  func connecting(
    _ network: CoordinationNetwork,
    of collection: AssistanceCollection,
    names: NameIndex
  ) throws -> ConnectingGroup {
    let asked = try connect.map { try collection.node($0, names: names) }
    do throws(GroupError) {
      return try network.connecting(asked)
    } catch {
      guard case .notInNetwork(let node) = error else { try Output.fail(error.description) }
      try Output.fail(
        "“\(collection.graph.name(of: node))” is not in this network",
        hint: "only actors are; classes of them with --with-classes, and nobody who is avoided"
      )
    }
  }

  /// The fewest actors who reach all; otherwise exit status 2.
  func reaching(
    _ network: CoordinationNetwork,
    of collection: AssistanceCollection
  ) throws -> ReachingGroup {
    var options = ReachOptions()
    options.times = atLeastTwo ? 2 : 1
    options.isConnected = connected
    options.among = try candidates(network, of: collection)
    return network.reachingAll(options)
  }

  /// The groups.
  func communities(_ network: CoordinationNetwork, resolution: Double) -> CommunityReport {
    var options = CommunityOptions()
    (options.resolution, options.seed, options.runs) = (resolution, seed, runs)
    return network.communities(options)
  }

  private func candidates(
    _ network: CoordinationNetwork,
    of collection: AssistanceCollection
  ) throws -> Set<NodeID>? {
    guard !amongWords.isEmpty else { return nil }
    let graph = collection.graph
    let names = NameIndex(graph.graph)
    let kinds = Dictionary(grouping: network.actors) { actor -> String? in
      switch graph.graph[actor]?.property("subkind") {
      case .text(let text): text
      default: nil
      }
    }
    var found: Set<NodeID> = []
    for word in amongWords {
      if let actors = kinds[word] {
        found.formUnion(actors)
      } else {
        found.insert(try actor(word, of: collection, names, kinds.keys.compactMap(\.self)))
      }
    }
    return found
  }

  /// An actor by its name, or a hint at the kinds there are.
  private func actor(
    _ word: String,
    of collection: AssistanceCollection,
    _ names: NameIndex,
    _ kinds: [String]
  ) throws -> NodeID {
    if let nearest = Spelling.nearest(to: word, among: kinds.sorted(), limit: 1).first,
      (try? collection.node(word, names: names)) == nil
    {
      try Output.fail("there are no actors of kind “\(word)”", hint: "did you mean “\(nearest)”?")
    }
    return try collection.actor(word, names: names)
  }
}
