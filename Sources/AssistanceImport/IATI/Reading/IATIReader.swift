internal import Foundation
internal import GraphCore

/// Reads files of activities of the International Aid Transparency Initiative, 1.x and 2.x.
///
/// A file is read as a stream: memory holds one activity at a time, whatever the file's size.
/// Document types are refused, and with them entities and references to other files.
///
///     let summary = try IATIReader().read("drc.xml") { activity in
///       print(activity.identifier, activity.titles.text())
///     }
///     summary.activityCount  // 205
public struct IATIReader: Sendable {
  /// What a file may ask.
  public var limits: IATILimits

  /// Creates a reader.
  public init(limits: IATILimits = IATILimits()) {
    self.limits = limits
  }

  /// Reads a file and hands on each activity as soon as it is read.
  ///
  /// - Parameters:
  ///   - path: The file; faults and doubts name it so.
  ///   - receive: Takes the activities, in the order of the file.
  /// - Returns: What was read.
  /// - Throws: The first fault with its line. Activities before it were handed on: who keeps them
  ///   keeps a part of the file.
  /// - Complexity: O(*n*) for *n* bytes, in the memory of one activity.
  @discardableResult
  public func read(
    _ path: String,
    _ receive: (IATIActivity) -> Void
  ) throws(ImportError) -> IATISummary {
    let stream: WatchedStream
    do {
      stream = try WatchedStream(path: path)
    } catch {
      let hint = "give the path of a file that can be read"
      throw ImportError([
        Diagnostic(.error, at: .init(file: path), "the file cannot be read", hint: hint)
      ])
    }
    return try read(stream, named: path, receive)
  }

  /// Reads bytes that are there already.
  ///
  /// - Parameters:
  ///   - bytes: The text of a file.
  ///   - file: The name by which faults and doubts speak of it.
  ///   - receive: Takes the activities, in the order of the text.
  /// - Returns: What was read.
  /// - Throws: The first fault with its line.
  @discardableResult
  public func read(
    _ bytes: [UInt8],
    named file: String,
    _ receive: (IATIActivity) -> Void
  ) throws(ImportError) -> IATISummary {
    try read(WatchedStream(bytes), named: file, receive)
  }

  private func read(
    _ stream: WatchedStream,
    named file: String,
    _ receive: (IATIActivity) -> Void
  ) throws(ImportError) -> IATISummary {
    let (summary, fault) = withoutActuallyEscaping(receive) { receive in
      let parsing = IATIParsing(stream, file: file, limits: limits, receive: receive)
      parsing.run()
      return (parsing.summary, parsing.fault)
    }
    if let fault { throw ImportError([fault]) }
    return summary
  }
}

/// What was read of a file.
public struct IATISummary: Hashable, Sendable {
  /// How many bytes.
  public internal(set) var byteCount = 0
  /// How many activities.
  public internal(set) var activityCount = 0
  /// How many activities of each version; a version that is not stated is empty.
  public internal(set) var versions: [String: Int] = [:]
  /// How many entries with people's details were passed over.
  public internal(set) var contactCount = 0
  /// How many elements of each name were passed over.
  public internal(set) var ignored: [String: Int] = [:]

  mutating func add(_ activity: IATIActivity) {
    activityCount += 1
    versions[activity.version ?? "", default: 0] += 1
    contactCount += activity.contactCount
    ignored.merge(activity.ignored) { $0 + $1 }
  }
}
