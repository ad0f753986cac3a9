internal import CGraphviz

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What the process takes from itself before it looks at what it is given.
enum ProcessGuard {
  /// What would choose code to load, files to open or how numbers are written.
  private static let forbiddenVariables = [
    "DOTFONTPATH", "GDFONTPATH", "GV_FILE_PATH", "GVBINDIR", "GVPRPATH", "LTDL_LIBRARY_PATH",
    "G_DEBUG", "G_MESSAGES_DEBUG", "G_SLICE", "PANGO_LANGUAGE", "LANGUAGE", "LANG",
  ]

  /// How much stack deep recursion may use.
  private static let stack: UInt = 64 << 20

  /// Cleans the environment; to be called before Graphviz is.
  static func cleanEnvironment() {
    for name in forbiddenVariables { unsafe unsetenv(name) }
    unsafe setenv("LC_ALL", "C.UTF-8", 1)
    // Where this is set, Graphviz takes itself for a part of a web server, and opens no file.
    unsafe setenv("SERVER_NAME", "pillar-graphviz", 1)
    // The dates that are written into pictures.
    unsafe setenv("TZ", "UTC", 1)
  }

  /// Sets the limits.
  static func apply(_ options: WorkerOptions) throws(WorkerFault) {
    try require(pillar_forbid_privileges(), "give up privileges")
    if let parent = options.parent {
      try require(pillar_die_with_parent(), "be told of the end of process \(parent)")
      // It may have ended before it could be watched.
      if Int(getppid()) != parent { _exit(0) }
    }
    try require(pillar_forbid_core(), "switch off core files")
    // People write the picture into a file; the limit holds for that file, too.
    let writesFile = pillar_is_file(1) != 0 || pillar_is_file(2) != 0
    try require(
      pillar_limit_files(writesFile ? UInt(options.output) : 0),
      "limit the size of files"
    )
    // Less stack than wished for is no reason to stop.
    _ = pillar_allow_stack(stack)
    if options.processor > 0 {
      try require(pillar_limit_processor(UInt(options.processor)), "limit processor time")
    }
    if options.memory > 0 {
      try require(pillar_limit_memory(UInt(options.memory)), "limit memory")
    }
    // In place of what Swift does on a crash: its report would take longer than the drawing.
    try require(pillar_watch_memory(), "watch memory")
  }

  private static func require(_ status: Int32, _ what: String) throws(WorkerFault) {
    guard status == 0 else {
      throw .surroundings("this system does not let the process \(what) (error \(errno))")
    }
  }
}
