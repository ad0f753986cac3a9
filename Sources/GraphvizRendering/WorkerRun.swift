internal import Foundation
internal import Subprocess

#if canImport(System)
  internal import System
#else
  internal import SystemPackage
#endif

/// One run of the worker, and what came of it.
struct WorkerRun: Sendable {
  /// How the worker ended by itself.
  enum Ending: Equatable {
    case exited(Int)
    case signalled(Int)
  }

  let ending: Ending
  let output: [UInt8]
  let messages: [String]
}

extension WorkerRun {
  /// Runs a program until it ends, or ends it: after a time, when it writes too much, or when the
  /// task is cancelled.
  ///
  /// When this returns, the process is gone and nobody has to wait for it any more.
  static func of(
    _ program: String,
    _ arguments: [String],
    environment: [String: String],
    input: String,
    limits: RenderingLimits
  ) async throws(GraphvizError) -> WorkerRun {
    let ended = await withTaskGroup(of: Result<WorkerRun, GraphvizError>.self) { group in
      group.addTask {
        do throws(GraphvizError) {
          return .success(
            try await toItsEnd(
              program,
              arguments,
              environment: environment,
              input: input,
              outputLimit: limits.output
            )
          )
        } catch {
          return .failure(error)
        }
      }
      group.addTask {
        do {
          try await Task.sleep(for: .seconds(limits.wallSeconds))
          return .failure(.timedOut(.wall, seconds: limits.wallSeconds))
        } catch {
          return .failure(.cancelled)
        }
      }
      // What ends first decides. The other one is cancelled: for the run, that kills the process.
      let first = await group.next() ?? .failure(.cancelled)
      group.cancelAll()
      await group.waitForAll()
      return first
    }
    if Task.isCancelled { throw .cancelled }
    return try ended.get()
  }

  /// What precedes the picture is not counted as output.
  private static let reportAllowance = 256

  private static func toItsEnd(
    _ program: String,
    _ arguments: [String],
    environment: [String: String],
    input: String,
    outputLimit: Int
  ) async throws(GraphvizError) -> WorkerRun {
    try requireDescriptors()
    let file = try InputFile(input)
    var variables: [Environment.Key: String] = [:]
    for (name, value) in environment {
      if let key = Environment.Key(rawValue: name) { variables[key] = value }
    }
    do {
      let ended = try await Subprocess.run(
        .path(FilePath(program)),
        arguments: Arguments(arguments),
        environment: .custom(variables),
        input: .fileDescriptor(file.take(), closeAfterSpawningProcess: true),
        output: .sequence,
        error: .sequence
      ) { execution in
        let errors = execution.standardError
        async let said = gathered(of: errors)
        // Taken as it comes: room for the whole limit may not be there, and is seldom needed.
        var picture: [UInt8] = []
        for try await buffer in execution.standardOutput {
          unsafe buffer.withUnsafeBytes { unsafe picture.append(contentsOf: $0) }
          guard picture.count <= outputLimit + reportAllowance else {
            // It would wait for a reader.
            try execution.send(signal: .kill)
            throw GraphvizError.outputTooLarge(limit: outputLimit)
          }
        }
        return (picture: picture, messages: try await said)
      }
      let ending =
        switch ended.terminationStatus {
        case .exited(let code): Ending.exited(Int(code))
        case .signaled(let code): Ending.signalled(Int(code))
        }
      return WorkerRun(
        ending: ending,
        output: ended.closureResult.picture,
        messages: ended.closureResult.messages.all
      )
    } catch let error as GraphvizError {
      throw error
    } catch is CancellationError {
      throw .cancelled
    } catch {
      throw .workerUnusable("\(error)")
    }
  }

  private static func gathered(
    of errors: SubprocessOutputSequence
  ) async throws -> WorkerMessages {
    var messages = WorkerMessages()
    for try await buffer in errors {
      unsafe buffer.withUnsafeBytes { unsafe messages.append($0) }
    }
    return messages
  }

  /// Fails if too few files may still be opened: starting a process with none left would end this
  /// one, or never end.
  private static func requireDescriptors() throws(GraphvizError) {
    var taken: [FileDescriptor] = []
    defer { for descriptor in taken { try? descriptor.close() } }
    do {
      for _ in 0..<neededDescriptors {
        taken.append(try FileDescriptor.open(FilePath("/dev/null"), .readOnly))
      }
    } catch {
      throw .surroundings(["too many files are open; close some, or raise the limit (ulimit -n)"])
    }
  }

  private static let neededDescriptors = 24
}
