/// A binary heap that gives the least element first, by an order given with each call.
struct MinimumHeap<Element> {
  private var elements: [Element] = []

  mutating func insert(_ element: Element, by precedes: (Element, Element) -> Bool) {
    var place = elements.count
    elements.append(element)
    while place > 0 {
      let parent = (place - 1) / 2
      guard precedes(element, elements[parent]) else { break }
      elements[place] = elements[parent]
      place = parent
    }
    elements[place] = element
  }

  mutating func removeFirst(by precedes: (Element, Element) -> Bool) -> Element? {
    guard let first = elements.first, let last = elements.popLast() else { return nil }
    guard !elements.isEmpty else { return first }
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < elements.count else { break }
      if child + 1 < elements.count, precedes(elements[child + 1], elements[child]) { child += 1 }
      guard precedes(elements[child], last) else { break }
      elements[place] = elements[child]
      place = child
    }
    elements[place] = last
    return first
  }
}
