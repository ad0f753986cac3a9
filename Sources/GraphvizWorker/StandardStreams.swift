#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What comes in and what goes out.
enum StandardStreams {
  /// Reads standard input to its end.
  static func readAll() throws(WorkerFault) -> [UInt8] {
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(0, $0.baseAddress, $0.count) }
      if count > 0 {
        all.append(contentsOf: chunk[..<count])
      } else if count == 0 {
        return all
      } else if errno != EINTR {
        throw .surroundings("standard input cannot be read (error \(errno))")
      }
    }
  }

  /// Keeps standard output for the picture alone, and returns the descriptor to write it to.
  ///
  /// Whatever a library prints goes to standard error from here on.
  static func takeOutput() throws(WorkerFault) -> Int32 {
    let output = dup(1)
    guard output >= 0, dup2(2, 1) >= 0 else {
      throw .surroundings("standard output is closed")
    }
    return output
  }

  /// Writes bytes, all of them.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(WorkerFault) {
    var rest = unsafe bytes[...]
    while unsafe !rest.isEmpty {
      let piece = unsafe UnsafeRawBufferPointer(rebasing: rest)
      let count = unsafe platformWrite(descriptor, piece.baseAddress, piece.count)
      if count > 0 {
        unsafe rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw .surroundings("the picture cannot be written (error \(errno))")
      }
    }
  }

  /// Writes a text.
  static func write(_ text: String, to descriptor: Int32) throws(WorkerFault) {
    let bytes = Array(text.utf8)
    let written = unsafe bytes.withUnsafeBytes { bytes -> Result<Void, WorkerFault> in
      Result { () throws(WorkerFault) in unsafe try write(bytes, to: descriptor) }
    }
    try written.get()
  }

  /// Says something to people.
  static func say(_ text: String) {
    // There is nobody else to tell when nobody listens here.
    try? write(text + "\n", to: 2)
  }

  /// Whether a person sits at the other end.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  private static func platformWrite(
    _ descriptor: Int32,
    _ bytes: UnsafeRawPointer?,
    _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(descriptor, bytes, count)
    #elseif canImport(Musl)
      unsafe Musl.write(descriptor, bytes, count)
    #else
      unsafe Darwin.write(descriptor, bytes, count)
    #endif
  }
}
