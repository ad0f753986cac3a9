/// A network as the search for communities sees it: two-way rows without loops, in four-byte
/// indices.
///
/// A loop lies in no row but counts twice in the strength of its vertex. Links of weight 0 are left
/// out, as they tie nobody.
struct CommunityRows {
  /// The number of vertices.
  let count: Int
  /// Where the row of each vertex starts, and at the end how many arcs there are.
  let starts: [UInt32]
  let heads: [Network.Vertex]
  /// The weight of each arc; empty where each weighs 1.
  let weights: [Double]
  /// The sum of the weights of all ends of links at each vertex.
  let strengths: [Double]

  /// Takes the links of a network, direction ignored.
  ///
  /// - Complexity: O(*n* + *m*) for *n* vertices and *m* links.
  init(_ network: Network) {
    let network = network.ignoringDirection()
    let isWeighted = network.weights != nil
    let count = network.vertexCount
    // A power of two, so that sums stay finite and keep every digit.
    let unit = network.weightUnit
    var starts = [UInt32](repeating: 0, count: count + 1)
    var weights: [Double] = []
    if isWeighted { weights.reserveCapacity(network.arcCount) }
    var strengths = [Double](repeating: 0, count: count)
    let capacity = network.arcCount
    heads = unsafe [Network.Vertex](unsafeUninitializedCapacity: capacity) { heads, kept in
      unsafe network.withUnsafeRows { rows, arcs in
        for vertex in 0..<count {
          var strength = 0.0
          var place = unsafe Int(rows[vertex])
          let end = unsafe Int(rows[vertex &+ 1])
          while place < end {
            let head = unsafe arcs[place].head
            let weight = isWeighted ? network.arcWeights[place] / unit : 1
            place &+= 1
            strength += weight
            guard Int(head) != vertex, weight > 0 else { continue }
            unsafe heads[kept] = head
            kept &+= 1
            if isWeighted { weights.append(weight) }
          }
          strengths[vertex] = strength
          starts[vertex &+ 1] = UInt32(truncatingIfNeeded: kept)
        }
      }
    }
    self.count = count
    self.starts = starts
    self.weights = weights
    self.strengths = strengths
  }

  /// Makes one vertex of each group; links between the same two groups become one.
  ///
  /// - Parameters:
  ///   - rows: The network before.
  ///   - groups: The group of each vertex, from 0, without a gap.
  ///   - groupCount: How many groups there are.
  /// - Complexity: O(*n* + *m*): a counting sort by group, and sums for each group.
  init(joining rows: CommunityRows, by groups: [UInt32], groupCount: Int) {
    let members = GroupMembers(groups, groupCount: groupCount)
    var strengths = [Double](repeating: 0, count: groupCount)
    for vertex in 0..<rows.count { strengths[Int(groups[vertex])] += rows.strengths[vertex] }
    var starts = [UInt32](repeating: 0, count: groupCount + 1)
    var sums = [Double](repeating: 0, count: groupCount)
    var weights: [Double] = []
    // One place more, as the head that is looked at is written before it is known to be new.
    let capacity = rows.heads.count + 1
    heads = unsafe [UInt32](unsafeUninitializedCapacity: capacity) { heads, headCount in
      weights = unsafe [Double](unsafeUninitializedCapacity: capacity) { weights, weightCount in
        var kept = 0
        unsafe groups.withUnsafeBufferPointer { groups in
          unsafe sums.withUnsafeMutableBufferPointer { sums in
            unsafe rows.withUnsafeArcs { arcs in
              for group in 0..<groupCount {
                let first = kept
                var last = first
                for place in members.range(of: group) {
                  let vertex = Int(members.members[place])
                  unsafe arcs.forEach(of: vertex) { head, weight in
                    let other = unsafe groups[Int(head)]
                    let sum = unsafe sums[Int(other)]
                    unsafe heads[last] = other
                    last &+= sum == 0 ? 1 : 0
                    unsafe sums[Int(other)] = sum + weight
                  }
                }
                // What lies inside the group lies in no row.
                for place in first..<last {
                  let other = unsafe heads[place]
                  if Int(other) != group {
                    unsafe heads[kept] = other
                    unsafe weights[kept] = sums[Int(other)]
                    kept &+= 1
                  }
                  unsafe sums[Int(other)] = 0
                }
                starts[group &+ 1] = UInt32(truncatingIfNeeded: kept)
              }
            }
          }
        }
        weightCount = kept
      }
      headCount = weights.count
    }
    count = groupCount
    self.starts = starts
    self.weights = weights
    self.strengths = strengths
  }

