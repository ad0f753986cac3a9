public import GraphCore

/// A copy of a collection that can be shared, and what it leaves out.
public struct SafeCopy: Sendable {
  /// Who is hidden, and what stands in the place: for the owner of the collection alone.
  public struct PrivateName: Hashable, Sendable {
    /// The key in the collection.
    public let id: NodeID
    /// The kind.
    public let kind: NodeKind
    /// The name in the collection.
    public let name: String
    /// The key in the copy; `nil` if nothing stands there.
    public let copyID: NodeID?
    /// What became of it.
    public let treatment: SafetyRules.Treatment
    /// Why: `marked`, `inside` a hidden place, or `named` like somebody hidden.
    public let reason: String
  }

  /// The copy.
  public let collection: AssistanceCollection
  /// What was hidden, in counts; it names nobody.
  public let summary: SafetySummary
  /// Who is hidden, by kind and key.
  public let privateNames: [PrivateName]
  /// Names of the list that are nobody's in the collection.
  public let warnings: [Diagnostic]
}

/// What a safe copy leaves out, in counts.
public struct SafetySummary: Hashable, Sendable {
  /// How many nodes of a kind were treated in a way, and for which reason.
  public struct Hidden: Hashable, Sendable {
    /// The kind.
    public let kind: NodeKind
    /// What became of them.
    public let treatment: SafetyRules.Treatment
    /// Why.
    public let reason: String
    /// How many.
    public let count: Int
  }

  /// The hidden nodes by kind, treatment and reason.
  public internal(set) var hidden: [Hidden] = []
  /// Facts that name somebody or somewhere hidden.
  public internal(set) var touchedFacts = 0
  /// Facts of the copy that stand for several of them.
  public internal(set) var mergedFacts = 0
  /// Facts that are told at a wider place because too few hidden actors share the cell.
  public internal(set) var widenedFacts = 0
  /// Facts whose actors are told as their group because no place is wide enough.
  public internal(set) var groupedFacts = 0
  /// Cells of the usual question that are marked as withheld.
  public internal(set) var withheldCells = 0
  /// Relations of hidden nodes that are left out.
  public internal(set) var relations = 0
  /// Texts that held a hidden name, and are left out.
  public internal(set) var texts = 0
  /// Texts out of which e-mail addresses or telephone numbers were taken.
  public internal(set) var contacts = 0
  /// Amounts below the least one.
  public internal(set) var amounts = 0
  /// Documents whose titles or keys held a hidden name.
  public internal(set) var documents = 0
  /// How many wider places have fewer hidden parts than the threshold.
  public internal(set) var thinPlaces = 0

  /// The summary in sentences; none of them names anybody.
  public var sentences: [String] {
    var sentences = hidden.map { hidden in
      let isOne = hidden.count == 1
      let what =
        hidden.treatment == .pseudonym
        ? (isOne ? "goes by a number" : "go by numbers")
        : (isOne ? "counts as something wider" : "count as something wider")
      let why =
        switch hidden.reason {
        case "inside":
          isOne ? ", since it lies in a hidden place" : ", since they lie in hidden ones"
        case "named":
          isOne
            ? ", since its name holds a hidden name or a person's details"
            : ", since their names hold a hidden name or a person's details"
        default: ""
        }
      return "\(hidden.kind.rawValue): \(hidden.count) \(what)\(why)."
    }
    func add(_ count: Int, _ one: String, _ several: String) {
      if count > 0 { sentences.append(count == 1 ? "1 \(one)." : "\(count) \(several).") }
    }
    add(
      touchedFacts,
      "fact names somebody or somewhere hidden: its texts, amounts, days and places in documents "
        + "are left out",
      "facts name somebody or somewhere hidden: their texts, amounts, days and places in documents "
        + "are left out"
    )
    add(
      mergedFacts,
      "of these says the same as another one",
      "of these say the same as another one"
    )
    add(widenedFacts, "fact is told at a wider place", "facts are told at a wider place")
    add(
      groupedFacts,
      "fact has its actors told as a group only",
      "facts have their actors told as a group only"
    )
    add(
      withheldCells,
      "cell of the matrix is marked as withheld",
      "cells of the matrix are marked as withheld"
    )
    add(relations, "relation is left out", "relations are left out")
    add(texts, "text held a hidden name", "texts held a hidden name")
    add(
      contacts,
      "text held a person's details, which were taken out",
      "texts held people's details, which were taken out"
    )
    add(amounts, "small amount is left out", "small amounts are left out")
    add(
      documents,
      "document has another key and no title",
      "documents have other keys and no titles"
    )
    if thinPlaces > 0 {
      sentences.append(
        "Caution: in \(thinPlaces) wider \(thinPlaces == 1 ? "place" : "places") only few places are "
          + "hidden; whoever has the list of places can guess which."
      )
    }
    return sentences
  }
}

extension AssistanceCollection {
  /// Makes a copy without the names of sensitive nodes and without what would give them away.
  ///
  /// What is sensitive is said by the list and by the property `sensitive` of nodes. What stays and
  /// what goes is told in `Documentation/Formats/safe.md`, and why in
  /// `Documentation/Design/safe-export.md`. The same collection, list and rules give the same copy.
  ///
  /// - Parameters:
  ///   - list: Who and what is sensitive.
  ///   - rules: What becomes of them.
  ///   - allowsAbsent: Whether the list may name somebody who is not in the collection.
  /// - Returns: The copy, what it leaves out, and who is hidden.
  /// - Throws: ``CollectionError`` if the list has faults, or nobody is marked.
  /// - Complexity: O(*n* log *n*) for *n* facts, and a few passes over cells.
  public func safeCopy(
    hiding list: SensitiveList,
    under rules: SafetyRules = SafetyRules(),
    allowsAbsent: Bool = false
  ) throws(CollectionError) -> SafeCopy {
    let marked = list.marked(in: graph)
    let faults = marked.faults.filter { $0.severity == .error || !allowsAbsent }
    guard faults.isEmpty else { throw CollectionError(faults) }
    guard !marked.treatments.isEmpty || !marked.absent.isEmpty else {
      throw CollectionError([
        Diagnostic(
          .error,
          at: Diagnostic.Place(file: metadata.title),
          "nobody is marked as sensitive",
          hint: "name them in \(SensitiveList.fileName), or write yes in a column “sensitive”"
        )
      ])
    }
    var copying = SafeCopying(self, marked, rules)
    return try copying.copy()
  }
}
