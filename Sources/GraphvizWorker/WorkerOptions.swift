/// What the worker is asked for: one picture, and the limits on making it.
struct WorkerOptions {
  /// A sheet of paper, in points.
  struct Sheet {
    var width: Double
    var height: Double
  }

  var engine = "dot"
  var format = "svg"
  var sheet: Sheet?
  var margin = 0.0
  var mayEnlarge = false
  /// Pixels to an inch, of a picture made of pixels.
  var resolution = 96.0
  var pixels = 100_000_000
  /// Seconds of processor time; 0 for no limit.
  var processor = 10
  /// Bytes of address space; 0 for no limit.
  var memory = 1 << 30
  var output = 64 << 20
  /// The process to end with.
  var parent: Int?
  /// Whether a line about the picture comes before it.
  var reports = false

  static let engines = ["dot", "neato", "fdp", "sfdp", "circo", "twopi", "osage"]
  static let formats = ["svg", "png", "pdf", "plain", "json", "json0"]

  /// Reads the words after the name of the program.
  init(_ words: some Sequence<String>) throws(WorkerFault) {
    var rest = words.makeIterator()
    while let word = rest.next() {
      switch word {
      case "--enlarge": mayEnlarge = true
      case "--report": reports = true
      case "--engine", "--format", "--page", "--margin", "--dpi", "--pixels", "--cpu", "--memory",
        "--output", "--parent":
        guard let value = rest.next() else { throw .usage("\(word) needs a value") }
        try take(value, for: word)
      case let other:
        throw .usage("unknown option \"\(other)\"; try --help")
      }
    }
  }

  private mutating func take(_ value: String, for option: String) throws(WorkerFault) {
    switch option {
    case "--engine": engine = try Self.word(value, of: Self.engines, for: option)
    case "--format": format = try Self.word(value, of: Self.formats, for: option)
    case "--page": sheet = try Self.sheet(value)
    case "--margin": margin = try Self.number(value, from: 0, to: 10_000, for: option)
    case "--dpi": resolution = try Self.number(value, from: 1, to: 2_400, for: option)
    case "--pixels": pixels = try Self.whole(value, from: 1, for: option)
    case "--cpu": processor = try Self.whole(value, from: 0, for: option)
    case "--memory": memory = try Self.whole(value, from: 0, for: option)
    case "--output": output = try Self.whole(value, from: 1, for: option)
    default: parent = try Self.whole(value, from: 1, for: option)
    }
  }

  private static func word(
    _ value: String,
    of words: [String],
    for option: String
  ) throws(WorkerFault) -> String {
    guard words.contains(value) else {
      throw .usage("\(option) is one of \(words.joined(separator: ", ")), not \"\(value)\"")
    }
    return value
  }

  private static func number(
    _ value: String,
    from least: Double,
    to most: Double,
    for option: String
  ) throws(WorkerFault) -> Double {
    guard let number = Double(value), number >= least, number <= most else {
      throw .usage("\(option) is a number from \(least) to \(most), not \"\(value)\"")
    }
    return number
  }

  private static func whole(
    _ value: String,
    from least: Int,
    for option: String
  ) throws(WorkerFault) -> Int {
    guard let number = Int(value), number >= least, number < 1 << 50 else {
      throw .usage("\(option) is a whole number from \(least), not \"\(value)\"")
    }
    return number
  }

  private static func sheet(_ value: String) throws(WorkerFault) -> Sheet {
    let sides = value.split(separator: "x", omittingEmptySubsequences: false).map(String.init)
    guard sides.count == 2 else {
      throw .usage("--page is a width and a height in points, such as 842x595, not \"\(value)\"")
    }
    return Sheet(
      width: try number(sides[0], from: 36, to: 14_400, for: "--page"),
      height: try number(sides[1], from: 36, to: 14_400, for: "--page")
    )
  }
}

extension WorkerOptions {
  /// What the program says of itself.
  static let help = """
    pillar-graphviz draws one graph: DOT text on standard input, a picture on standard output.

      pillar-graphviz --format svg < graph.dot > graph.svg

    It is what Pillar runs for each picture, so that a crash of Graphviz ends a process that has
    nothing to lose. It opens no file that a graph names.

      --engine NAME     \(engines.joined(separator: ", ")) (default dot)
      --format NAME     \(formats.joined(separator: ", ")) (default svg)
      --page WxH        fit the drawing on a page of so many points, and centre it
      --margin POINTS   what stays free at each side of the page (default 0)
      --enlarge         make a drawing larger, too, to fill the page
      --dpi NUMBER      pixels to an inch, for png (default 96)
      --pixels NUMBER   refuse a png of more pixels (default 100000000)
      --cpu SECONDS     processor time, 0 for no limit (default 10)
      --memory BYTES    address space, 0 for no limit (default 1073741824)
      --output BYTES    refuse a larger picture (default 67108864)
      --parent PID      end when this process ends
      --report          begin the output with a line: format of the report, width and height in
                        points, scale, and the number of bytes that follow
      --version         the version of Graphviz
      --help            this text

    Exit status: 0 drawn; 2 Graphviz refused, its words are on standard error; 3 out of memory;
    4 this machine lacks fonts or plug-ins; 5 the picture is larger than --output; 64 bad usage.

    """
}
