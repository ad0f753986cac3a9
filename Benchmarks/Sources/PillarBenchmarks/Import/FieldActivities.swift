internal import BenchmarkSupport

/// Makes a file of activities (IATI 2.03) of any size; the same size and seed give the same bytes.
struct FieldActivities {
  private(set) var bytes: [UInt8] = []
  private(set) var activityCount = 0
  private(set) var transactionCount = 0
  /// What all transactions amount to: whole numbers, so that their sum is exact.
  private(set) var amount = 0
  private var random: SeededGenerator

  /// Makes activities until there are at least so many bytes.
  init(bytes size: Int, seed: UInt64) {
    random = SeededGenerator(seed: seed)
    bytes.reserveCapacity(size + 65_536)
    add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"2.03\">\n")
    while bytes.count < size { addActivity() }
    add("</iati-activities>\n")
  }

  private mutating func add(_ text: String) { bytes += text.utf8 }

  private mutating func addActivity() {
    activityCount += 1
    let country = Self.countries[random.below(Self.countries.count)]
    add(
      """
      <iati-activity default-currency="EUR" xml:lang="en" hierarchy="1">
      <iati-identifier>XM-EXAMPLE-\(activityCount)</iati-identifier>
      <reporting-org ref="XM-EXAMPLE" type="10"><narrative>Ministry of Coopération</narrative></reporting-org>
      <title><narrative>Support to \(country) number \(random.below(900))</narrative></title>
      <description type="1"><narrative>\(Self.description)</narrative></description>

      """
    )
    for role in 1...4 where role != 3 {
      let number = random.below(role == 4 ? 300 : 20)
      add(
        "<participating-org role=\"\(role)\" type=\"21\"><narrative>Organisation \(number)"
          + "</narrative></participating-org>\n"
      )
    }
    let year = 2012 + random.below(10)
    add("<activity-status code=\"\(2 + random.below(3))\"/>\n")
    add("<activity-date type=\"2\" iso-date=\"\(year)-01-01\"/>\n")
    add("<activity-date type=\"4\" iso-date=\"\(year + 2)-12-31\"/>\n")
    add("<contact-info><email>somebody@example.org</email></contact-info>\n")
    add("<recipient-country code=\"\(country)\" percentage=\"100\"/>\n")
    let share = 10 * (1 + random.below(9))
    let first = random.below(Self.sectors.count)
    let second = (first + 1 + random.below(Self.sectors.count - 1)) % Self.sectors.count
    add("<sector code=\"\(Self.sectors[first])\" vocabulary=\"1\" percentage=\"\(share)\"/>\n")
    add(
      "<sector code=\"\(Self.sectors[second])\" vocabulary=\"1\" percentage=\"\(100 - share)\"/>\n"
    )
    add(
      "<budget type=\"1\"><period-start iso-date=\"\(year)-01-01\"/><period-end iso-date=\""
        + "\(year)-12-31\"/><value currency=\"EUR\" value-date=\"\(year)-01-01\">250000</value></budget>\n"
    )
    for _ in 0..<2 + random.below(12) { addTransaction(in: year) }
    add("</iati-activity>\n")
  }

  private mutating func addTransaction(in year: Int) {
    transactionCount += 1
    let value = 100 * (1 + random.below(9_000))
    amount += value
    let date = "\(year)-0\(1 + random.below(9))-15"
    add(
      """
      <transaction><transaction-type code="\(random.happens(0.7) ? 3 : 2)"/>
      <transaction-date iso-date="\(date)"/>
      <value currency="EUR" value-date="\(date)">\(value)</value>
      <provider-org ref="XM-EXAMPLE"><narrative>Ministry of Coopération</narrative></provider-org>
      <receiver-org><narrative>Organisation \(random.below(300))</narrative></receiver-org>
      </transaction>

      """
    )
  }

  private static let countries = ["CD", "CF", "SS", "HT", "BI", "TD", "LY", "ET", "CM", "ML"]

  private static let sectors = [
    "15110", "15113", "15130", "15150", "15151", "15152", "15153", "15160", "15170", "15210",
    "15220", "15230", "15240", "12220", "14030", "11220", "72010",
  ]

  private static let description =
    "The programme strengthens local mechanisms of mediation, gives legal aid to those who need it "
    + "and rebuilds trust between communities and those who govern them, year by year."
}
