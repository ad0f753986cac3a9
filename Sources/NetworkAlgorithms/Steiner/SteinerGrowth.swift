/// Trees that join the terminals of rows, found by growing.
///
/// From a start the nearest terminal is joined to the tree, again and again (Takahashi and Matsuyama
/// 1980); then the vertices are joined as cheaply as can be, and ends that are no terminals
/// go.
struct SteinerGrowth<Cost: GridCost> {
  private let rows: SteinerRows<Cost>
  private var queue: VertexQueue<Cost>
  private var distances: [Cost]
  private var ways: [UInt32]
  private var isIn: [Bool]
  /// How many arcs were looked at.
  private(set) var work = 0

  init(_ rows: SteinerRows<Cost>) {
    self.rows = rows
    queue = VertexQueue(vertexCount: rows.vertexCount)
    distances = [Cost](repeating: .max, count: rows.vertexCount)
    ways = [UInt32](repeating: .max, count: rows.vertexCount)
    isIn = [Bool](repeating: false, count: rows.vertexCount)
  }

  /// Grows a tree from a vertex, over arcs whose changed costs are given.
  ///
  /// Those of `Cost.max` are not used. Gives the arcs of the tree, or `nil` where a terminal is not
  /// reached.
  mutating func tree(from start: UInt32, costs: [Cost]) -> [UInt32]? {
    for vertex in 0..<rows.vertexCount {
      distances[vertex] = .max
      isIn[vertex] = false
    }
    queue.removeAll()
    distances[Int(start)] = 0
    isIn[Int(start)] = true
    var left = rows.terminals.count - (rows.isTerminal[Int(start)] ? 1 : 0)
    queue.insert(.init(key: 0, vertex: start), by: { $0.key < $1.key })
    // A vertex of the tree is put in again at distance 0, also when it was settled before.
    var isWaiting = [Bool](repeating: false, count: rows.vertexCount)
    isWaiting[Int(start)] = true
    while left > 0, let entry = queue.removeFirst(by: { $0.key < $1.key }) {
      let vertex = Int(entry.vertex)
      isWaiting[vertex] = false
      if rows.isTerminal[vertex], !isIn[vertex] {
        left -= 1
        var step = vertex
        while !isIn[step] {
          isIn[step] = true
          distances[step] = 0
          if isWaiting[step] {
            queue.moveForward(.init(key: 0, vertex: UInt32(step)), by: { $0.key < $1.key })
          } else {
            isWaiting[step] = true
            queue.insert(.init(key: 0, vertex: UInt32(step)), by: { $0.key < $1.key })
          }
          step = Int(rows.heads[Int(rows.twins[Int(ways[step])])])
        }
        continue
      }
      work += rows.row(vertex).count
      for place in rows.row(vertex) where costs[place] != .max {
        let head = Int(rows.heads[place])
        let distance = entry.key &+ costs[place]
        guard distance < distances[head] else { continue }
        distances[head] = distance
        ways[head] = UInt32(truncatingIfNeeded: place)
        if isWaiting[head] {
          queue.moveForward(.init(key: distance, vertex: UInt32(head)), by: { $0.key < $1.key })
        } else {
          isWaiting[head] = true
          queue.insert(.init(key: distance, vertex: UInt32(head)), by: { $0.key < $1.key })
        }
      }
    }
    return left == 0 ? tree(among: isIn) : nil
  }

  /// The cheapest tree among some vertices that hang together, without ends that are no terminals.
  mutating func tree(among isMember: [Bool]) -> [UInt32]? {
    guard let start = rows.terminals.first else { return [] }
    for vertex in 0..<rows.vertexCount {
      distances[vertex] = .max
      isIn[vertex] = false
      ways[vertex] = .max
    }
    queue.removeAll()
    distances[Int(start)] = 0
    queue.insert(.init(key: 0, vertex: start), by: { $0.key < $1.key })
    var order: [UInt32] = []
    while let entry = queue.removeFirst(by: { $0.key < $1.key }) {
      let vertex = Int(entry.vertex)
      isIn[vertex] = true
      order.append(entry.vertex)
      work += rows.row(vertex).count
      for place in rows.row(vertex) {
        let head = Int(rows.heads[place])
        let cost = rows.costs[place]
        guard isMember[head], !isIn[head], cost < distances[head] else { continue }
        let isNew = distances[head] == .max
        distances[head] = cost
        ways[head] = UInt32(truncatingIfNeeded: place)
        let better = VertexQueue<Cost>.Entry(key: cost, vertex: UInt32(head))
        if isNew {
          queue.insert(better, by: { $0.key < $1.key })
        } else {
          queue.moveForward(better, by: { $0.key < $1.key })
        }
      }
    }
    guard rows.terminals.allSatisfy({ isIn[Int($0)] }) else { return nil }
    // Children come after their parents, so one pass back takes out all needless ends.
    var isNeeded = rows.isTerminal
    var arcs: [UInt32] = []
    for vertex in order.reversed() where isNeeded[Int(vertex)] && vertex != start {
      let way = Int(ways[Int(vertex)])
      isNeeded[Int(rows.heads[Int(rows.twins[way])])] = true
      arcs.append(UInt32(truncatingIfNeeded: way))
    }
    return arcs
  }

  /// What some arcs cost.
  func cost(of arcs: [UInt32]) -> Cost { arcs.reduce(0) { $0 + rows.costs[Int($1)] } }
}
