internal import CGraphviz

/// Owns the layout of a graph, and draws it.
///
/// What was laid out must not be changed except for attributes that only drawing looks at.
@safe
struct LaidOutGraph: ~Copyable {
  /// A width and a height, in points.
  struct Extent {
    var width: Double
    var height: Double

    /// Whether a picture can have it: some engines answer odd numbers with none at all.
    var isDrawable: Bool { (0...1e7).contains(width) && (0...1e7).contains(height) }
  }

  // Freed in this order, after the layout.
  private let graph: ParsedGraph
  private let context: GraphvizContext

  /// Lays a graph out.
  init(
    _ graph: consuming ParsedGraph,
    with engine: String,
    in context: consuming GraphvizContext
  ) throws(WorkerFault) {
    guard unsafe gvLayout(context.handle, graph.handle, engine) == 0 else {
      throw .refused("Error: the engine \(engine) did not lay the graph out")
    }
    self.graph = graph
    self.context = context
  }

  /// The size of the drawing without anything around it.
  var extent: Extent {
    let box = unsafe pillar_bounds(graph.handle)
    return Extent(width: box.UR.x - box.LL.x, height: box.UR.y - box.LL.y)
  }

  /// What the text asked for in `size`, if it did.
  var wantedSize: Extent? {
    let size = unsafe pillar_size(graph.handle)
    return size.x > 0.001 && size.y > 0.001 ? Extent(width: size.x, height: size.y) : nil
  }

  /// Whether the drawing is made larger, too, to reach ``wantedSize``.
  var mayEnlarge: Bool { unsafe pillar_size_enlarges(graph.handle) != 0 }

  /// Whether the drawing is turned by a quarter.
  var isTurned: Bool { unsafe pillar_is_turned(graph.handle) != 0 }

  /// The free room at the left and right, and above and below, in points.
  var padding: Extent {
    let inches = graph.numbers("pad")
    let across = inches.first.map { $0 * 72 } ?? LaidOutGraph.ordinaryPadding
    return Extent(width: across, height: inches.count > 1 ? inches[1] * 72 : across)
  }

  /// What Graphviz leaves free at each side unless told otherwise, in points.
  private static let ordinaryPadding = 4.0

  /// Sets the free room at the sides, in points.
  func pad(horizontally width: Double, vertically height: Double) {
    graph.set("pad", to: "\(width / 72),\(height / 72)")
  }

  /// Draws the graph.
  func draw(as format: String) throws(WorkerFault) -> DrawnBytes {
    var start: UnsafeMutablePointer<CChar>?
    var count = 0
    guard unsafe pillar_draw(context.handle, graph.handle, format, &start, &count) == 0,
      let start = unsafe start, count > 0
    else { throw .refused("Error: Graphviz did not draw \(format)") }
    return unsafe DrawnBytes(start: start, count: count)
  }

  deinit { unsafe gvFreeLayout(context.handle, graph.handle) }
}

/// Owns the bytes of a picture.
@safe
struct DrawnBytes: ~Copyable {
  private let start: UnsafeMutablePointer<CChar>
  private let count: Int

  /// Takes what Graphviz made.
  @unsafe
  init(start: UnsafeMutablePointer<CChar>, count: Int) {
    unsafe self.start = start
    self.count = count
  }

  /// The number of bytes.
  var size: Int { count }

  /// Gives a PDF the one date that all of them have.
  func fixDate() {
    unsafe DocumentDate.fix(in: UnsafeMutableRawBufferPointer(start: start, count: count))
  }

  /// Writes the bytes.
  func write(to descriptor: Int32) throws(WorkerFault) {
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: count)
    unsafe try StandardStreams.write(bytes, to: descriptor)
  }

  deinit { unsafe gvFreeRenderData(start) }
}
