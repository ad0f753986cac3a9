internal import ArgumentParser
internal import PillarKit

/// The options that say what drawing one picture may cost.
struct LimitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Seconds of processor time.", valueName: "seconds"))
  var processorSeconds = RenderingLimits().processorSeconds

  @Option(help: ArgumentHelp("Seconds by the clock.", valueName: "seconds"))
  var wallSeconds = RenderingLimits().wallSeconds

  @Option(help: ArgumentHelp("Memory, in MiB; at least 64.", valueName: "mib"))
  var memory = 1024

  @Option(help: ArgumentHelp("The size of the picture, in MiB.", valueName: "mib"))
  var outputSize = RenderingLimits().output >> 20

  func validate() throws {
    for (option, seconds) in [("processor", processorSeconds), ("wall", wallSeconds)]
    where !(seconds > 0 && seconds <= 86_400) {
      throw ValidationError("--\(option)-seconds: more than 0 and at most 86400.")
    }
    guard (64...(1 << 20)).contains(memory) else {
      throw ValidationError("--memory: from 64 to 1048576 MiB.")
    }
    guard (1...4096).contains(outputSize) else {
      throw ValidationError("--output-size: from 1 to 4096 MiB.")
    }
  }

  /// The limits that the options name.
  var limits: RenderingLimits {
    get throws {
      do throws(GraphvizError) {
        return try RenderingLimits(
          processorSeconds: processorSeconds,
          wallSeconds: wallSeconds,
          memory: memory << 20,
          output: outputSize << 20
        )
      } catch {
        throw ValidationError(error.description)
      }
    }
  }
}
