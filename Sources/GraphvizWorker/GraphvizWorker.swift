internal import CGraphviz

@main
struct GraphvizWorker {
  static func main() {}
}
