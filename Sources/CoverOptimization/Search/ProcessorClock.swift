internal import Foundation

/// The processor time that the thread has used since the clock was made.
struct ProcessorClock {
  private let start = Self.now

  private static var now: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Seconds of processor time.
  var seconds: Double { Self.now - start }
}