  /// The arcs of all rows, while a closure looks at them.
  @unsafe
  struct Arcs {
    fileprivate let starts: UnsafeBufferPointer<UInt32>
    fileprivate let heads: UnsafeBufferPointer<UInt32>
    fileprivate let weights: UnsafeBufferPointer<Double>

    /// How many arcs leave a vertex.
    @inline(__always)
    func count(of vertex: Int) -> Int {
      unsafe Int(starts[vertex &+ 1] &- starts[vertex])
    }

    /// Calls a closure with head and weight of each arc that leaves a vertex.
    @inline(__always)
    func forEach(of vertex: Int, _ body: (Network.Vertex, Double) -> Void) {
      var place = unsafe Int(starts[vertex])
      let end = unsafe Int(starts[vertex &+ 1])
      if unsafe weights.isEmpty {
        while place < end {
          unsafe body(heads[place], 1)
          place &+= 1
        }
      } else {
        while place < end {
          unsafe body(heads[place], weights[place])
          place &+= 1
        }
      }
    }
  }

  /// Calls a closure with the arcs, whose heads were checked when the network was laid out.
  @unsafe
  @inline(__always)
  func withUnsafeArcs<Value>(_ body: (Arcs) -> Value) -> Value {
    unsafe starts.withUnsafeBufferPointer { starts in
      unsafe heads.withUnsafeBufferPointer { heads in
        unsafe weights.withUnsafeBufferPointer { weights in
          unsafe body(Arcs(starts: starts, heads: heads, weights: weights))
        }
      }
    }
  }
}

extension CommunityRows {
  /// Numbers groups in the order of their smallest members.
  ///
  /// - Returns: How many groups there are.
  static func renumber(_ groups: inout [UInt32]) -> Int {
    var numbers = [UInt32](repeating: .max, count: groups.max().map { Int($0) + 1 } ?? 0)
    var count: UInt32 = 0
    for place in groups.indices {
      let group = Int(groups[place])
      if numbers[group] == .max {
        numbers[group] = count
        count += 1
      }
      groups[place] = numbers[group]
    }
    return Int(count)
  }

  /// Splits groups whose members are not joined by links inside the group.
  ///
  /// - Parameter groups: The group of each vertex.
  /// - Returns: The groups, numbered in the order of their smallest members.
  /// - Complexity: O(*n* + *m*) for *n* vertices and *m* links.
  func connectedParts(of groups: [UInt32]) -> [UInt32] {
    var parts = [UInt32](repeating: .max, count: count)
    var stack: [UInt32] = []
    var found: UInt32 = 0
    unsafe parts.withUnsafeMutableBufferPointer { parts in
      unsafe groups.withUnsafeBufferPointer { groups in
        unsafe withUnsafeArcs { arcs in
          for start in 0..<count where unsafe parts[start] == .max {
            unsafe parts[start] = found
            stack.append(UInt32(truncatingIfNeeded: start))
            while let vertex = stack.popLast() {
              let own = unsafe groups[Int(vertex)]
              unsafe arcs.forEach(of: Int(vertex)) { head, _ in
                guard unsafe parts[Int(head)] == .max, unsafe groups[Int(head)] == own else {
                  return
                }
                unsafe parts[Int(head)] = found
                stack.append(head)
              }
            }
            found += 1
          }
        }
      }
    }
    return parts
  }
}

extension Network {
  /// The power of two next below the largest weight: weights divided by it are below 2.
  var weightUnit: Double {
    guard let largest = weights?.max(), largest > 0 else { return 1 }
    return Double(sign: .plus, exponent: Int(largest.exponent), significand: 1)
  }
}

/// The members of each group, in ascending order: a counting sort.
struct GroupMembers {
  /// The members of all groups, one group after the other.
  let members: [UInt32]
  private let starts: [UInt32]

  /// Sorts members by their group.
  ///
  /// - Parameters:
  ///   - groups: The group of each member, from 0.
  ///   - groupCount: How many groups there are.
  init(_ groups: [UInt32], groupCount: Int) {
    var starts = [UInt32](repeating: 0, count: groupCount + 2)
    var members = [UInt32](repeating: 0, count: groups.count)
    for group in groups { starts[Int(group) + 2] += 1 }
    for group in 0..<groupCount { starts[group + 2] += starts[group + 1] }
    for member in groups.indices {
      let group = Int(groups[member])
      members[Int(starts[group + 1])] = UInt32(truncatingIfNeeded: member)
      starts[group + 1] += 1
    }
    self.members = members
    self.starts = starts
  }

  /// Where the members of a group lie in ``members``.
  func range(of group: Int) -> Range<Int> { Int(starts[group])..<Int(starts[group + 1]) }
}
