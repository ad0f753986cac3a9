extension Network {
  /// Finds the sets of vertices that all reach each other along the direction of links.
  ///
  /// Components are numbered by their lowest vertex. The algorithm is that of Robert Tarjan (1972),
  /// without recursion.
  ///
  /// - Returns: The component of each vertex, from 0.
  /// - Complexity: O(*n* + *m*) for *n* vertices and *m* links.
  public func strongComponents() -> [Int] {
    let (component, found) = strongComponentsInOrder()
    var numbers = [Int](repeating: -1, count: found)
    var count = 0
    return component.map { found in
      if numbers[found] < 0 {
        numbers[found] = count
        count += 1
      }
      return numbers[found]
    }
  }

  /// Numbers strong components so that each comes after all others that it leads to.
  func strongComponentsInOrder() -> (component: [Int], count: Int) {
    let unseen = UInt32.max
    var order = [UInt32](repeating: unseen, count: vertexCount)
    var low = order
    var next = [UInt32](rowStarts.prefix(vertexCount))
    var component = [Int](repeating: -1, count: vertexCount)
    var (path, open): ([Int], [Int]) = ([], [])
    var (entered, found): (UInt32, Int) = (0, 0)
    for start in 0..<vertexCount where order[start] == unseen {
      path.append(start)
      while let vertex = path.last {
        if order[vertex] == unseen {
          order[vertex] = entered
          low[vertex] = entered
          entered += 1
          open.append(vertex)
        }
        if next[vertex] < rowStarts[vertex + 1] {
          let head = Int(arcs[Int(next[vertex])].head)
          next[vertex] += 1
          if order[head] == unseen {
            path.append(head)
          } else if component[head] < 0 {
            low[vertex] = min(low[vertex], order[head])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last { low[parent] = min(low[parent], low[vertex]) }
        guard low[vertex] == order[vertex] else { continue }
        while let member = open.popLast() {
          component[member] = found
          if member == vertex { break }
        }
        found += 1
      }
    }
    return (component, found)
  }
}
