import GraphCore
import TestSupport
import Testing

@Suite struct StringPoolTests {
  @Test func `holds each string once, under a number that stays`() {
    var pool = StringPool()
    #expect(pool.intern("b") == 0)
    #expect(pool.intern("") == 1)
    #expect(pool.intern("b") == 0)
    #expect(pool.number(of: "") == 1)
    #expect(pool.number(of: "c") == nil)
    #expect(pool[0] == "b" && pool[1] == "")
    #expect(pool.count == 2)
  }

  @Test func `keeps apart strings that differ in bytes only`() {
    var pool = StringPool()
    #expect(pool.intern("\u{E9}") != pool.intern("e\u{301}"))
    #expect(pool.intern("a\0") != pool.intern("a"))
  }

  @Test func `finds every one of many strings`() {
    var pool = StringPool()
    for number in 0..<50_000 { #expect(pool.intern("key-\(number)") == UInt32(number)) }
    for number in stride(from: 0, to: 50_000, by: 7) {
      #expect(pool.number(of: "key-\(number)") == UInt32(number))
      #expect(pool[UInt32(number)] == "key-\(number)")
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `agrees with a dictionary over strings that crowd its slots`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var pool = StringPool()
    var model: [[UInt8]: UInt32] = [:]
    for _ in 0..<2_000 {
      // Few letters and lengths around the eight bytes that are mixed at once.
      let length = Int.random(in: 0...17, using: &random)
      let text = String(
        decoding: (0..<length).map { _ in UInt8.random(in: 97...98, using: &random) },
        as: UTF8.self
      )
      let expected = model[Array(text.utf8)] ?? UInt32(model.count)
      model[Array(text.utf8)] = expected
      #expect(pool.intern(text) == expected)
    }
    #expect(pool.count == model.count)
  }

  @Test func `tells apart strings that fall into one slot`() {
    // With 64 slots, forty strings collide whatever the hash.
    var pool = StringPool()
    let texts = (0..<40).map { String(repeating: "x", count: $0) }
    for (number, text) in texts.enumerated() { #expect(pool.intern(text) == UInt32(number)) }
    for (number, text) in texts.enumerated() { #expect(pool.number(of: text) == UInt32(number)) }
  }
}
