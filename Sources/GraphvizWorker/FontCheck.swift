internal import CGraphviz

/// Finds out whether text can be measured and drawn at all.
enum FontCheck {
  /// Throws if there is no font.
  ///
  /// Graphviz says nothing then, and draws boxes in place of letters, all of one width: hence two
  /// texts of as many letters, narrow and wide ones.
  static func require(in context: borrowing GraphvizContext) throws(WorkerFault) {
    let narrow = "iiiiiiii"
    let wide = "WWWWWWWW"
    let graph = try ParsedGraph(named: "fonts")
    guard let first = unsafe pillar_new_node(graph.handle, narrow),
      let second = unsafe pillar_new_node(graph.handle, wide)
    else { throw .memory }
    unsafe pillar_set(first, "shape", "plain")
    unsafe pillar_set(second, "shape", "plain")
    guard unsafe gvLayout(context.handle, graph.handle, "dot") == 0 else {
      throw .surroundings("Graphviz cannot lay out two words; reinstall libgvc6 or graphviz")
    }
    let widths = unsafe (pillar_node_width(first), pillar_node_width(second))
    unsafe gvFreeLayout(context.handle, graph.handle)
    guard widths.0 < widths.1 else {
      throw .surroundings(
        "there is no font on this machine to write labels with; install one (Debian, Ubuntu: "
          + "sudo apt-get install fonts-liberation)"
      )
    }
  }
}
