/// A priority queue with four children to a node, which takes fewer steps than a binary heap.
///
/// The order is passed to each operation, and must be the same one every time.
struct QuaternaryHeap<Element> {
  private var elements: [Element] = []

  var first: Element? { elements.first }

  /// Adds an element in O(log *count*).
  @inline(__always)
  mutating func insert(_ element: Element, by precedes: (Element, Element) -> Bool) {
    var place = elements.count
    elements.append(element)
    unsafe elements.withUnsafeMutableBufferPointer { elements in
      while place > 0 {
        let parent = (place &- 1) &>> 2
        guard unsafe precedes(element, elements[parent]) else { break }
        unsafe elements[place] = elements[parent]
        place = parent
      }
      unsafe elements[place] = element
    }
  }

  /// Takes out the first element in O(log *count*); `nil` where there is none.
  @inline(__always)
  mutating func removeFirst(by precedes: (Element, Element) -> Bool) -> Element? {
    guard let last = elements.popLast() else { return nil }
    guard let first = elements.first else { return last }
    unsafe elements.withUnsafeMutableBufferPointer { elements in
      let count = elements.count
      var place = 0
      while true {
        let start = place &* 4 &+ 1
        guard start < count else { break }
        var least = start
        var child = start &+ 1
        let end = min(start &+ 4, count)
        while child < end {
          if unsafe precedes(elements[child], elements[least]) { least = child }
          child &+= 1
        }
        guard unsafe precedes(elements[least], last) else { break }
        unsafe elements[place] = elements[least]
        place = least
      }
      unsafe elements[place] = last
    }
    return first
  }
}

extension QuaternaryHeap: Sendable where Element: Sendable {}
