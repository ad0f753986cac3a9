internal import GraphCore
internal import TabularText

/// Makes an activity of its elements, and says what it could not understand.
struct IATIDecoder {
  private let file: String
  private let language: String?
  private var activity = IATIActivity()

  /// Decodes an activity.
  static func activity(
    _ element: IATIElement,
    version: String?,
    file: String
  ) -> IATIActivity {
    let language = element["xml:lang"]
    var decoder = IATIDecoder(file: file, language: language.isEmpty ? nil : language)
    decoder.read(element)
    decoder.activity.version = element.foreignVersion ?? version
    return decoder.activity
  }

  private init(file: String, language: String?) {
    self.file = file
    self.language = language
  }

  private mutating func read(_ element: IATIElement) {
    activity.line = element.line
    activity.currency = element["default-currency"].nonEmpty?.uppercased()
    activity.hierarchy = Int(element["hierarchy"])
    activity.isHumanitarian = Self.truth(element["humanitarian"])
    for child in element.children { readChild(child) }
    if activity.identifier.isEmpty { doubt(element.line, "the activity has no identifier") }
  }

  private mutating func readChild(_ child: IATIElement) {
    switch child.name {
    case "iati-identifier": activity.identifier = child.text.trimmed.singleSpaced
    case "reporting-org": activity.reportingOrganization = organization(child)
    case "title": activity.titles += child.narratives(language)
    case "activity-status":
      let text = child["code"].nonEmpty ?? child.text
      activity.status = IATIStatus(text)
      if activity.status == nil { doubt(child.line, "“\(text.shortened)” is no activity status") }
    case "activity-date": readDate(child)
    case "participating-org":
      let role = IATIRole(child["role"])
      if role == nil { doubt(child.line, "“\(child["role"].shortened)” is no role") }
      activity.participants.append(IATIParticipant(organization(child), role, line: child.line))
    case "recipient-country": if let country = country(child) { activity.countries.append(country) }
    case "recipient-region": activity.regions.append(region(child))
    case "sector": if let sector = sector(child) { activity.sectors.append(sector) }
    case "transaction": activity.transactions.append(transaction(child))
    case "budget": activity.budgets.append(budget(child))
    case "related-activity":
      if let kind = Int(child["type"]).flatMap({ IATIRelation.Kind(rawValue: $0) }),
        let identifier = child["ref"].nonEmpty
      {
        activity.related.append(IATIRelation(kind: kind, identifier: identifier.singleSpaced))
      }
    case "collaboration-type": activity.collaboration = child["code"].nonEmpty
    default: break
    }
  }

  private mutating func readDate(_ element: IATIElement) {
    let date = date(element)
    switch element["type"].lowercased() {
    case "1", "start-planned": activity.dates.plannedStart = date ?? activity.dates.plannedStart
    case "2", "start-actual": activity.dates.actualStart = date ?? activity.dates.actualStart
    case "3", "end-planned": activity.dates.plannedEnd = date ?? activity.dates.plannedEnd
    case "4", "end-actual": activity.dates.actualEnd = date ?? activity.dates.actualEnd
    default: doubt(element.line, "“\(element["type"].shortened)” is no kind of date")
    }
  }

  private func organization(_ element: IATIElement) -> IATIOrganization {
    var organization = IATIOrganization()
    organization.reference = element["ref"]
    organization.type = element["type"]
    organization.names = element.narratives(language)
    organization.activity =
      element["activity-id"].nonEmpty ?? element["provider-activity-id"].nonEmpty
      ?? element["receiver-activity-id"]
    return organization
  }

  private mutating func country(_ element: IATIElement) -> IATICountry? {
    guard let code = element["code"].nonEmpty?.uppercased() else {
      doubt(element.line, "a country without a code")
      return nil
    }
    return IATICountry(
      code: code,
      name: element.narratives(language).text(),
      percentage: percentage(element),
      line: element.line
    )
  }

  private mutating func region(_ element: IATIElement) -> IATIRegion {
    IATIRegion(
      code: element["code"],
      vocabulary: element["vocabulary"].nonEmpty ?? "1",
      name: element.narratives(language).text(),
      percentage: percentage(element),
      line: element.line
    )
  }

  private mutating func sector(_ element: IATIElement) -> IATISector? {
    let name = element.narratives(language).text()
    var vocabulary = IATIVocabulary(element["vocabulary"])
    // A publisher's own list may be one of names.
    let isOwn = vocabulary != .purposes && vocabulary != .categories
    guard let code = element["code"].nonEmpty ?? (isOwn ? name.nonEmpty : nil) else {
      doubt(element.line, "a sector without a code")
      return nil
    }
    // Categories are often filed under the vocabulary of purposes.
    if vocabulary == .purposes, code.utf8.count == 3 { vocabulary = .categories }
    return IATISector(
      code: code,
      vocabulary: vocabulary,
      name: name,
      percentage: percentage(element),
      line: element.line
    )
  }

