/// How large a drawing becomes, and on what.
struct PageFit {
  /// The whole picture, in points.
  let picture: LaidOutGraph.Extent
  /// How much smaller than laid out it is drawn; 1 for as it is.
  let scale: Double
  /// The free room to ask for, in points of the layout; `nil` for what the text asks for.
  let padding: LaidOutGraph.Extent?

  /// Fits a drawing on the page that was asked for, or finds out what Graphviz will make of it.
  init(_ graph: borrowing LaidOutGraph, _ options: WorkerOptions) throws(WorkerFault) {
    guard graph.extent.isDrawable else {
      throw .refused("Error: the engine \(options.engine) gave the nodes no places to draw at")
    }
    if let sheet = options.sheet {
      try self.init(graph.extent, on: sheet, options)
    } else {
      self.init(graph)
    }
  }

  private init(
    _ drawing: LaidOutGraph.Extent,
    on sheet: WorkerOptions.Sheet,
    _ options: WorkerOptions
  ) throws(WorkerFault) {
    let room = LaidOutGraph.Extent(
      width: sheet.width - 2 * options.margin,
      height: sheet.height - 2 * options.margin
    )
    guard room.width > 0, room.height > 0 else {
      throw .usage("--margin \(options.margin) leaves nothing of the page")
    }
    // An empty graph has no extent.
    var scale = min(room.width / max(drawing.width, 1), room.height / max(drawing.height, 1))
    if !options.mayEnlarge { scale = min(scale, 1) }
    self.scale = scale
    picture = LaidOutGraph.Extent(width: sheet.width, height: sheet.height)
    padding = LaidOutGraph.Extent(
      width: (sheet.width / scale - drawing.width) / 2,
      height: (sheet.height / scale - drawing.height) / 2
    )
  }

  private init(_ graph: borrowing LaidOutGraph) {
    let (drawing, room) = (graph.extent, graph.padding)
    var whole = LaidOutGraph.Extent(
      width: drawing.width + 2 * room.width,
      height: drawing.height + 2 * room.height
    )
    var scale = 1.0
    if let wanted = graph.wantedSize {
      let fitting = min(wanted.width / whole.width, wanted.height / whole.height)
      if fitting < 1 || graph.mayEnlarge { scale = fitting }
    }
    if graph.isTurned { whole = .init(width: whole.height, height: whole.width) }
    self.scale = scale
    padding = nil
    picture = .init(width: whole.width * scale, height: whole.height * scale)
  }

  /// The longest side that a picture of pixels can have.
  private static let longestSide = 32_767.0

  /// Throws if there are too many pixels, where Graphviz would draw something smaller.
  func requirePixels(_ options: WorkerOptions) throws(WorkerFault) {
    let inches = LaidOutGraph.Extent(width: picture.width / 72, height: picture.height / 72)
    let (width, height) = (inches.width * options.resolution, inches.height * options.resolution)
    let most = Double(options.pixels)
    guard width > Self.longestSide || height > Self.longestSide || width * height > most else {
      return
    }
    let fitting = min(
      Self.longestSide / max(inches.width, inches.height),
      (most / (inches.width * inches.height)).squareRoot()
    )
    throw .refused(
      "the picture would have \(Self.whole(width)) × \(Self.whole(height)) pixels, and at most "
        + "\(options.pixels), no side longer than \(Self.whole(Self.longestSide)), are drawn; "
        + (fitting >= 20
          ? "ask for \(Self.whole(fitting)) pixels to an inch or fewer, or for svg or pdf"
          : "ask for svg or pdf")
    )
  }

  private static func whole(_ number: Double) -> String {
    number < 1e15 ? "\(Int(number))" : "\(number)"
  }
}
