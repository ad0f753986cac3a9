public import AssistanceModel
public import GraphCore
public import NetworkAlgorithms

/// Which coordination paths are asked for.
///
///     var question = PathQuestion(from: "undp", to: "african-union")
///     question.evidence = [.documented]
public struct PathQuestion: Hashable, Sendable {
  /// What makes a path good.
  public enum Measure: Hashable, Sendable {
    /// Few steps.
    case steps
    /// Low cost, by the class of evidence of each step.
    case cost(StepCosts)
    /// A weakest step that is as strong as can be, by the class of its evidence; then low cost.
    case weakestStep(StepCosts)
  }

  /// Where paths start.
  public var source: NodeID
  /// Where paths end.
  public var target: NodeID
  /// How many paths are asked for, the best ones; less than one gives none.
  public var count = 3
  /// What makes a path good.
  public var measure = Measure.cost(StepCosts())
  /// The kinds of relations to walk; `nil` is every one.
  ///
  /// Facts are walked if the set holds ``EdgeKind/provider``. Where it is `nil`, relations that only
  /// file or cite are walked as the first or last step alone.
  public var kinds: Set<EdgeKind>?
  /// The classes of evidence that a step may have.
  public var evidence: Set<EvidenceClass> = Set(EvidenceClass.allCases)
  /// The span of time that each step must overlap; `nil` is any.
  public var period: Validity?
  /// Nodes that no path may pass.
  public var avoiding: Set<NodeID> = []
  /// Nodes that every path must pass, in any order.
  public var through: [NodeID] = []
  /// Whether a path may pass a class of actors; never a placeholder.
  public var passesClasses = false
  /// Whether relations are walked only from their first end to their second.
  ///
  /// Facts lead from their providers to their other ends, and from the case to the recipients.
  /// Providers of one fact are linked both ways, as partners are.
  public var followsDirection = false
  /// Whether parallel relations and facts are answers of their own; else they are one step with
  /// several pieces of evidence.
  public var keepsParallelLinks = false
  /// Which kinds of steps a route takes, one after the other; `nil` is any.
  ///
  /// A pattern says itself which way each relation is walked. What it does not name is not walked.
  public var pattern: RoutePattern?
  /// How many steps a path may have; `nil` is any number.
  ///
  /// Without a pattern all such paths are meant, those with fewer steps first.
  public var maximumSteps: Int?
  /// What is best in time; `nil` where the order of steps in time does not matter.
  ///
  /// Each step must then hold at a moment that is not before the step before it, and there is one
  /// path at most.
  public var timing: TimedNetwork.Goal?
  /// Whether all paths are asked for that no other beats in cost, weakest evidence and consents.
  public var weighsTradeOffs = false

  /// How many nodes besides its ends a path may be asked to pass; the search doubles with each.
  public static let maximumThrough = 6

  /// What steps cost; `nil` where each counts one.
  public var stepCosts: StepCosts? {
    switch measure {
    case .steps: nil
    case .cost(let costs), .weakestStep(let costs): costs
    }
  }

  /// Creates a question.
  public init(from source: NodeID, to target: NodeID) {
    self.source = source
    self.target = target
  }
}

/// What a step costs by the class of its evidence.
public struct StepCosts: Hashable, Sendable {
  /// A step that a source states.
  public let documented: Double
  /// A step that an analyst read, or that is only possible or prescribed.
  public let declared: Double
  /// Two steps over a shared case, measure or subject, or one that is stated to be no more.
  public let coPresence: Double

  /// Creates costs; those that are not finite or negative count as the defaults.
  ///
  /// - Parameters:
  ///   - documented: Default 1.
  ///   - declared: Default 1.5.
  ///   - coPresence: Default 4, half of it for the step in and half for the step out.
  public init(documented: Double = 1, declared: Double = 1.5, coPresence: Double = 4) {
    func checked(_ cost: Double, _ fallback: Double) -> Double {
      cost.isFinite && cost >= 0 ? cost : fallback
    }
    self.documented = checked(documented, 1)
    self.declared = checked(declared, 1.5)
    self.coPresence = checked(coPresence, 4)
  }

  /// What a step between two actors costs.
  func cost(_ evidence: EvidenceClass) -> Double {
    switch evidence {
    case .documented: documented
    case .declared: declared
    case .coPresence: coPresence
    }
  }
}
