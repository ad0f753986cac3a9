@testable import AssistanceImport
import GraphCore
import Testing

@Suite struct ShippedTablesTests {
  @Test func `have no faults`() {
    let faults =
      Concordance.read(PackageResources.dac_inhibitor_csv, file: "dac-inhibitor.csv").1
      + Concordance.read(PackageResources.cluster_inhibitor_csv, file: "cluster-inhibitor.csv").1
      + ClusterList.read(PackageResources.clusters_csv, file: "clusters.csv").1
      + CountryList.read(PackageResources.countries_csv, file: "countries.csv").1
      + StandInWords.read(PackageResources.placeholders_csv, file: "placeholders.csv").1
      + KnownOrganizations.read(
        PackageResources.organizations_csv,
        file: "organizations.csv",
        ambiguous: PackageResources.ambiguous_names_csv,
        file: "ambiguous-names.csv"
      ).1
      + HeaderVocabulary.read(
        PackageResources.headers_csv,
        file: "headers.csv",
        hashtags: PackageResources.hashtags_csv,
        file: "hashtags.csv"
      ).1
    #expect(faults.map(\.description) == [])
  }

  @Test func `are in an order that makes a change easy to see`() {
    let keys = KnownOrganizations.shipped.organizations.map(\.key)
    #expect(keys == keys.sorted())
    let codes = Concordance.dac.entries.map {
      ($0.code.utf8.count, $0.code, $0.inhibitor?.rawValue ?? "")
    }
    #expect(zip(codes, codes.dropFirst()).allSatisfy { $0 < $1 })
    let ambiguous = KnownOrganizations.shipped.ambiguities.map { FoldedName($0.text).text }
    #expect(ambiguous == ambiguous.sorted())
  }
}
