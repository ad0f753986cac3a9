import Testing

@testable import AssistanceModel

/// Digests and codes that the standards publish.
@Suite struct SecretDigestTests {
  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `digests are those of FIPS 180-4`(text: String, digest: String) {
    #expect(hex(SecretDigest.digest(of: Array(text.utf8))) == digest)
  }

  @Test func `a million letters are digested in blocks`() {
    let bytes = [UInt8](repeating: 97, count: 1_000_000)
    #expect(
      hex(SecretDigest.digest(of: bytes))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    )
  }

  @Test func `codes are those of RFC 4231`() {
    let code = SecretDigest.code(
      of: Array("what do ya want for nothing?".utf8),
      secret: Array("Jefe".utf8)
    )
    #expect(hex(code) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    let long = SecretDigest.code(
      of: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      secret: [UInt8](repeating: 0xAA, count: 131)
    )
    #expect(hex(long) == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
  }
}
