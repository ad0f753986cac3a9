/// A priority queue in which every vertex waits at most once and may move forward.
///
/// A heap with four children to a node that knows the place of each vertex. In Dijkstra's algorithm
/// it takes half the time of a heap in which outdated entries stay. The order is passed to each
/// operation and must not change between vertices that wait.
struct VertexQueue<Key> {
  /// A vertex, and what decides when its turn comes.
  struct Entry {
    var key: Key
    var vertex: Network.Vertex
  }

  private var entries: [Entry] = []
  private var places: [UInt32]

  init(vertexCount: Int) {
    places = [UInt32](repeating: 0, count: vertexCount)
  }

  /// Lets nobody wait any more.
  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
  }

  /// Adds a vertex that does not wait, in O(log *count*).
  @inline(__always)
  mutating func insert(_ entry: Entry, by precedes: (Entry, Entry) -> Bool) {
    entries.append(entry)
    moveUp(entry, from: entries.count &- 1, by: precedes)
  }

  /// Gives a waiting vertex a key that is not after the one it has, in O(log *count*).
  @inline(__always)
  mutating func moveForward(_ entry: Entry, by precedes: (Entry, Entry) -> Bool) {
    moveUp(entry, from: Int(places[Int(entry.vertex)]), by: precedes)
  }

  /// Takes out the first vertex in O(log *count*); `nil` where none waits.
  @inline(__always)
  mutating func removeFirst(by precedes: (Entry, Entry) -> Bool) -> Entry? {
    guard let last = entries.popLast() else { return nil }
    guard let first = entries.first else { return last }
    unsafe entries.withUnsafeMutableBufferPointer { entries in
      unsafe places.withUnsafeMutableBufferPointer { places in
        let count = entries.count
        var place = 0
        while true {
          let start = place &* 4 &+ 1
          guard start < count else { break }
          var least = start
          var child = start &+ 1
          let end = min(start &+ 4, count)
          while child < end {
            if unsafe precedes(entries[child], entries[least]) { least = child }
            child &+= 1
          }
          let moved = unsafe entries[least]
          guard precedes(moved, last) else { break }
          unsafe entries[place] = moved
          unsafe places[Int(moved.vertex)] = UInt32(truncatingIfNeeded: place)
          place = least
        }
        unsafe entries[place] = last
        unsafe places[Int(last.vertex)] = UInt32(truncatingIfNeeded: place)
      }
    }
    return first
  }

  @inline(__always)
  private mutating func moveUp(
    _ entry: Entry,
    from start: Int,
    by precedes: (Entry, Entry) -> Bool
  ) {
    unsafe entries.withUnsafeMutableBufferPointer { entries in
      unsafe places.withUnsafeMutableBufferPointer { places in
        var place = start
        while place > 0 {
          let parent = (place &- 1) &>> 2
          let moved = unsafe entries[parent]
          guard precedes(entry, moved) else { break }
          unsafe entries[place] = moved
          unsafe places[Int(moved.vertex)] = UInt32(truncatingIfNeeded: place)
          place = parent
        }
        unsafe entries[place] = entry
        unsafe places[Int(entry.vertex)] = UInt32(truncatingIfNeeded: place)
      }
    }
  }
}

extension VertexQueue: Sendable where Key: Sendable {}
extension VertexQueue.Entry: Sendable where Key: Sendable {}