  private mutating func transaction(_ element: IATIElement) -> IATITransaction {
    var result = IATITransaction(line: element.line)
    if let type = element.first("transaction-type") {
      let text = type["code"].nonEmpty ?? type.text
      result.type = IATITransactionType(text)
      if result.type == nil { doubt(type.line, "“\(text.shortened)” is no type of transaction") }
    } else {
      doubt(element.line, "a transaction without a type")
    }
    (result.amount, result.currency) = money(element)
    result.date = element.first("transaction-date").flatMap { date($0) }
    if result.date == nil, let day = element.first("value")?["value-date"].nonEmpty {
      result.date = PartialDate(day.dayPart)
    }
    result.provider = element.first("provider-org").map { organization($0) }
    result.receiver = element.first("receiver-org").map { organization($0) }
    for child in element.children {
      switch child.name {
      case "recipient-country": if let country = country(child) { result.countries.append(country) }
      case "recipient-region": result.regions.append(region(child))
      case "sector": if let sector = sector(child) { result.sectors.append(sector) }
      default: break
      }
    }
    return result
  }

  private mutating func budget(_ element: IATIElement) -> IATIBudget {
    let (amount, currency) = money(element)
    return IATIBudget(
      amount: amount,
      currency: currency,
      start: element.first("period-start").flatMap { date($0) },
      end: element.first("period-end").flatMap { date($0) },
      isRevised: ["2", "revised"].contains(element["type"].lowercased()),
      line: element.line
    )
  }

  private mutating func money(_ element: IATIElement) -> (Double?, String?) {
    guard let value = element.first("value") else {
      doubt(element.line, "no value")
      return (nil, activity.currency)
    }
    let amount = value.text.trimmed.plainNumber
    if amount == nil { doubt(value.line, "“\(value.text.shortened)” is no amount") }
    return (amount, value["currency"].nonEmpty?.uppercased() ?? activity.currency)
  }

  private mutating func date(_ element: IATIElement) -> PartialDate? {
    let text = element["iso-date"].nonEmpty ?? element.text.trimmed
    let date = PartialDate(text.dayPart)
    if date == nil, !text.isEmpty { doubt(element.line, "“\(text.shortened)” is no date") }
    return date
  }

  private mutating func percentage(_ element: IATIElement) -> Double? {
    let text = element["percentage"]
    guard !text.isEmpty else { return nil }
    if let number = text.plainNumber, (0...100).contains(number) { return number }
    doubt(element.line, "“\(text.shortened)” is no percentage")
    return nil
  }

  private mutating func doubt(_ line: Int, _ message: String) {
    let place = Diagnostic.Place(file: file, line: line)
    activity.doubts.append(Diagnostic(.warning, at: place, message))
  }

  private static func truth(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "1", "true": true
    case "0", "false": false
    default: nil
    }
  }
}

extension IATIElement {
  /// The version that an attribute of another namespace states.
  var foreignVersion: String? {
    attributes.filter { $0.key.hasSuffix(":version") }.min { $0.key < $1.key }?.value.trimmed
  }
}

extension String {
  /// The text, or `nil` if it is empty.
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }

  /// The day of a point in time.
  fileprivate var dayPart: String {
    String(prefix { !"TZ+ ".contains($0) })
  }

  /// The text with one blank for each run of white space.
  fileprivate var singleSpaced: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text as faults quote it.
  var shortened: String {
    let text = trimmed.singleSpaced
    return text.count > 40 ? text.prefix(40) + "…" : text
  }

  /// A number in digits with a point, commas between thousands allowed; `nil` for anything else.
  var plainNumber: Double? {
    var digits = Substring(self)
    if digits.hasSuffix("%") { digits = digits.dropLast() }
    let sign = digits.first == "-" || digits.first == "+" ? digits.removeFirst() : "+"
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let groups = (parts.first ?? "").split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2, groups.count == 1 || groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    let text = groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
    guard text.utf8.contains(where: { 48...57 ~= $0 }),
      text.utf8.allSatisfy({ 48...57 ~= $0 || $0 == 46 }), text.utf8.count < 40,
      let number = Double(text.hasPrefix(".") ? "0" + text : text)
    else { return nil }
    return sign == "-" ? -number : number
  }
}
