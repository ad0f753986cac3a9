internal import PillarKit

extension DrawCommand {
  /// What a picture is of.
  enum Subject: CaseIterable {
    case coordination, matrix, cards, timeline, plan, candidates, without, ego, path, cut
    case connect, reachAll, communities, brokers

    /// The pictures of a network of actors, where two are linked by what is known of both.
    static let groups: Set<Subject> = [.connect, .reachAll, .communities, .brokers]

    /// The option that asks for it; `nil` if none is needed.
    var option: String? {
      switch self {
      case .coordination: nil
      case .matrix: "--matrix"
      case .cards: "--cards"
      case .timeline: "--timeline"
      case .plan: "--plan"
      case .candidates: "--candidates"
      case .without: "--without"
      case .ego: "--ego"
      case .path: "--path"
      case .cut: "--cut"
      case .connect: "--connect"
      case .reachAll: "--reach-all"
      case .communities: "--communities"
      case .brokers: "--brokers"
      }
    }
  }

  /// Everything that the options ask for; who leaves is shown in a matrix, whether or not it is asked
  /// for by name.
  var subjects: [Subject] {
    let others: [(Subject, Bool)] = [
      (.ego, ego != nil), (.path, !path.isEmpty), (.cut, !cut.isEmpty),
      (.without, !without.isEmpty), (.candidates, !candidates.isEmpty),
      (.connect, !group.connect.isEmpty), (.reachAll, group.reachAll),
      (.communities, group.communities), (.brokers, brokers),
    ]
    let asked = others.filter(\.1).map(\.0)
    switch view {
    case .coordination: return asked
    case .matrix: return asked.contains(.without) ? asked : [.matrix] + asked
    case .cards: return [.cards] + asked
    case .timeline: return [.timeline] + asked
    case .plan: return [.plan] + asked
    }
  }

  /// What the picture is of.
  var subject: Subject { subjects.first ?? .coordination }

  /// The options given that the picture would not heed.
  var unheeded: [String] {
    let given: [(String, isGiven: Bool, heeding: Set<Subject>)] = [
      ("--sort", sort != .gaps, [.matrix, .cards, .without]),
      ("--steps", steps != nil, [.timeline]),
      (
        "--detail", detail != .automatic,
        [
          .coordination, .matrix, .cards, .without, .ego, .reachAll, .communities,
        ]
      ),
    ]
    var unheeded: [String] = []
    let isOfGroups = Subject.groups.contains(subject)
    let isOfMatrix = ![.ego, .path, .cut].contains(subject) && !isOfGroups
    if !isOfMatrix { unheeded += question.given + question.scope.given }
    if subject == .ego { unheeded += question.scope.givenOfLinks }
    switch subject {
    case .path: break
    case .cut:
      unheeded += route.given.filter { ["--count", "--through"].contains($0) } + choice.given
    case .connect, .reachAll, .communities, .brokers: unheeded += route.givenOfRoutes + choice.given
    default: unheeded += route.given + choice.given
    }
    unheeded += group.unheeded
    if subject != .plan { unheeded += closure.given }
    return unheeded + given.filter { $0.isGiven && !$0.heeding.contains(subject) }.map(\.0)
  }
}
