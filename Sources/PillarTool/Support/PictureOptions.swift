public import ArgumentParser
internal import Foundation
public import PillarKit

/// The options that say where a picture is written and what it stands on.
struct SheetOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .long],
    help: "Write the picture into this file, whole or not at all."
  )
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Fit the picture on a page: a4 or a3, lying or upright as it fits, or a4-landscape,"
        + " a4-portrait, a3-landscape, a3-portrait.",
      discussion: "For pdf."
    )
  )
  var page: PageName?

  @Option(help: ArgumentHelp("Pixels an inch of a png, from 20 to 1200.", valueName: "pixels"))
  var resolution = 144.0

  func validate() throws {
    guard (20...1200).contains(resolution) else {
      throw ValidationError("--resolution: from 20 to 1200 pixels an inch.")
    }
  }

  /// Fails if the name of the file ends in what is no format, unless one is chosen.
  func refuseUnknownEnding(_ known: [String]) throws {
    guard let output, output != "-", kind == nil else { return }
    let ending = URL(filePath: output).pathExtension
    guard !ending.isEmpty else { return }
    throw ValidationError(
      "--output: .\(ending) is no format; use .\(known.joined(separator: ", .")), or add --format."
    )
  }

  /// Fails if a page is asked for and the picture has none.
  func validate(isPDF: Bool) throws {
    if page != nil, !isPDF {
      throw ValidationError(
        "--page is for pdf; name a file that ends in .pdf, or add --format pdf."
      )
    }
  }

  /// What the name after `-o` promises.
  var kind: FileKind? { output.flatMap { FileKind(ofName: $0) } }

  /// Fails before any work if a picture would go to a terminal, which cannot show it.
  func refuseTerminal(_ kind: FileKind) throws {
    guard output == nil, Terminal.isInteractive else { return }
    switch kind {
    case .svg, .png, .pdf:
      try Output.fail("a terminal cannot show \(kind.phrase)", hint: "name a file with -o")
    default: break
    }
  }

  /// Writes a picture, and says what was remarked while it was drawn.
  func write(_ bytes: [UInt8], as kind: FileKind, remarks: [String]) throws {
    for remark in remarks.prefix(10) {
      let isWarning = remark.hasPrefix("Warning: ")
      Output.say("note: \(isWarning ? String(remark.dropFirst(9)) : remark)")
    }
    if remarks.count > 10 { Output.say("note: \(remarks.count - 10) more remarks") }
    try Output.write(bytes, to: output, as: kind)
  }
}

/// The options that say how and where a diagram is drawn.
struct PictureOptions: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "How to write the picture: svg, png, pdf or dot.",
      discussion: "By default as the name after -o ends, else svg.",
      valueName: "format"
    )
  )
  var chosenFormat: Picture.Format?

  @OptionGroup var sheet: SheetOptions

  func validate() throws {
    if chosenFormat == nil {
      try sheet.refuseUnknownEnding(Picture.Format.allCases.map(\.rawValue))
    }
    try sheet.validate(isPDF: format == .pdf)
  }

  /// The format chosen, or the one that the file's name promises.
  var format: Picture.Format { chosenFormat ?? sheet.kind.flatMap { Picture.Format($0) } ?? .svg }

  /// Draws a diagram as the options say.
  func picture(
    of diagram: AssistanceDiagram,
    on pages: [Page]? = nil,
    within limits: RenderingLimits
  ) async throws(DrawingError) -> Picture {
    try await diagram.picture(
      as: format,
      on: pages ?? sheet.page?.pages ?? [],
      resolution: sheet.resolution,
      within: limits
    )
  }
}

/// Pages by name.
enum PageName: String, CaseIterable, ExpressibleByArgument {
  case a4
  case a4Landscape = "a4-landscape"
  case a4Portrait = "a4-portrait"
  case a3
  case a3Landscape = "a3-landscape"
  case a3Portrait = "a3-portrait"

  /// Whether it is the largest paper there is.
  var isA3: Bool { [.a3, .a3Landscape, .a3Portrait].contains(self) }

  /// The pages that are meant.
  var pages: [Page] {
    switch self {
    case .a4: .a4
    case .a4Landscape: [.a4Landscape]
    case .a4Portrait: [.a4Portrait]
    case .a3: .a3
    case .a3Landscape: [.a3Landscape]
    case .a3Portrait: [.a3Portrait]
    }
  }
}

extension Picture.Format: ExpressibleByArgument {
  /// The format for a file of this kind.
  init?(_ kind: FileKind) {
    guard let format = Self.allCases.first(where: { $0.fileKind == kind }) else { return nil }
    self = format
  }

  /// What a file in this format holds.
  var fileKind: FileKind {
    switch self {
    case .svg: .svg
    case .png: .png
    case .pdf: .pdf
    case .dot: .dot
    }
  }
}
