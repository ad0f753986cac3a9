import CoverOptimization
import Testing

@Suite struct CoverInstanceTests {
  @Test func `values out of range are refused with where they are`() {
    func fault(
      demands: [Int] = [1],
      columns: [CoverColumn] = [],
      groups: [CoverGroup] = [],
      budget: CoverBudget? = nil
    ) -> CoverInstanceError? {
      do throws(CoverInstanceError) {
        _ = try CoverInstance(demands: demands, columns: columns, groups: groups, budget: budget)
        return nil
      } catch {
        return error
      }
    }
    #expect(fault() == nil)
    #expect(fault(demands: [0, -1]) == .invalidDemand(row: 1, demand: -1))
    #expect(fault(columns: [.init(cost: -2, rows: [])]) == .negativeCost(column: 0, cost: -2))
    #expect(
      fault(columns: [.init(cost: 0, rows: [0, 1])])
        == .unknownRow(column: 0, row: 1, rowCount: 1)
    )
    #expect(fault(columns: [.init(cost: 0, rows: [0, 0])]) == .repeatedRow(column: 0, row: 0))
    #expect(
      fault(columns: [.init(cost: 0, rows: [], group: 0)])
        == .unknownGroup(column: 0, group: 0, groupCount: 0)
    )
    #expect(fault(groups: [.init(fixedCost: -1)]) == .invalidGroup(group: 0))
    #expect(fault(groups: [.init(capacity: -1)]) == .invalidGroup(group: 0))
    #expect(
      fault(budget: .init(limit: 1, weights: [])) == .weightCountDiffers(weights: 0, rowCount: 1)
    )
    #expect(fault(budget: .init(limit: -1, weights: [1])) == .negativeBudget)
    #expect(fault(budget: .init(limit: 1, weights: [-1])) == .negativeBudget)
    let dear = CoverColumn(cost: CoverInstance.largestSum, rows: [0])
    #expect(fault(columns: [dear]) == nil)
    #expect(fault(columns: [dear, .init(cost: 1, rows: [])]) == .sumTooLarge)
    #expect(fault(columns: [.init(cost: .max, rows: [])]) == .sumTooLarge)
  }

  @Test func `every fault says where it is and how to mend it`() {
    let fault = CoverInstanceError.unknownRow(column: 3, row: 9, rowCount: 5)
    #expect(fault.description == "column 3 covers row 9, but rows go from 0 to 4")
    #expect(
      CoverInstanceError.repeatedRow(column: 1, row: 2).description
        == "column 1 names row 2 twice; name it once"
    )
  }

  @Test func `rows that nobody can cover are named`() throws {
    let instance = try CoverInstance(
      demands: [1, 2, 1, 0, 2],
      columns: [
        CoverColumn(cost: 1, rows: [0, 1]),
        CoverColumn(cost: 1, rows: [2], standing: .forbidden),
        CoverColumn(cost: 1, rows: [4], group: 0),
        CoverColumn(cost: 1, rows: [4], group: 0),
      ],
      groups: [CoverGroup(capacity: 1)]
    )
    #expect(instance.uncoverableRows() == [1, 2, 4])
    #expect(CoverSolver().solve(instance).ending == .infeasible(rows: [1, 2, 4]))
  }

  @Test func `a required column uses up the room of its group`() throws {
    let instance = try CoverInstance(
      demands: [1],
      columns: [
        CoverColumn(cost: 1, rows: [], group: 0, standing: .required),
        CoverColumn(cost: 1, rows: [0], group: 0),
      ],
      groups: [CoverGroup(capacity: 1)]
    )
    #expect(instance.uncoverableRows() == [0])
  }

  @Test func `rows that cannot be covered together are no single row's fault`() throws {
    let instance = try CoverInstance(
      demands: [1, 1],
      columns: [
        CoverColumn(cost: 1, rows: [0], group: 0), CoverColumn(cost: 1, rows: [1], group: 0),
      ],
      groups: [CoverGroup(capacity: 1)]
    )
    #expect(instance.uncoverableRows().isEmpty)
    #expect(CoverSolver().solve(instance).ending == .infeasible(rows: []))
  }

  @Test func `a plan keeps what is required, forbidden, and the room of groups`() throws {
    let instance = try CoverInstance(
      demands: [1],
      columns: [
        CoverColumn(cost: 1, rows: [0], group: 0),
        CoverColumn(cost: 2, rows: [0], group: 0),
        CoverColumn(cost: 4, rows: [], standing: .required),
        CoverColumn(cost: 8, rows: [0], standing: .forbidden),
      ],
      groups: [CoverGroup(fixedCost: 16, capacity: 1)]
    )
    #expect(instance.plan(of: [2, 0, 0])?.cost == 21)
    #expect(instance.plan(of: [0]) == nil)
    #expect(instance.plan(of: [2]) == nil)
    #expect(instance.plan(of: [0, 1, 2]) == nil)
    #expect(instance.plan(of: [0, 2, 3]) == nil)
    #expect(instance.plan(of: [0, 2, 4]) == nil)
  }
}
