@testable import AssistanceImport
import TestSupport
import Testing

@Suite struct IATIFamiliesTests {
  /// Activities with the parents and children that they name.
  private func families(
    _ activities: [(key: String, parents: [String], children: [String], gives: Bool)]
  ) -> IATIFamilies {
    var families = IATIFamilies()
    for (key, parents, children, gives) in activities {
      var activity = IATIActivity()
      activity.identifier = key
      activity.related =
        parents.map { IATIRelation(kind: .parent, identifier: $0) }
        + children.map { IATIRelation(kind: .child, identifier: $0) }
      families.add(activity, worth: gives ? .sectors : .nothing)
    }
    return families
  }

  @Test func `a parent does not count where a child of it does, whoever says so`() {
    var byParent = families([("P", [], ["C", "D"], true), ("C", [], [], true)])
    #expect(byParent.replaced(.lowest) == ["P"])
    var byChild = families([("C", ["P"], [], true), ("P", [], [], true)])
    #expect(byChild.replaced(.lowest) == ["P"])
    #expect(byChild.replaced(.highest) == ["C"])
    #expect(byChild.replaced(.all).isEmpty)
  }

  @Test func `a parent counts where its children are not there or say nothing`() {
    var absent = families([("P", [], ["C"], true)])
    #expect(absent.replaced(.lowest).isEmpty)
    var silent = families([("P", [], ["C"], true), ("C", ["P"], [], false)])
    #expect(silent.replaced(.lowest).isEmpty)
  }

  @Test func `a parent with sectors counts where its children have none`() {
    func replaced(_ parent: IATIFamilies.Worth, _ child: IATIFamilies.Worth) -> Bool {
      var families = IATIFamilies()
      var activity = IATIActivity()
      activity.identifier = "C"
      activity.related = [IATIRelation(kind: .parent, identifier: "P")]
      families.add(activity, worth: child)
      (activity.identifier, activity.related) = ("P", [])
      families.add(activity, worth: parent)
      return families.replaced(.lowest) == ["P"]
    }
    #expect(!replaced(.sectors, .places))
    #expect(replaced(.places, .places))
    #expect(replaced(.places, .sectors))
    #expect(replaced(.nothing, .places))
    #expect(!replaced(.nothing, .nothing))
  }

  @Test func `three levels count once, also where the middle one says nothing`() {
    for gives in [true, false] {
      var families = families([
        ("A", [], ["B"], true), ("B", [], ["C"], gives), ("C", [], [], true),
      ])
      #expect(families.replaced(.lowest) == ["A", "B"])
    }
  }

  @Test func `a circle of parents loses nothing`() {
    var circle = families([("A", [], ["B"], true), ("B", [], ["A"], true), ("C", [], ["A"], true)])
    #expect(circle.replaced(.lowest).isEmpty)
    #expect(circle.circleCount == 3)
    var own = families([("A", ["A"], ["A"], true)])
    #expect(own.replaced(.lowest).isEmpty)
    #expect(own.circleCount == 0)
  }

  @Test func `a chain of any length is followed`() {
    let count = 100_000
    var families = families(
      (0..<count).map { ("\($0)", [], $0 + 1 < count ? ["\($0 + 1)"] : [], true) }
    )
    #expect(families.replaced(.lowest).count == count - 1)
  }

  @Test(arguments: UInt64(0)..<100)
  func `whatever is replaced is told by somebody who counts`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...12, using: &generator)
    var children: [[Int]] = []
    var gives: [Bool] = []
    for _ in 0..<count {
      children.append(
        (0..<count).filter { _ in Int.random(in: 0..<6, using: &generator) == 0 }
      )
      gives.append(Bool.random(using: &generator))
    }
    var families = families(
      (0..<count).map { ("\($0)", [], children[$0].map { "\($0)" }, gives[$0]) }
    )
    let replaced = families.replaced(.lowest)
    for number in 0..<count where replaced.contains("\(number)") {
      var below: Set<Int> = []
      var open = [number]
      while let next = open.popLast() {
        for child in children[next] where below.insert(child).inserted { open.append(child) }
      }
      #expect(below.contains { gives[$0] && !replaced.contains("\($0)") })
    }
  }
}
