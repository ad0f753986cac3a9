/// What a search found, the best first.
struct FoundRoutes {
  var paths: [CoordinationPath] = []
  var stoppedEarly = false
  var hasMore = false
}
