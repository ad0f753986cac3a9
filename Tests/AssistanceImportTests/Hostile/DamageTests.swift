import AssistanceImport
import GraphCore
import TestSupport
import Testing

/// Small files damaged in thousands of ways: each is read or refused, and no row is lost.
@Suite struct DamageTests {
  private static let table = Array(
    #"""
    \#u{FEFF}Who does what,,,,,,,
    Organization,Acronym,Donor,Sector,Adm1,Adm2 code,Start,Reached
    #org+name,#org+acronym,#org+funder,#sector,#adm1,#adm2+code,#date+start,#reached
    "Comité, local",CL,ECHO,Health,Ouaka,CF431,2021-10-01,"1,200"
    Médecins sans frontières,MSF,,WASH,Ouaka,CF432,10/2021,35
    "International ""Rescue""",IRC,ECHO; USAID,Santé,Kémo,,44470,n/a
    Comité local,CL,ECHO,Health,Ouaka,CF431,2021-10-01,3

    منظمة,,-,Protection,,CF431,,

    """#.utf8
  )

  /// Changes, drops, doubles and inserts bytes, of which some mean something to a table.
  private static func damaged(_ whole: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = whole
    let signs: [[UInt8]] = [
      [34], [44], [10], [13], [13, 10], [0], [59], [9], [35], [0xC2, 0x92], [0xFF],
      [0xEF, 0xBB, 0xBF],
      Array("\",\"".utf8), Array("=1|".utf8), Array("\n#org,#sector\n".utf8), [0xE2, 0x80, 0x8B],
    ]
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes.removeSubrange(place...)
      default: bytes.insert(contentsOf: signs.randomElement(using: &random) ?? [], at: place)
      }
    }
    return bytes
  }

  @Test(arguments: UInt64(0)..<60)
  func `every damaged table is read or refused, and each row is a fact's or refused`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    for variant in 0..<40 {
      let bytes = Self.damaged(Self.table, &random)
      do throws(ImportError) {
        let imported = try HostileTable.imported(bytes)
        let report = imported.report
        #expect(
          report.rowsRead == HostileTable.factRows(imported) + report.refusedRows,
          "variant \(variant)"
        )
        #expect(report.factCount + report.mergedCount == HostileTable.factRows(imported))
      } catch {
        #expect(!error.diagnostics.isEmpty, "variant \(variant)")
        #expect(error.diagnostics.allSatisfy { $0.place.file == "3w.csv" && !$0.message.isEmpty })
      }
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func `every damaged file of activities is read or refused`(seed: UInt64) throws {
    let whole = IATIText.file(
      IATIText.activity(more: IATIText.transaction("3", "100"))
        + IATIText.activity("A-2", more: IATIText.transaction("D", "-1,000"))
    )
    var random = SeededGenerator(seed: seed)
    for variant in 0..<40 {
      var bytes = Self.damaged(whole, &random)
      if variant % 5 == 0 {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let markup = [
          "<!DOCTYPE a>", "<![CDATA[", "<!--", "&lt;", "&x;", "<sector code='1'/>", "</",
        ]
        let piece = Array((markup.randomElement(using: &random) ?? "").utf8)
        bytes.insert(contentsOf: piece, at: place)
      }
      do throws(ImportError) {
        let report = try IATIText.imported(bytes).report
        #expect(report.rowsRead <= 20, "variant \(variant)")
        #expect(report.refusedRows <= report.rowsRead)
      } catch {
        #expect(!error.diagnostics.isEmpty, "variant \(variant)")
        #expect(error.diagnostics.allSatisfy { ($0.place.line ?? 0) > 0 })
      }
    }
  }
}
