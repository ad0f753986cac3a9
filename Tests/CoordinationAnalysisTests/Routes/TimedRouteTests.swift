import AssistanceModel
import CoordinationAnalysis
import GraphCore
import NetworkAlgorithms
import Testing

@Suite struct TimedRouteTests {
  private func span(_ from: String?, _ until: String?) -> Validity {
    Validity(from: from.flatMap { PartialDate($0) }, until: until.flatMap { PartialDate($0) })
      ?? .always
  }

  @Test func `a step holds at a moment that is not before the step before it`() throws {
    let graph = try assistance {
      nodes(["s", "m", "t"])
      partners("s", "m", valid: span("2010", "2012"))
      partners("m", "t", valid: span("2004", "2008"))
    }
    for goal in TimedNetwork.Goal.allCases {
      #expect(try graph.asked { $0.timing = goal }.paths.isEmpty)
    }
    #expect(
      try graph.asked { $0.timing = .earliest }.noPath == .cutOff(by: [.orderInTime])
    )
    #expect(try graph.asked().routes == ["s>m>t"])
  }

  @Test func `moments are told as precisely as the dates that they come from`() throws {
    let graph = try assistance {
      nodes(["s", "m", "n", "t"])
      partners("s", "m", valid: span("2004", "2006"))
      partners("m", "n")
      partners("n", "t", valid: span("2008-05", nil))
    }
    let answer = try graph.asked { $0.timing = .fastest }
    let times = try #require(answer.paths.first?.times)
    #expect(times.moments.map { $0?.description } == ["2006", "2006", "2008-05"])
    #expect(times.departure == PartialDate("2006"))
    #expect(times.arrival == PartialDate("2008-05"))
    #expect(times.undatedSteps == 1)
    let earliest = try graph.asked { $0.timing = .earliest }
    #expect(earliest.paths.first?.times?.arrival == PartialDate("2008-05"))
  }

  @Test func `steps of one year follow each other either way`() throws {
    let graph = try assistance {
      nodes(["s", "m", "t"])
      partners("s", "m", valid: during("2013"))
      partners("m", "t", valid: during("2013"))
    }
    let forward = try graph.asked { $0.timing = .earliest }.paths.first?.times
    #expect(forward?.departure == PartialDate("2013"))
    #expect(forward?.arrival == PartialDate("2013"))
    let back = try graph.asked {
      ($0.source, $0.target) = ("t", "s")
      $0.timing = .earliest
    }
    #expect(back.routes == ["t>m>s"])
  }

  @Test func `each statement counts by itself`() throws {
    // Between the two spans nothing says that the two worked together.
    let graph = try assistance {
      nodes(["s", "m", "t"])
      partners("s", "m", valid: during("2005"))
      partners("m", "t", valid: during("2001"))
      partners("m", "t", valid: during("2009"))
    }
    let path = try #require(try graph.asked { $0.timing = .fewest }.paths.first)
    #expect(path.times?.moments.map { $0?.year } == [2005, 2009])
    #expect(path.steps.map(\.witnesses.count) == [1, 1])
    #expect(
      try graph.asked {
        $0.timing = .fewest; $0.period = during("2005")
      }.paths.isEmpty
    )
  }

  @Test func `without any dates there is a path at any time, and this is told`() throws {
    let graph = try assistance {
      nodes(["s", "t"])
      partners("s", "t")
    }
    let answer = try graph.asked { $0.timing = .latest }
    #expect(answer.paths.first?.times?.departure == nil)
    #expect(answer.paths.first?.times?.undatedSteps == 1)
    let warnings = RouteWords.warnings(answer, in: graph)
    #expect(warnings == ["1 of 1 step has no dates, so the order in time is not known there."])
  }

  @Test func `under a period it is told how many steps count only for want of dates`() throws {
    let graph = try assistance {
      nodes(["s", "a", "b", "t"])
      partners("s", "a")
      partners("a", "t", valid: during("2005"))
      partners("a", "b", valid: during("2005"))
      partners("b", "t")
    }
    func warnings(_ change: (inout PathQuestion) -> Void) throws -> [String] {
      RouteWords.warnings(try graph.asked(change), in: graph)
    }
    #expect(try warnings { _ in }.isEmpty)
    #expect(
      try warnings {
        $0.period = during("2005"); $0.count = 1
      }
        == ["1 of 2 steps has no dates and counts at any time."]
    )
    // The first step is that of both paths.
    #expect(
      try warnings {
        $0.period = during("2005"); $0.count = 2
      }
        == ["2 of 4 steps in these paths have no dates and count at any time."]
    )
    #expect(try warnings { $0.period = during("2006") }.isEmpty)
  }

  @Test(arguments: UInt64(0)..<150)
  func `there is a path in time if a simple path can be walked in order`(_ seed: UInt64) throws {
    let random = try RandomAssistance(seed: seed)
    var question = random.question
    question.count = 1
    question.through = []
    question.keepsParallelLinks = true
    let graph = random.graph
    func validity(_ witness: PathStep.Witness?) -> Validity {
      switch witness {
      case .relation(let id)?: graph.graph[id]?.validity ?? .always
      case .fact(let id, _, _)?: graph.graph[id]?.validity ?? .always
      case nil: .always
      }
    }
    let inOrder = NaivePaths(graph: graph, question: question).paths().filter { path in
      var now = question.period?.from?.year ?? 0
      for step in path.steps {
        let span = validity(step.witnesses.first)
        guard now <= span.until?.year ?? .max else { return false }
        now = max(now, span.from?.year ?? 0)
      }
      return now <= question.period?.until?.year ?? .max
    }
    question.timing = .fewest
    let answer = try graph.paths(question)
    #expect(answer.paths.first?.steps.count == inOrder.map(\.steps.count).min())
    guard let path = answer.paths.first else { return }
    var last = 0
    for (step, moment) in zip(path.steps, path.times?.moments ?? []) {
      let span = validity(step.witnesses.first)
      if let moment {
        #expect(moment.year >= last)
        #expect(span.overlaps(Validity(in: moment)))
        last = moment.year
      } else {
        #expect(span.from == nil)
      }
    }
  }
}
