import TestSupport
import Testing

@testable import AssistanceDiagrams

@Suite struct BrokenTextTests {
  private let words = [
    "capacity", "to", "mobilize", "Côte", "d’Ivoire", "早期警報", "الحماية", "👩‍👩‍👧", "early-warning",
    "Donaudampfschifffahrtsgesellschaftskapitän", "I", "risk", "W",
  ]

  private func text(_ random: inout SeededGenerator) -> String {
    let count = Int.random(in: 0...14, using: &random)
    return (0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
      .joined(separator: " ")
  }

  @Test(arguments: UInt64(0)..<60)
  func `keeps every character, and no line is wider than the room`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = text(&random)
    let width = Double(Int.random(in: 40...200, using: &random))
    let broken = BrokenText(text, width: width, size: 11)
    #expect(!broken.isShortened)
    #expect(broken.lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    for line in broken.lines where line.count > 1 {
      #expect(line.width(size: 11) <= width, "\(line)")
    }
  }

  @Test(arguments: UInt64(0)..<60)
  func `takes no more lines than filling one after another`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = text(&random)
    let broken = BrokenText(text, width: 120, size: 11)
    var greedy = 1
    var used = 0.0
    let blank = " ".width(size: 11)
    for word in text.split(separator: " ") {
      let width = String(word).width(size: 11)
      if used > 0, used + blank + width > 120 {
        greedy += 1
        used = 0
      }
      used += (used > 0 ? blank : 0) + width
      // A word that is cut takes lines of its own.
      if width > 120 { greedy += Int(width / 120) + 1 }
    }
    #expect(broken.lines.count <= greedy)
  }

  @Test(arguments: UInt64(0)..<60)
  func `leaves off what does not fit, and says so`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = text(&random)
    let whole = BrokenText(text, width: 90, size: 11)
    let short = BrokenText(text, width: 90, size: 11, maximum: 2)
    #expect(short.lines.count <= 2)
    #expect(short.isShortened == (whole.lines.count > 2))
    #expect(short.isShortened == (short.lines.last?.hasSuffix("…") ?? false))
    for line in short.lines where line.count > 1 { #expect(line.width(size: 11) <= 90) }
  }

  @Test func `breaks evenly rather than filling the first line`() {
    let text = "Impartial institutions for overseeing political transitions"
    #expect(
      BrokenText(text, width: 130, size: 11).lines
        == ["Impartial institutions", "for overseeing", "political transitions"]
    )
  }

  @Test func `breaks after a hyphen and cuts only what is wider than a line`() {
    let pieces = BrokenText("early-warning", width: 50, size: 11).lines
    #expect(pieces == ["early-", "warning"])
    let cut = BrokenText("WWWWWWWWWW", width: 50, size: 11).lines
    #expect(cut == ["WWWW", "WWWW", "WW"])
  }

  @Test func `leaves off whole words, or the middle where that is asked`() {
    let names = ["East", "West"].map { "Northern Highlands Autonomous Development Region, \($0)" }
    let ends = names.map { BrokenText($0, width: 90, size: 11, maximum: 2).lines }
    #expect(ends[0] == ["Northern", "Highlands…"] && ends[0] == ends[1])
    let middles = names.map { BrokenText($0, width: 90, size: 11, maximum: 2, cut: .middle) }
    #expect(middles[0].lines != middles[1].lines)
    for (middle, side) in zip(middles, ["East", "West"]) {
      #expect(middle.isShortened && middle.lines.count <= 2)
      #expect(middle.lines.last?.hasSuffix(side) == true)
      for line in middle.lines { #expect(line.width(size: 11) <= 90) }
    }
    let short = BrokenText("Kenya", width: 90, size: 11, maximum: 2, cut: .middle)
    #expect(short.lines == ["Kenya"] && !short.isShortened)
    let word = BrokenText(
      String(repeating: "W", count: 99),
      width: 90,
      size: 11,
      maximum: 1,
      cut: .middle
    )
    #expect(word.lines == ["WWW…WWWW"])
  }

  @Test func `gives one empty line for nothing`() {
    #expect(BrokenText("", width: 50, size: 11).lines == [""])
  }

  @Test func `reads ten thousand letters without reading them all`() {
    let broken = BrokenText(
      String(repeating: "a", count: 10_000),
      width: 100,
      size: 11,
      maximum: 3
    )
    #expect(broken.lines.count == 3 && broken.isShortened)
  }

  @Test func `measures as wide as the font is`() {
    let letters = 667.0 + 556 + 556 + 500 + 556
    #expect("Kenya".width(size: 10) == letters * 10 / 1000)
    #expect("Kenya".width(size: 10, isBold: true) > "Kenya".width(size: 10))
    #expect("早".width(size: 10) >= 10 && "👩‍👩‍👧".width(size: 10) >= 10)
    #expect("الحماية".width(size: 10) < 7 * 6 && "שלום".width(size: 10) < 4 * 7)
    #expect("สวัสดี".width(size: 10) < 4 * 7 && "नमस्ते".width(size: 10) < 5 * 8)
    #expect("\u{A0}".width(size: 10) == " ".width(size: 10))
    #expect("e\u{301}".width(size: 10) == "e".width(size: 10))
  }

  @Test func `shows what could steer other text as a sign`() {
    #expect("a\u{202E}b\u{0}c".visible == "a\u{FFFD}b\u{FFFD}c")
    #expect("  two\n\nlines\t".visible == "two lines")
  }

  @Test func `spells words of the schema out`() {
    #expect("un-department-agency".spelledOut == "UN department agency")
    #expect("country-or-territory".plainWords == "country or territory")
  }
}
