internal import ArgumentParser

/// The tool `pillar`.
@main
struct PillarCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pillar",
    abstract: "Finds capacity gaps and coordination paths in a graph of who assists whom.",
    discussion: """
      A graph is a collection: a folder with collection.yaml, nodes/, assistance.csv and \
      relations/. Every answer names the facts and sources it rests on.

      \(Invocation.examples(
        "gaps Graphs/r2p",
        "coverage Graphs/r2p --basis explicit,thematic",
        #"path Graphs/r2p UNDP "African Union""#,
        #"why Graphs/r2p Kenya "inhibitor 2""#))

      EXIT STATUS
        0   done
        1   gaps were found, only with --exit-code
        2   bad input, or failure
        64  bad usage
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "WHAT THERE IS",
        subcommands: [CheckCommand.self, InfoCommand.self, WhyCommand.self]
      ),
      CommandGroup(
        name: "COVERAGE",
        subcommands: [
          CoverageCommand.self, GapsCommand.self, RedundancyCommand.self, TimelineCommand.self,
          DiffCommand.self,
        ]
      ),
      CommandGroup(
        name: "WHAT IF, AND WHO COULD",
        subcommands: [
          WithdrawCommand.self, CandidatesCommand.self, CloseCommand.self,
        ]
      ),
      CommandGroup(
        name: "COORDINATION",
        subcommands: [
          PathCommand.self, SupportCommand.self, CutCommand.self, BrokersCommand.self,
          GroupCommand.self,
        ]
      ),
      CommandGroup(
        name: "HOW SURE",
        subcommands: [
          SensitivityCommand.self, LikelihoodCommand.self, ReliabilityCommand.self,
        ]
      ),
      CommandGroup(
        name: "PICTURES",
        subcommands: [DrawCommand.self, RenderCommand.self]
      ),
      CommandGroup(
        name: "DATA IN AND OUT",
        subcommands: [ImportCommand.self, ActorsCommand.self, ExportCommand.self]
      ),
    ]
  )

  static func main() async {
    Terminal.ignoreClosedPipes()
    await main(nil)
  }
}
