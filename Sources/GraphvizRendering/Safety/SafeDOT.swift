public import DOTFormat

/// A drawing that somebody brought, without what reads files, runs programs or wastes the machine.
///
/// What is left draws as before: only attributes that Graphviz knows are kept, sizes are limited to
/// what a large poster needs, links may lead to the web, to a mail address or within the drawing,
/// and pictures are left out of labels. Broken markup is left for Graphviz to report.
///
///     let safe = SafeDOT(DOTGraph("map", [.node(DOTNode("a", ["image": "/etc/passwd"]))]))
///     safe.changes.first?.description  // left out “image” once, since it reads a file
///
/// A safe drawing made safe again is itself.
public struct SafeDOT: Hashable, Sendable {
  /// The drawing as it is safe to draw.
  public let graph: DOTGraph
  /// What is different from what was brought, in the order met.
  public let changes: [Change]
  /// The engine that the drawing asks for by its attribute `layout`, which is no longer in it.
  public let engine: GraphvizEngine?
  /// What is in the drawing that some versions of Graphviz crash on, such as `splines=ortho`.
  public let suspects: [String]

  /// Something that was left out or changed.
  public struct Change: Hashable, Sendable {
    /// What was done.
    public enum Action: String, Hashable, Sendable {
      case leftOut = "left out"
      case limited = "limited"
      case replaced = "replaced"
    }

    /// What was done.
    public let action: Action
    /// What it was done to: an attribute, a tag, or several names.
    public let subject: String
    /// Why.
    public let reason: String
    /// How often.
    public let count: Int
  }

  /// Makes a drawing safe.
  ///
  /// - Parameter graph: The drawing as it was brought.
  /// - Complexity: O(*n*) for a drawing with *n* characters.
  public init(_ graph: DOTGraph) {
    var pass = SafetyPass(markups: DOTTexts.markup(of: graph))
    self.graph = pass.safe(graph)
    changes = pass.changes
    engine = pass.engine
    suspects = pass.suspects
  }
}

extension SafeDOT.Change: CustomStringConvertible {
  /// The change in words.
  public var description: String {
    let times = count == 1 ? "once" : "\(count) times"
    return "\(action.rawValue) “\(subject)” \(times), since \(reason)"
  }
}
