/// One way to read a coverage question: for each choice the question's own way, or an option.
public struct CoverageReading: Hashable, Sendable {
  /// A choice that is made otherwise than the question makes it.
  public struct Departure: Hashable, Sendable {
    /// The place of the choice in ``SensitivityReport/choices``.
    public let choice: Int
    /// The place of the option among its options.
    public let option: Int

    /// Creates a departure.
    package init(choice: Int, option: Int) {
      self.choice = choice
      self.option = option
    }
  }

  /// What differs from the question, in the order of the choices; empty for the question itself.
  public let departures: [Departure]

  /// Creates a reading; of a choice at most one option.
  package init(departures: [Departure]) {
    self.departures = departures
  }

  /// How the matrix stands under a reading.
  public struct Result: Hashable, Sendable {
    /// The reading.
    public let reading: CoverageReading
    /// How many cells stand in each state.
    public let counts: [CoverageState: Int]
    /// How many cells are gaps.
    public let gapCount: Int
    /// How many gaps of the question it closes.
    public let closedCount: Int
    /// How many gaps it has that the question does not.
    public let openedCount: Int
    /// How many gaps each column has, in the order of columns.
    public let columnGaps: [Int]
  }

  /// Whether the reading departs from the question as another one does, and maybe further.
  func contains(_ other: CoverageReading, among choices: [ReadingChoice]) -> Bool {
    other.departures.allSatisfy { wanted in
      departures.contains { own in
        own.choice == wanted.choice
          && (own.option == wanted.option
            || choices[own.choice].options[own.option].parts.contains(wanted.option))
      }
    }
  }
}
