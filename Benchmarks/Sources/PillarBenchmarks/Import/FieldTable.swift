internal import BenchmarkSupport

/// Makes a table of who does what where of any size; the same size and seed give the same bytes.
///
/// The shape is that of published tables: 500 organizations in several spellings, 12 sectors,
/// places on three levels with p-codes, dates, activities and people reached. Three rows of ten are
/// copies of earlier ones, and most others tell of a piece of work that an earlier row tells of.
struct FieldTable {
  private(set) var bytes: [UInt8] = []
  private(set) var rowCount = 0
  /// The different things that rows tell of, whatever the spelling.
  private(set) var facts: Set<Fact> = []
  private var random: SeededGenerator
  private var organizations: [Organization] = []
  private var places: [Place] = []
  private var works: [Work] = []

  /// Makes rows until there are at least so many bytes.
  init(bytes size: Int, seed: UInt64) {
    random = SeededGenerator(seed: seed)
    bytes.reserveCapacity(size + 1024)
    addOrganizations()
    addPlaces()
    addWorks(max(200, size / 1000))
    bytes += Array((Self.headings.joined(separator: ",") + "\n").utf8)
    bytes += Array((Self.tags.joined(separator: ",") + "\n").utf8)
    addRows(upTo: size)
  }

  // MARK: What rows tell of

  /// What a row tells of: a piece of work by organizations under one of their names.
  struct Fact: Hashable {
    let work: Int
    let isOffice: Bool
    let isOfficeOfPartner: Bool
  }

  private struct Organization {
    let spellings: [String]
    let acronym: String
    let type: String
  }

  private struct Place {
    let cells: String
  }

  private struct Work: Hashable {
    let organization: Int
    let partner: Int
    let funder: Int
    let rest: String
  }

  private mutating func addOrganizations() {
    let first = [
      "Action", "Secours", "Relief", "Réseau", "Union", "Comité", "Care", "Paix", "Rural",
    ]
    let second = ["Santé", "Women", "Development", "Protection", "Éducation", "Water", "Justice"]
    for number in 0..<500 {
      let place = Self.word(number)
      let name = "\(first[number % first.count]) \(second[number % second.count]) \(place)"
      let acronym = String(name.split(separator: " ").compactMap(\.first)) + "\(number)"
      var spellings = [name]
      if number % 3 == 0 { spellings += [name.uppercased(), name + " "] }
      if number % 7 == 0 { spellings.append(name.replacing(" ", with: "  ")) }
      if number % 11 == 0 { spellings.append("\"\(name), \(place) office\"") }
      let types = ["NGO", "INGO", "UN", "Government", "Red Cross Movement"]
      organizations.append(
        Organization(spellings: spellings, acronym: acronym, type: types[number % types.count])
      )
    }
  }

  private mutating func addPlaces() {
    for first in 1...12 {
      for second in 1...6 {
        for third in 1...8 {
          let code = "XQ\(first + 10)"
          let names = [first, first * 10 + second, first * 100 + second * 10 + third]
            .map { Self.word($0 + 600) }
          places.append(
            Place(
              cells: "\(names[0]),\(code),\(names[1]),\(code)0\(second),\(names[2]),"
                + "\(code)0\(second)0\(third)"
            )
          )
        }
      }
    }
  }

  private mutating func addWorks(_ count: Int) {
    let who = RankedDraw(organizations.count, isSteep: true, using: &random)
    let funders = RankedDraw(40, isSteep: true, using: &random)
    let spots = RankedDraw(places.count, isSteep: false, using: &random)
    var seen: Set<Work> = []
    while works.count < count {
      let organization = who.next(using: &random)
      let sector = Self.sectors[random.below(Self.sectors.count)]
      let activity = Self.activities[random.below(Self.activities.count)]
      let (year, month) = (2020 + random.below(3), 1 + random.below(12))
      let start = "\(year)-\(Self.padded(month))-01"
      let end = "\(year + random.below(2))-12-31"
      let status = random.one(of: [("Ongoing", 6), ("Completed", 3), ("Planned", 1)])
      let place = places[spots.next(using: &random)].cells
      let work = Work(
        organization: organization,
        partner: random.happens(0.5) ? organization : who.next(using: &random),
        funder: random.happens(0.3) ? -1 : funders.next(using: &random),
        rest: "\(sector),\(activity),\(place),\(start),\(end),\(status)"
      )
      if seen.insert(work).inserted { works.append(work) }
    }
  }

  // MARK: Rows

  private mutating func addRows(upTo size: Int) {
    let draw = RankedDraw(works.count, isSteep: false, using: &random)
    var starts: [Range<Int>] = []
    while bytes.count < size {
      rowCount += 1
      if random.happens(0.3), !starts.isEmpty {
        let copied = starts[random.below(starts.count)]
        bytes.append(contentsOf: Array(bytes[copied]))
        continue
      }
      let number = draw.next(using: &random)
      let work = works[number]
      let organization = organizations[work.organization]
      let (name, partner) = (spelling(organization), spelling(organizations[work.partner]))
      let start = bytes.count
      bytes += "\(name),\(organization.acronym),\(organization.type),\(partner),".utf8
      bytes += "\(work.funder < 0 ? "" : organizations[work.funder].acronym),\(work.rest),".utf8
      bytes += "\(random.below(400) * 5),Distribution and follow-up in the area,".utf8
      bytes += "desk\(work.organization)@example.org\n".utf8
      starts.append(start..<bytes.count)
      facts.insert(
        Fact(
          work: number,
          isOffice: name.hasSuffix("\""),
          isOfficeOfPartner: partner.hasSuffix("\"")
        )
      )
    }
  }

  private mutating func spelling(_ organization: Organization) -> String {
    random.happens(0.8)
      ? organization.spellings[0]
      : organization.spellings[random.below(organization.spellings.count)]
  }

  // MARK: Words

  private static let headings = [
    "Organization", "Acronym", "Organization Type", "Implementing Partner", "Donor", "Cluster",
    "Activity", "Admin1", "Admin1 Pcode", "Admin2", "Admin2 Pcode", "Admin3", "Admin3 Pcode",
    "Start Date", "End Date", "Status", "Reached", "Comments", "Email",
  ]

  private static let tags = [
    "#org +prog +name", "#org +prog +acronym", "#org +prog +type", "#org +impl", "#org +funder",
    "#sector", "#activity", "#adm1 +name", "#adm1 +code", "#adm2 +name", "#adm2 +code",
    "#adm3 +name", "#adm3 +code", "#date +start", "#date +end", "#status", "#reached", "",
    "#contact +email",
  ]

  private static let sectors = [
    "WASH", "Health", "Nutrition", "Protection", "Education", "Shelter/NFI", "Food Security",
    "Logistics", "Early Recovery", "CCCM", "Child Protection", "GBV",
  ]

  private static let activities = [
    "Training of health workers", "Cash for work", "\"Water points, rehabilitated\"",
    "Distribution of kits", "Mediation between communities", "School rehabilitation",
    "Case management", "Screening of children", "Legal aid", "Seeds and tools", "Latrines",
    "Transport of supplies", "Formation des enseignants", "Sensibilisation à la paix",
    "Mobile clinics", "Vaccination",
  ]

  /// A made-up word of a number.
  private static func word(_ number: Int) -> String {
    let syllables = ["ba", "ko", "mi", "ra", "tu", "né", "so", "li", "gu", "da"]
    var rest = number + 10
    var word = ""
    while rest > 0 {
      word = syllables[rest % 10] + word
      rest /= 10
    }
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
