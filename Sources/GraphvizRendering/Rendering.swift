/// A picture, and what is to be known about it.
public struct Rendering: Hashable, Sendable {
  /// The picture in the format asked for.
  public let bytes: [UInt8]
  /// What Graphviz warned of, such as a label with broken markup, which it leaves out.
  public let messages: [String]
  /// How much smaller than laid out the picture is: text of 10 points has 10 × `scale` in it.
  public let scale: Double
  /// The width of the picture, in points: 72 to an inch.
  public let width: Double
  /// The height of the picture, in points.
  public let height: Double

  /// The same without control characters but white space, which Graphviz lets into JSON.
  var withoutControls: Rendering {
    func isWrong(_ byte: UInt8) -> Bool { byte < 0x20 && ![0x09, 0x0A, 0x0D].contains(byte) }
    guard bytes.contains(where: isWrong) else { return self }
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count + 64)
    for byte in bytes {
      if isWrong(byte) { clean += "\u{FFFD}".utf8 } else { clean.append(byte) }
    }
    return Rendering(bytes: clean, messages: messages, scale: scale, width: width, height: height)
  }

  /// The bytes as a text, for the formats that are one.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
