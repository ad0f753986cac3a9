/// The arrays that all levels of a search for communities share, each as long as the network has
/// vertices; freed once.
@safe
struct LeidenScratch: ~Copyable {
  /// The community, and inside it the part, of each vertex of the level at hand.
  let communities: UnsafeMutableBufferPointer<UInt32>
  let parts: UnsafeMutableBufferPointer<UInt32>
  /// The strength of each community or part, and how many vertices it has.
  let totals: UnsafeMutableBufferPointer<Double>
  let partTotals: UnsafeMutableBufferPointer<Double>
  let sizes: UnsafeMutableBufferPointer<UInt32>
  /// The weight from each part to the rest of its community.
  let outward: UnsafeMutableBufferPointer<Double>
  /// The weight from the vertex at hand to each community; 0 but while a vertex is looked at.
  let ties: UnsafeMutableBufferPointer<Double>
  /// The communities that the vertex at hand is tied to; one place more, as a place is written
  /// before it is known to be needed.
  let tied: UnsafeMutableBufferPointer<UInt32>
  /// The vertices that wait, in a ring with one place more, and whether each does.
  let queue: UnsafeMutableBufferPointer<UInt32>
  let isQueued: UnsafeMutableBufferPointer<Bool>

  init(count: Int) {
    unsafe communities = Self.array(of: 0, count)
    unsafe parts = Self.array(of: 0, count)
    unsafe totals = Self.array(of: 0, count)
    unsafe partTotals = Self.array(of: 0, count)
    unsafe sizes = Self.array(of: 0, count)
    unsafe outward = Self.array(of: 0, count)
    unsafe ties = Self.array(of: 0, count)
    unsafe tied = Self.array(of: 0, count + 1)
    unsafe queue = Self.array(of: 0, count + 1)
    unsafe isQueued = Self.array(of: false, count)
  }

  deinit {
    unsafe communities.deallocate()
    unsafe parts.deallocate()
    unsafe totals.deallocate()
    unsafe partTotals.deallocate()
    unsafe sizes.deallocate()
    unsafe outward.deallocate()
    unsafe ties.deallocate()
    unsafe tied.deallocate()
    unsafe queue.deallocate()
    unsafe isQueued.deallocate()
  }

  private static func array<Element>(
    of element: Element,
    _ count: Int
  ) -> UnsafeMutableBufferPointer<Element> {
    let array = UnsafeMutableBufferPointer<Element>.allocate(capacity: count)
    unsafe array.initialize(repeating: element)
    return unsafe array
  }

  /// Sums the weights from a vertex to each community, or part, of its neighbours.
  ///
  /// - Returns: How many of them there are; they lie at the start of ``tied``, in the order of the
  ///   row.
  @inline(__always)
  func tie(_ vertex: Int, to groups: UnsafeMutableBufferPointer<UInt32>, _ arcs: CommunityRows.Arcs)
    -> Int
  {
    let (ties, tied) = unsafe (ties, tied)
    var count = 0
    unsafe arcs.forEach(of: vertex) { head, weight in
      let group = unsafe groups[Int(head)]
      let tie = unsafe ties[Int(group)]
      unsafe tied[count] = group
      count &+= tie == 0 ? 1 : 0
      unsafe ties[Int(group)] = tie + weight
    }
    return count
  }
}
