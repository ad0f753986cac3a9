/// How the tool was called, so that the examples in its help work as they stand.
enum Invocation {
  /// The command to type: what `Scripts/pillar` was called as, or the program's own name.
  static let command = quoted(
    Environment.value("PILLAR_COMMAND") ?? CommandLine.arguments.first ?? "pillar"
  )

  /// Lines of examples for a help text, each a verb with its arguments.
  static func examples(_ lines: String...) -> String {
    "EXAMPLES\n" + lines.map { "  \(command) \($0)" }.joined(separator: "\n")
  }

  private static func quoted(_ path: String) -> String {
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "/._-+".contains($0) }
    return isPlain && !path.isEmpty
      ? path
      : "'"
        + path.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }
}
