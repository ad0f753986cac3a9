internal import GraphCore

/// Gathers the faults of files, and what of them could not be carried or was changed.
struct ReadingNotes {
  /// A remark, said once however often it holds.
  private struct Remark {
    let topic: String
    let subject: String?
    let place: ReadingPlace
    let hint: String?
    var count = 1
  }

  /// The names of the files.
  let files: [String]
  private var faults: [Remark] = []
  private(set) var faultCount = 0
  private var remarks: [Remark] = []
  private var remarkNumbers: [String: Int] = [:]

  init(_ files: [String]) {
    self.files = files
  }

  mutating func fault(_ message: String, hint: String? = nil, at place: ReadingPlace) {
    faultCount += 1
    guard faults.count < GraphReadingError.limit else { return }
    faults.append(Remark(topic: message, subject: nil, place: place, hint: hint))
  }

  /// Remarks on something; of several remarks on one topic the first is kept with their count.
  mutating func note(
    _ topic: String,
    about subject: String? = nil,
    hint: String? = nil,
    at place: ReadingPlace = ReadingPlace()
  ) {
    if let number = remarkNumbers[topic] {
      remarks[number].count += 1
    } else {
      remarkNumbers[topic] = remarks.count
      remarks.append(Remark(topic: topic, subject: subject, place: place, hint: hint))
    }
  }

  /// The error of the faults, if there are any.
  func error(_ finder: PlaceFinder = .known) -> GraphReadingError? {
    guard faultCount > 0 else { return nil }
    return GraphReadingError(
      faults.map { diagnostic(.error, $0, finder) },
      count: faultCount
    )
  }

  /// The remarks, in the order in which they were first made.
  func warnings(_ finder: PlaceFinder = .known) -> [Diagnostic] {
    remarks.map { diagnostic(.warning, $0, finder) }
  }

  private func diagnostic(
    _ severity: Diagnostic.Severity,
    _ remark: Remark,
    _ finder: PlaceFinder
  ) -> Diagnostic {
    let place = finder(remark.place)
    var message = remark.topic
    if let subject = remark.subject { message = "“\(subject.shortened)”: \(message)" }
    if remark.count > 1 { message += " (\(remark.count) times)" }
    return Diagnostic(
      severity,
      at: Diagnostic.Place(
        file: files.indices.contains(place.file) ? files[place.file] : "",
        line: place.line,
        column: place.column
      ),
      message,
      hint: remark.hint
    )
  }
}

extension String {
  /// The text on one line, cut if it is long, for a message.
  var shortened: String {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if text.count == 60 { return String(text) + "…" }
      text.append(scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? "\u{FFFD}" : scalar)
    }
    return String(text)
  }
}
