internal import DOTFormat
internal import Testing

@Suite struct LabelTests {
  @Test func `holds no escape, entity, field or tag`() {
    #expect(DOTIdentifier.label(#"\N & <b> {x|y}"#) == .text(#"\\N &amp; &lt;b&gt; \{x\|y\}"#))
  }

  @Test func `starts a line for every way to end one`() {
    #expect(DOTIdentifier.label("a\nb\r\nc\rd\u{2028}e") == .text(#"a\nb\nc\nd\ne"#))
    #expect(DOTIdentifier.label("a\nb", lines: .left) == .text(#"a\lb\l"#))
    #expect(DOTIdentifier.label("a\nb", lines: .right) == .text(#"a\rb\r"#))
  }

  @Test func `shows that a control character or an override of direction was there`() {
    #expect(DOTIdentifier.label("a\u{0}b\u{1B}c\u{202E}d\u{2066}e") == .text("a�b�c�d�e"))
    #expect(DOTIdentifier.label("سلام \u{200F}") == .text("سلام \u{200F}"))
  }

  @Test func `writes a backslash four times in a tooltip`() {
    #expect(DOTIdentifier.tooltip("\\N \"<\nb") == .text(#"\\\\N &quot;&lt;&#10;b"#))
  }
}

@Suite struct LinkTests {
  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "java\nscript:alert(1)", " https://example.org",
    "data:text/html,x", "file:///etc/passwd", "vbscript:x", "//example.org", "example.org", "", "#",
    "https:", "https://", "https:///x", "https:example.org", "mailto:", "http\u{0}://x", ":x",
  ])
  func `is nothing for what is not safe`(text: String) {
    #expect(DOTIdentifier.url(text) == nil)
  }

  @Test(arguments: [
    ("https://example.org/?a=1&b=2#c#d", "https://example.org/?a=1&amp;b=2#c%23d"),
    ("HTTP://example.org/a b\"<>'\\N", "HTTP://example.org/a%20b%22%3C%3E%27%5CN"),
    ("https://example.org/%20%zz%4", "https://example.org/%20%25zz%254"),
    ("mailto:a@example.org", "mailto:a@example.org"), ("#gaps", "#gaps"),
    ("https://example.org/é\n\u{202E}", "https://example.org/%C3%A9%0A%E2%80%AE"),
    ("https://[2001:db8::1]/", "https://[2001:db8::1]/"),
  ])
  func `encodes what would break out`(text: String, link: String) {
    #expect(DOTIdentifier.url(text) == .text(link))
  }
}

@Suite struct ElementTokenTests {
  @Test func `keeps what a name in a style sheet may hold`() {
    #expect(DOTIdentifier.elementID("actor-1_b") == "actor-1_b")
    #expect(DOTIdentifier.elementID("actor:wfp") == "actor_x3a_wfp")
    #expect(DOTIdentifier.elementID("1a") == "_x31_a")
    #expect(DOTIdentifier.classes(["actor", "is UN"]) == "actor is_x20_UN")
  }

  @Test func `gives different ids to different texts`() {
    let texts = ["", "_", "_x", "_x3a_", ":", "x", "a:b", "a_x3a_b", "1", "_x31_", "-", "é", "_x_"]
    #expect(Set(texts.map(DOTIdentifier.elementID)).count == texts.count)
  }
}

@Suite struct NumberTests {
  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1.0, "1"), (0.52, "0.52"), (-1.5, "-1.5"), (1e-7, "0"), (-1e-7, "0"),
    (2.9999, "3"), (0.0625, "0.063"), (123456789.125, "123456789.125"), (1e300, "1000000000000000"),
    (0.05, "0.05"), (-0.9996, "-1"),
  ])
  func `is decimal without an exponent`(value: Double, text: String) {
    #expect(DOTIdentifier.number(value) == .text(text))
  }

  @Test func `keeps as many digits as asked for`() {
    #expect(DOTIdentifier.number(1.25, digits: 0) == "1")
    #expect(DOTIdentifier.number(1.000000001, digits: 9) == "1.000000001")
  }

  @Test func `is not made of what is no number`() async {
    await #expect(processExitsWith: .failure) { _ = DOTIdentifier.number(.nan) }
    await #expect(processExitsWith: .failure) { _ = DOTIdentifier.number(.infinity) }
  }
}
