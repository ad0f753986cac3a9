internal import Foundation

/// Gives an XML parser a file or bytes piece by piece, and stops where a document type begins.
final class WatchedStream: InputStream {
  /// Whether the root came without a document type before it, and how reading went.
  private(set) var prologue = XMLPrologue()
  /// Whether an element has very many attributes.
  private(set) var attributes = AttributeWatch()
  /// How many bytes the parser took.
  private(set) var byteCount = 0
  /// Whether the parser was told that there is no more.
  private(set) var isExhausted = false
  /// Why the file could not be read on.
  private(set) var failure: String?

  private let file: FileHandle?
  private let bytes: Data
  private var isOpen = false

  /// Opens a file.
  init(path: String) throws {
    file = try FileHandle(forReadingFrom: URL(filePath: path))
    bytes = Data()
    super.init(data: Data())
  }

  /// Reads bytes that are there already.
  init(_ bytes: [UInt8]) {
    file = nil
    self.bytes = Data(bytes)
    super.init(data: Data())
  }

  override func open() { isOpen = true }

  override func close() { isOpen = false }

  override var hasBytesAvailable: Bool { isOpen }

  override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength: Int) -> Int {
    guard let piece = nextPiece(maxLength), !piece.isEmpty else {
      isExhausted = true
      return 0
    }
    if prologue.verdict == .open { prologue.watch(piece) }
    guard prologue.verdict != .documentType else { return 0 }
    attributes.watch(piece)
    guard !attributes.isTooMany else { return 0 }
    unsafe piece.copyBytes(to: buffer, count: piece.count)
    byteCount += piece.count
    return piece.count
  }

  private func nextPiece(_ length: Int) -> Data? {
    guard let file else { return bytes.dropFirst(byteCount).prefix(length) }
    do {
      return try file.read(upToCount: length)
    } catch {
      failure = "\(error.localizedDescription)"
      return nil
    }
  }
}
