internal import DOTFormat

/// What may be said by an attribute of a drawing that somebody brought.
enum SafetyRule: Hashable {
  /// Whatever is written.
  case anything
  /// Nothing; it is left out.
  case nothing(Reason)
  /// Numbers within a range, and words around them.
  case numbers(ClosedRange<Double>)
  /// Names of fonts.
  case fonts
  /// A link.
  case link
  /// A text, or markup.
  case label
  /// The name of an engine.
  case engine
  /// How text is encoded.
  case encoding

  /// Why something is left out or changed.
  enum Reason: String {
    case file = "it reads a file"
    case crash = "Graphviz crashes on it"
    case outsideRule = "it brings style rules from elsewhere"
    case pages = "a picture is one page"
    case layers = "a picture has one layer"
    case waste = "a larger value only wastes time and memory"
    case notANumber = "it is not a number that can be drawn"
    case link = "links may lead only to the web, to a mail address or within the drawing"
    case linkCharacters = "an address has no blanks, quotes or brackets"
    case namesInLink = "a name in an address could act in a PDF"
    case fonts = "it is more than names of fonts"
    case engine = "there is no such engine"
    case encoding = "the text is UTF-8 by now"
    case unknown = "Graphviz does not know it"
  }
}

extension SafetyRule {
  /// The rule for an attribute, or `nil` if Graphviz knows none of that name there.
  static func rule(for name: String, of element: DOTElement) -> SafetyRule? {
    switch element {
    case .graph: graphRules[name] ?? sharedRules[name]
    case .node: nodeRules[name] ?? sharedRules[name]
    case .edge: edgeRules[name] ?? sharedRules[name]
    }
  }

  private static func table(
    _ rules: [(SafetyRule, [String])]
  ) -> [String: SafetyRule] {
    var table: [String: SafetyRule] = [:]
    for (rule, names) in rules {
      for name in names { table[name] = rule }
    }
    return table
  }

  private static let sharedRules = table([
    (.label, ["label", "xlabel"]),
    (.link, ["URL", "href"]),
    (.fonts, ["fontname"]),
    (.numbers(0...1000), ["fontsize", "penwidth"]),
    (.numbers(0...32), ["peripheries"]),
    (.nothing(.layers), ["layer"]),
    (
      .anything,
      [
        "class", "color", "colorscheme", "comment", "fillcolor", "fontcolor", "gradientangle", "id",
        "labeljust", "labelloc", "lp", "nojustify", "ordering", "pos", "showboxes", "style",
        "target",
        "tooltip",
      ]
    ),
  ])

  private static let graphRules = table([
    (.nothing(.crash), ["_background"]),
    (.nothing(.file), ["fontpath", "imagepath"]),
    (.nothing(.outsideRule), ["stylesheet"]),
    (.nothing(.pages), ["page", "pagedir"]),
    (.nothing(.layers), ["layerlistsep", "layers", "layerselect", "layersep"]),
    (.engine, ["layout"]),
    (.encoding, ["charset"]),
    (.numbers(0...500), ["size"]),
    (.numbers(0...1200), ["dpi", "resolution"]),
    (.numbers(-14400...14400), ["viewport"]),
    (.numbers(-1000...1000), ["esep", "margin", "overlap_scaling", "sep"]),
    (.numbers(0...1000), ["len", "levels", "mindist", "pad", "ranksep", "scale"]),
    (.numbers(0...1000), ["nodesep", "ratio"]),
    (.numbers(0.001...1000), ["K"]),
    (.numbers(0...100), ["repulsiveforce"]),
    (.numbers(0...10000), ["defaultdist", "inputscale"]),
    (.numbers(0...100), ["mclimit", "quantum"]),
    (.numbers(0...100000), ["maxiter", "searchsize"]),
    (.numbers(2...10), ["dim", "dimen"]),
    (
      .anything,
      [
        "Damping", "TBbalance", "area", "bb", "beautify", "bgcolor", "center", "cluster",
        "clusterrank",
        "compound", "concentrate", "diredgeconstraints", "epsilon", "fontnames", "forcelabels",
        "label_scheme", "landscape", "levelsgap", "lheight", "linelength", "lwidth", "mode",
        "model",
        "mosek", "newrank", "normalize", "notranslate", "nslimit", "nslimit1", "oneblock",
        "orientation", "outputorder", "overlap", "overlap_shrink", "pack", "packmode", "pencolor",
        "quadtree", "rank", "rankdir", "remincross", "root", "rotate", "rotation", "smoothing",
        "sortv", "splines", "start", "truecolor", "voro_margin", "xdotversion",
      ]
    ),
  ])

  private static let nodeRules = table([
    (.nothing(.file), ["image", "shapefile"]),
    (.numbers(0...500), ["height", "width"]),
    (.numbers(-1000...1000), ["margin"]),
    (.numbers(0...360), ["sides"]),
    (.numbers(1...1000), ["samplepoints"]),
    (.numbers(-100...100), ["distortion", "skew"]),
    (
      .anything,
      [
        "area", "fixedsize", "group", "imagepos", "imagescale", "orientation", "pin", "rects",
        "regular", "root", "shape", "sortv", "vertices", "xlp", "z",
      ]
    ),
  ])

  private static let edgeRules = table([
    (.label, ["headlabel", "taillabel"]),
    (
      .link,
      [
        "edgeURL", "edgehref", "headURL", "headhref", "labelURL", "labelhref", "tailURL",
        "tailhref",
      ]
    ),
    (.fonts, ["labelfontname"]),
    (.numbers(0...1000), ["labelfontsize", "len", "minlen"]),
    (.numbers(0...100000), ["weight"]),
    (.numbers(0...100), ["arrowsize"]),
    (.numbers(-1000...1000), ["labelangle", "labeldistance"]),
    (
      .anything,
      [
        "arrowhead", "arrowtail", "constraint", "decorate", "dir", "edgetarget", "edgetooltip",
        "head_lp", "headclip", "headport", "headtarget", "headtooltip", "key", "labelfloat",
        "labelfontcolor", "labeltarget", "labeltooltip", "lhead", "ltail", "samehead", "sametail",
        "tail_lp", "tailclip", "tailport", "tailtarget", "tailtooltip", "xlp",
      ]
    ),
  ])
}
