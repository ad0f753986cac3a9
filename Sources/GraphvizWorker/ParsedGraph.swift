internal import CGraphviz

/// Owns a graph that libcgraph read or made; closes it when it goes out of scope.
@safe
struct ParsedGraph: ~Copyable {
  /// The graph itself; valid as long as the owner.
  let handle: UnsafeMutablePointer<Agraph_t>

  /// Reads the first graph of a text.
  init(reading text: [UInt8]) throws(WorkerFault) {
    var text = text[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    guard !text.isEmpty else { throw .refused("Error: there is no text to draw") }
    guard !text.contains(0) else { throw .refused("Error: the text holds a byte 0") }
    let read = unsafe (Array(text) + [0]).withUnsafeBytes { bytes in
      unsafe agmemread(bytes.assumingMemoryBound(to: CChar.self).baseAddress)
    }
    // A graph that was read in part would look whole; Graphviz has said what is wrong.
    guard agerrors() < 1 else { throw .refused("") }
    guard let read = unsafe read else { throw .refused("Error: there is no graph in the text") }
    unsafe handle = read
  }

  /// Makes a graph with nothing in it.
  init(named name: String) throws(WorkerFault) {
    guard let made = unsafe pillar_new_graph(name) else { throw .memory }
    unsafe handle = made
  }

  /// Sets an attribute of the whole graph.
  func set(_ name: String, to value: String) { unsafe pillar_set(handle, name, value) }

  /// Takes attributes back that the text set.
  func clear(_ names: [String]) {
    for name in names where unsafe pillar_get(handle, name) != nil { set(name, to: "") }
  }

  /// The number that an attribute begins with.
  func number(_ name: String) -> Double? {
    guard let value = unsafe pillar_get(handle, name) else { return nil }
    let text = unsafe String(cString: value)
    return Double(text.prefix { "0123456789.+-".contains($0) })
  }

  deinit { unsafe agclose(handle) }
}
