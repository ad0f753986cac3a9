import AssistanceImport
import GraphCore
import TabularText
import Testing

/// The concordance beside the code lists themselves.
@Suite(.enabled(if: FieldData.isPresent, "the folder of field data is not here"))
struct ConcordanceFieldTests {
  private struct Code {
    var name: String
    var parent: String?
    var withdrawn: String?
  }

  /// Every purpose code of both lists, with what they say of it.
  private func codes() throws -> [String: Code] {
    var codes: [String: Code] = [:]
    let table = try FieldData.table("codelists/dac_sectors.csv")
    for (index, name) in table.column("name_en").enumerated() {
      let (code, part) = (table.column("code")[index], table.column("voluntary_code")[index])
      codes[part.isEmpty ? code : part] = Code(name: name, parent: part.isEmpty ? nil : code)
    }
    var withdrawn: String?
    for line in try FieldData.lines("codelists/iati_Sector.xml") {
      if line.contains("<codelist-item ") {
        withdrawn = line.split(separator: "withdrawal-date=\"").dropFirst().first
          .flatMap { $0.split(separator: "\"").first.map(String.init) }
      } else if let code = line.firstMatch(of: #/<code>(\d+)</code>/#) {
        codes[String(code.1), default: Code(name: "")].withdrawn = withdrawn
      }
    }
    return codes
  }

  @Test func `every code of it is in the lists, withdrawn and voluntary as they say`() throws {
    let codes = try codes()
    #expect(codes.count > 300)
    for entry in Concordance.dac.entries where entry.code.utf8.count == 5 {
      let code = try #require(codes[entry.code], "\(entry.code) is in no list")
      #expect(entry.withdrawn == code.withdrawn.flatMap { PartialDate($0) }, "\(entry.code)")
      #expect(entry.parent == code.parent, "\(entry.code)")
      for successor in entry.successors {
        #expect(codes[successor].map { $0.withdrawn == nil } == true, "\(entry.code)")
      }
    }
    let withdrawn = codes.filter { $0.value.withdrawn != nil && $0.key.hasPrefix("15") }.keys
    #expect(withdrawn.sorted() == ["15120", "15140", "15161", "15162", "15163", "15164"])
    for code in withdrawn {
      #expect(Concordance.dac.entries(for: code).map(\.strength) == [.remapped], "\(code)")
    }
  }

  @Test func `every code of the lists has an answer`() throws {
    let codes = try codes().keys
    let categories = try FieldData.table("codelists/dac_sector_categories.csv").column("code")
    #expect(categories.count == 49)
    for code in codes + categories {
      #expect(!Concordance.dac.entries(for: code).isEmpty, "\(code)")
    }
  }

  @Test func `governance, peace and social codes have lines of their own`() throws {
    let own = Set(Concordance.dac.entries.map(\.code))
    let codes = try codes().keys.filter { ["151", "152", "160"].contains($0.prefix(3)) }
    #expect(codes.count == 72)
    for code in codes { #expect(own.contains(code), "\(code)") }
  }

  @Test func `a definition that names what an inhibitor does is not passed over`() throws {
    let words =
      #/
      judicia|prosecut|ombuds|human\ rights\ institution|election|security\ system|peace.?building
      |conflict.prevention|mediation|early\ warning|risk\ assessment|journalis|referenda
      /#.ignoresCase()
    let table = try FieldData.table("codelists/dac_sectors.csv")
    let (codes, parts) = (table.column("code"), table.column("voluntary_code"))
    var found: [String] = []
    for (index, definition) in table.column("description_en").enumerated() {
      // What a definition says of other codes stands in brackets or names them.
      let own = definition.replacing(#/\([^)]*\d{5}[^)]*\)/#, with: "")
        .split(separator: ". ").filter { !$0.contains(#/\d{5}/#) }.joined(separator: ". ")
      guard own.contains(words), !own.contains("intermediation") else { continue }
      let code = parts[index].isEmpty ? codes[index] : parts[index]
      found.append(code)
      #expect(!Concordance.dac.claims(of: code, .wide).isEmpty, "\(code)")
    }
    #expect(found.count >= 10, "\(found)")
  }

  @Test func `every purpose code that a table of flows heads a column with has an answer`() throws {
    let header = try FieldData.table("crs/crs_2017_sectors.csv").header
    let codes = header.compactMap { $0.firstMatch(of: #/^\d{5}/#).map { String($0.0) } }
    #expect(codes.count > 100)
    for code in codes { #expect(!Concordance.dac.entries(for: code).isEmpty, "\(code)") }
  }
}
