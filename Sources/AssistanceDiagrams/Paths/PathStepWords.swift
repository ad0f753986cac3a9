internal import AssistanceModel
internal import CoordinationAnalysis
internal import DOTFormat
internal import GraphCore

/// Says in words what the steps of paths rest on.
struct PathStepWords {
  let graph: AssistanceGraph
  let question: PathQuestion

  /// A line of a step's caption.
  struct Line: Hashable {
    let text: String
    var isSource = false
  }

  private func name(_ id: NodeID) -> String { graph.name(of: id).visible }

  /// How good a path is: its cost, unless that is the number of its steps, and its steps.
  func measure(_ path: CoordinationPath) -> String {
    let steps = counted(path.steps.count, "step")
    var words = [steps]
    if question.stepCosts != nil { words.insert("cost \(PathWords.number(path.cost))", at: 0) }
    if question.weighsTradeOffs { words.append(counted(path.consents, "consent")) }
    if let times = path.times {
      let ends = [times.departure, times.arrival].compactMap { $0?.description }
      let isOneMoment = ends.count == 2 && ends[0] == ends[1]
      words.append(
        ends.isEmpty
          ? "at any time"
          : (isOneMoment ? [ends[0]] : ends)
            .joined(separator: " to ")
      )
    }
    return words.joined(separator: " · ")
  }

  // MARK: Steps

  /// What a step rests on, in the lines of a caption: the strongest witness, how many more, and
  /// where the strongest is stated.
  func caption(_ step: PathStep, width: Double, size: Double) -> [Line] {
    guard let strongest = step.witnesses.first else { return [] }
    let lines = BrokenText(title(strongest, of: step), width: width, size: size, maximum: 3).lines
      .map { Line(text: $0) }
    let more = step.witnesses.count - 1
    let source = sources(strongest).first
    let others = more > 0 ? "+\(more) more" : ""
    guard let source else {
      return lines + (others.isEmpty ? [] : [Line(text: others, isSource: true)])
    }
    let place = source.locator.map { " \($0.description.visible)" } ?? ""
    return lines
      + Self.stated(
        in: source.document.visible,
        at: place + (others.isEmpty ? "" : ", " + others),
        width: width,
        size: size
      )
      .map { Line(text: $0, isSource: true) }
  }

  /// A document and the place in it: a long name loses its middle, the place is told whole, in a
  /// line of its own if the two cannot share one.
  private static func stated(
    in document: String,
    at place: String,
    width: Double,
    size: Double
  ) -> [String] {
    let whole = document + place
    if whole.width(size: size) <= width { return [whole] }
    let room = width - place.width(size: size)
    let beside = BrokenText(document, width: room, size: size, maximum: 1, cut: .middle)
    if room >= 5 * size, let name = beside.lines.first { return [name + place] }
    return BrokenText(document, width: width, size: size, maximum: 1, cut: .middle).lines
      + BrokenText(place, width: width, size: size, maximum: 2).lines
  }

  /// The name of a relation, with an arrow if the step goes against it, or a fact's measure.
  private func title(_ witness: PathStep.Witness, of step: PathStep) -> String {
    switch witness {
    case .fact(let id, _, _):
      // A measure that is an end of the step has its name there.
      guard let measure = graph.fact(id)?.measure, measure != step.from, measure != step.to else {
        return "assisted"
      }
      return name(measure)
    case .relation(let id):
      guard let edge = graph.graph[id] else { return "" }
      let words = edge.kind.rawValue.visible.split(separator: "-").joined(separator: " ")
      let time = edge.validity.isUnbounded ? "" : " (\(edge.validity))"
      return (isBackwards(edge, step) ? "↑ " : "") + words + time
    }
  }

  private func isBackwards(_ edge: Edge, _ step: PathStep) -> Bool { edge.from.id != step.from }

