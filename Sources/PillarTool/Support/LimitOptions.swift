internal import ArgumentParser
internal import PillarKit

/// The options that say what drawing one picture may cost.
struct LimitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Seconds of processor time.", valueName: "seconds"))
  var processorSeconds = 10.0

  @Option(help: ArgumentHelp("Seconds by the clock.", valueName: "seconds"))
  var wallSeconds = 60.0

  @Option(help: ArgumentHelp("Memory, in MiB; at least 64.", valueName: "mib"))
  var memory = 1024

  @Option(help: ArgumentHelp("The size of the picture, in MiB.", valueName: "mib"))
  var outputSize = 64

  func validate() throws { _ = try limits }

  /// The limits that the options name.
  var limits: RenderingLimits {
    get throws {
      do throws(GraphvizError) {
        return try RenderingLimits(
          processorSeconds: processorSeconds,
          wallSeconds: wallSeconds,
          memory: bytes(memory),
          output: bytes(outputSize)
        )
      } catch {
        throw ValidationError(error.description)
      }
    }
  }

  /// So many MiB; too many, which the limits refuse, where an integer could not hold them.
  private func bytes(_ mebibytes: Int) -> Int {
    let product = mebibytes.multipliedReportingOverflow(by: 1 << 20)
    return product.overflow ? .max : product.partialValue
  }
}
