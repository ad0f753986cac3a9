internal import PillarKit

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What the tool knows of the terminal it writes to.
enum Terminal {
  /// Whether standard output is a terminal.
  static var isInteractive: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether somebody watches standard error, and it is a terminal that can clear a line.
  static var showsProgress: Bool {
    isatty(STDERR_FILENO) == 1 && Environment.value("TERM") != "dumb"
  }

  /// The width to keep: `COLUMNS` where it is set, else that of the terminal, else the usual.
  static var width: Int {
    if let columns = Environment.value("COLUMNS").flatMap({ Int($0) }), columns > 0 {
      return max(40, columns)
    }
    guard isInteractive else { return usualWidth }
    var size = winsize()
    let status = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size)
    return status == 0 && size.ws_col > 0 ? max(40, Int(size.ws_col)) : 80
  }

  /// The width of answers in files and pipes, whatever the terminal is.
  static let usualWidth = 100

  /// The text without characters that would steer a terminal.
  static func safe(_ text: String) -> String { text.printable }

  /// Lets a reader that goes away, as `head` does, end the tool by an error, not by a signal.
  static func ignoreClosedPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// Whether text may be bold or coloured: on a terminal, unless `NO_COLOR` is set.
  static var usesColour: Bool {
    isInteractive && (Environment.value("NO_COLOR") ?? "").isEmpty
      && Environment.value("TERM") != "dumb"
  }
}

/// The environment of the process.
enum Environment {
  static func value(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}
