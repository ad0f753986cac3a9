/// A picture for the screen: Graphviz's SVG made safe, readable aloud, scalable, fit for the dark.
///
/// It is built anew from a list of elements and attributes that do no harm, so nothing else that a
/// text brought into the drawing is in it: no script, no style but its own, no picture, no file, no
/// link but to the web, to a mail address or within the document. The whole has a title and a
/// description, each node and edge a title in words. Text stays text.
///
///     let good = try AccessibleSVG(bytes, title: "Who helps whom", description: "3 actors.")
///     good.bytes  // <svg xmlns="http://www.w3.org/2000/svg" width=…
///
/// The same bytes give the same picture.
public struct AccessibleSVG: Hashable, Sendable {
  /// The picture, in UTF-8, without an XML declaration, so that it may stand in a page.
  public let bytes: [UInt8]

  /// Makes a picture good.
  ///
  /// White and black have a dark counterpart even where the list does not give one. The opacity of
  /// a colour stays as it is drawn.
  ///
  /// - Parameters:
  ///   - svg: What Graphviz wrote.
  ///   - title: What the picture is.
  ///   - description: What it shows in words; empty for none.
  ///   - darkColours: What colours, as `#rrggbb`, become on a dark screen; without any, the picture
  ///     stays light.
  /// - Throws: ``SVGError`` if the text holds no picture, or one cut short or wrongly nested.
  /// - Complexity: O(*n*) for *n* bytes.
  public init(
    _ svg: [UInt8],
    title: String,
    description: String,
    darkColours: [String: String] = [:]
  ) throws(SVGError) {
    var writing = AccessibleSVGWriting(try SVGDocument(svg))
    writing.write(title: title, description: description, darkColours: darkColours)
    bytes = writing.bytes
  }
}
