@testable import GraphInterchange
import Testing

@Suite struct NameTokenTests {
  @Test(arguments: [
    ("wfp", "wfp"), ("a_b-c.1:2", "a_b-c.1:2"), ("a b", "a_x0020_b"), ("", "_x_"),
    ("XM-DAC/1", "XM-DAC_x002F_1"), ("max_xyz", "max_x005F_xyz"), ("_x_", "_x005F_x_"),
    ("_x0020_", "_x005F_x0020_"), ("naïve", "naïve"), ("مرحبا", "مرحبا"), ("мир", "мир"),
    ("😀", "_x1F600_"), ("\u{0}", "_x0000_"),
  ])
  func `keeps what a token can hold and numbers the rest`(text: String, token: String) {
    #expect(NameToken.encoding(text) == token)
  }

  @Test(arguments: hostileTexts)
  func `can be read back`(hostile: String) {
    let token = NameToken.encoding(hostile)
    #expect(Array(decodedToken(token).utf8) == Array(hostile.utf8))
  }
}
