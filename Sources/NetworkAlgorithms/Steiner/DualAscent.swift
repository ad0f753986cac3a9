/// A lower bound for trees that join terminals, and what is left of the costs after it.
///
/// The dual ascent of Richard Wong (1984): every terminal but the root has a cut, the vertices from
/// which arcs without cost lead to it. The cut with the fewest arcs pays for all of them until one
/// is free, so the bound grows by what each paid. It ends when free arcs lead from the root to every
/// terminal. The order is that of Pajor, Uchoa and Werneck (2018), ties by the lower vertex.
struct DualAscent<Cost: GridCost>: Sendable {
  /// What is left of the cost of each arc *into* the vertex of the row, from the head named there.
  private(set) var left: [Cost]
  /// No tree costs less.
  private(set) var bound: Cost = 0
  /// How many arcs were looked at.
  private(set) var work = 0
  /// The vertex from which all terminals are reached.
  let root: UInt32

  init(_ rows: SteinerRows<Cost>, root: UInt32) {
    self.root = root
    left = rows.costs
    ascend(rows)
  }

  private struct Key {
    var arcs: Int
    var vertex: UInt32

    @inline(__always)
    static func precedes(_ first: Key, _ second: Key) -> Bool {
      first.arcs < second.arcs || (first.arcs == second.arcs && first.vertex < second.vertex)
    }
  }

  private mutating func ascend(_ rows: SteinerRows<Cost>) {
    var isActive = rows.isTerminal
    isActive[Int(root)] = true
    var queue = QuaternaryHeap<Key>()
    for terminal in rows.terminals where terminal != root {
      queue.insert(Key(arcs: rows.row(Int(terminal)).count, vertex: terminal), by: Key.precedes)
    }
    var stamps = [UInt32](repeating: 0, count: rows.vertexCount)
    var stamp: UInt32 = 0
    // The vertices of the cut at hand, and the arcs into it.
    var members = [UInt32](repeating: 0, count: rows.vertexCount)
    var arcs = [UInt32](repeating: 0, count: rows.arcCount)
    var (bound, work): (Cost, Int) = (0, 0)
    unsafe left.withUnsafeMutableBufferPointer { left in
      unsafe stamps.withUnsafeMutableBufferPointer { stamps in
        unsafe members.withUnsafeMutableBufferPointer { members in
          unsafe arcs.withUnsafeMutableBufferPointer { arcs in
            unsafe isActive.withUnsafeMutableBufferPointer { isActive in
              unsafe rows.heads.withUnsafeBufferPointer { heads in
                unsafe rows.starts.withUnsafeBufferPointer { starts in
                  while let key = queue.removeFirst(by: Key.precedes) {
                    stamp &+= 1
                    let terminal = key.vertex
                    unsafe members[0] = terminal
                    unsafe stamps[Int(terminal)] = stamp
                    var (done, count, arcCount) = (0, 1, 0)
                    var isReached = false
                    growing: while true {
                      while done < count {
                        let vertex = unsafe Int(members[done])
                        done &+= 1
                        let end = unsafe Int(starts[vertex &+ 1])
                        var place = unsafe Int(starts[vertex])
                        work &+= end &- place
                        while place < end {
                          let tail = unsafe Int(heads[place])
                          if unsafe stamps[tail] != stamp {
                            if unsafe left[place] == 0 {
                              if unsafe isActive[tail] {
                                isReached = true
                                break growing
                              }
                              unsafe stamps[tail] = stamp
                              unsafe members[count] = UInt32(truncatingIfNeeded: tail)
                              count &+= 1
                            } else {
                              unsafe arcs[arcCount] = UInt32(truncatingIfNeeded: place)
                              arcCount &+= 1
                            }
                          }
                          place &+= 1
                        }
                      }
                      // Arcs whose tails have joined since are no longer in the cut.
                      var kept = 0
                      var least = Cost.max
                      work &+= arcCount
                      for index in 0..<arcCount {
                        let arc = unsafe arcs[index]
                        if unsafe stamps[Int(heads[Int(arc)])] == stamp { continue }
                        unsafe arcs[kept] = arc
                        kept &+= 1
                        least = unsafe min(least, left[Int(arc)])
                      }
                      arcCount = kept
                      if arcCount == 0 {
                        // No way leads here: there is no tree, whatever it may cost.
                        bound = Cost.max / 4
                        queue = QuaternaryHeap()
                        isReached = true
                        break growing
                      }
                      if arcCount > key.arcs, let other = queue.first,
                        other.arcs * 5 < arcCount * 4
                      {
                        break growing
                      }
                      bound += least
                      work &+= arcCount
                      for index in 0..<arcCount {
                        let arc = unsafe Int(arcs[index])
                        unsafe left[arc] -= least
                        if unsafe left[arc] == 0 {
                          let tail = unsafe Int(heads[arc])
                          if unsafe isActive[tail] { isReached = true }
                          if unsafe stamps[tail] != stamp {
                            unsafe stamps[tail] = stamp
                            unsafe members[count] = UInt32(truncatingIfNeeded: tail)
                            count &+= 1
                          }
                        }
                      }
                      if isReached { break growing }
                    }
                    if isReached {
                      unsafe isActive[Int(terminal)] = false
                    } else {
                      queue.insert(Key(arcs: arcCount, vertex: terminal), by: Key.precedes)
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    self.bound = bound
    self.work = work
  }
}