  /// Whether the caption of a step has an arrow against the step.
  func showsArrow(_ step: PathStep) -> Bool {
    guard case .relation(let id)? = step.witnesses.first, let edge = graph.graph[id] else {
      return false
    }
    return isBackwards(edge, step)
  }

  private func sources(_ witness: PathStep.Witness) -> [SourceReference] {
    switch witness {
    case .relation(let id): graph.graph[id]?.sources ?? []
    case .fact(let id, _, _): graph.graph[id]?.sources ?? []
    }
  }

  /// A step in sentences: from where to where, on what evidence, and each witness with its sources.
  func sentence(_ step: PathStep) -> String {
    let cost = question.stepCosts == nil ? "" : ", cost \(PathWords.number(step.cost))"
    var text = "\(name(step.from)) → \(name(step.to)): \(step.evidence.rawValue)\(cost)."
    for witness in step.witnesses.prefix(6) {
      let stated = listed(sources(witness).map(\.description.visible), limit: 3)
      text += " " + sentence(witness) + " — " + (stated.isEmpty ? "no source" : stated) + "."
    }
    if step.witnesses.count > 6 { text += " And \(step.witnesses.count - 6) more." }
    return text.shortened(to: 2000)
  }

  private func sentence(_ witness: PathStep.Witness) -> String {
    switch witness {
    case .relation(let id):
      guard let edge = graph.graph[id] else { return "" }
      let kind = edge.kind.rawValue.visible.split(separator: "-").joined(separator: " ")
      return "\(name(edge.from.id)) \(kind) \(name(edge.to.id))"
        + certainty(edge[.basis], edge[.modality], edge.validity)
    case .fact(let id, let from, let to):
      guard let fact = graph.fact(id) else { return "" }
      let roles = from == to ? "both as \(from)" : "\(from) and \(to)"
      return "fact \(id.rawValue.visible) (\(roles.visible))"
        + certainty(fact.basis, fact.modality, fact.validity)
    }
  }

  private func certainty(_ basis: Basis?, _ modality: Modality?, _ validity: Validity) -> String {
    var words = [(basis ?? .explicit).rawValue]
    if let modality, modality != .does { words.append(modality.rawValue) }
    if !validity.isUnbounded { words.append(validity.description) }
    return " (\(words.joined(separator: ", ")))"
  }

  // MARK: Paths

  /// A path in a sentence: how good it is, and every node and kind of evidence on the way.
  func sentence(_ path: CoordinationPath, number: Int) -> String {
    let weakest = path.weakestEvidence.map { ", weakest evidence \($0.rawValue)" } ?? ""
    guard let first = path.steps.first else { return "Path \(number): both ends are the same." }
    let steps = path.steps.map { "\(name($0.to)) (\($0.evidence.rawValue))" }
    return "Path \(number), \(measure(path))\(weakest): from \(name(first.from)) to "
      + steps.joined(separator: ", then ") + "."
  }

  /// The keys of the documents that the steps rest on.
  func documents(_ answer: PathAnswer) -> Set<String> {
    Set(
      answer.paths.flatMap(\.steps).flatMap(\.witnesses).flatMap { sources($0) }.map(\.document)
    )
  }
}

extension PathStepWords {
  /// What says so, in a few words beside the arrow, and clear of it.
  func label(_ step: PathStep, width: Double, _ theme: DiagramTheme) -> HTMLLabel {
    let lines = caption(step, width: width, size: PathLane.noteSize)
    let rows = lines.map { line in
      [
        HTMLTable.Cell(["WIDTH": "7"], []),
        HTMLTable.Cell(
          ["ALIGN": "LEFT"],
          [
            .font(
              size: PathLane.noteSize,
              colour: theme.colour(line.isSource ? .mutedText : .text),
              [.text(line.text)]
            )
          ]
        ),
      ]
    }
    return HTMLLabel([
      .table(
        HTMLTable(
          ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "0"],
          rows: rows
        )
      )
    ])
  }
}
