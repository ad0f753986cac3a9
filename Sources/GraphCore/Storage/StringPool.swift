/// Every string of a graph once, in one run of UTF-8 bytes; a string is a 32-bit number.
///
/// Holds up to 4 GiB of text. Numbers are given in the order of first use and never change.
package struct StringPool: Sendable {
  private var bytes: [UInt8] = []
  /// Where string *i* starts; one more entry than strings.
  private var starts: [UInt32] = [0]
  /// Open addressing with linear probing; an entry is a string's number plus one, zero is free.
  private var slots: [UInt32] = Array(repeating: 0, count: 64)

  package init() {}

  package var count: Int { starts.count - 1 }

  package subscript(number: UInt32) -> String {
    let range = Int(starts[Int(number)])..<Int(starts[Int(number) + 1])
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// The number of a string that is in the pool.
  package func number(of string: String) -> UInt32? {
    var string = string
    return string.withUTF8 { text in
      let slot = unsafe slot(of: text)
      return slots[slot] == 0 ? nil : slots[slot] - 1
    }
  }

  /// Puts a string into the pool, once.
  package mutating func intern(_ string: String) -> UInt32 {
    var string = string
    return string.withUTF8 { unsafe intern($0) }
  }

  /// Puts a run of valid UTF-8 into the pool, once.
  package mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let slot = unsafe slot(of: text)
    if slots[slot] != 0 { return slots[slot] - 1 }
    precondition(
      bytes.count + text.count <= Int(UInt32.max),
      "a graph holds at most 4 GiB of text"
    )
    let number = UInt32(count)
    unsafe bytes.append(contentsOf: text)
    starts.append(UInt32(bytes.count))
    slots[slot] = number + 1
    if count * 10 > slots.count * 7 { grow() }
    return number
  }

  /// The slot that holds the text, or the free one where it belongs.
  private func slot(of text: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = unsafe Int(truncatingIfNeeded: Self.hash(text)) & mask
    while slots[slot] != 0, unsafe !equals(slots[slot] - 1, text) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func equals(_ number: UInt32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[Int(number)])
    guard Int(starts[Int(number) + 1]) - start == text.count else { return false }
    for offset in 0..<text.count where unsafe bytes[start + offset] != text[offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = larger.count - 1
    unsafe bytes.withUnsafeBufferPointer { all in
      for number in 0..<count {
        let text = unsafe UnsafeBufferPointer(
          rebasing: all[Int(starts[number])..<Int(starts[number + 1])]
        )
        var slot = unsafe Int(truncatingIfNeeded: Self.hash(text)) & mask
        while larger[slot] != 0 { slot = (slot + 1) & mask }
        larger[slot] = UInt32(number) + 1
      }
    }
    slots = larger
  }

  /// Mixes eight bytes at a time with a multiplication folded onto itself.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: text.count)
    var offset = 0
    let raw = UnsafeRawBufferPointer(text)
    while offset + 8 <= raw.count {
      let word = unsafe raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      state = mixed(state ^ word)
      offset += 8
    }
    var tail: UInt64 = 0
    while offset < raw.count {
      tail = unsafe (tail << 8) | UInt64(raw[offset])
      offset += 1
    }
    return mixed(state ^ tail)
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
