internal import CGraphviz

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Owns the context in which Graphviz lays out and draws.
@safe
struct GraphvizContext: ~Copyable {
  /// The context itself; valid as long as the owner.
  let handle: OpaquePointer

  /// Makes a context with the few plug-ins that the worker's engines and formats need.
  ///
  /// They are loaded by name from beside the library, so that neither a broken or missing list of
  /// plug-ins (`config6a`) nor one that someone put elsewhere counts. Where they have other names,
  /// the list of the system decides.
  init() throws(WorkerFault) {
    let table = unsafe PluginTable.load()
    // Reading arguments makes Graphviz look at the environment, and with that what forbids it to
    // open files takes effect in the whole process. It also prepares a picture, so that this
    // context is of no other use.
    guard let first = unsafe Self.make(table), unsafe pillar_start(first) == 0,
      let made = unsafe Self.make(table)
    else {
      throw .surroundings(
        "Graphviz finds no plug-in that lays graphs out; reinstall libgvc6 (Debian, Ubuntu: "
          + "sudo apt-get install --reinstall libgvc6) or graphviz"
      )
    }
    unsafe handle = made
  }

  private static func make(_ table: UnsafePointer<lt_symlist_t>?) -> OpaquePointer? {
    if let table = unsafe table { unsafe gvContextPlugins(table, 0) } else { unsafe gvContext() }
  }

  /// The version that Graphviz says it has.
  var version: String { unsafe String(cString: gvcVersion(handle)) }

  deinit { unsafe gvFreeContext(handle) }
}

/// The plug-ins that the worker loads.
private enum PluginTable {
  private static let names = ["core", "dot_layout", "neato_layout", "pango"]

  /// The table that ``GraphvizContext`` hands over; it stays for the life of the process.
  static func load() -> UnsafePointer<lt_symlist_t>? {
    guard let folder = folderOfLibrary() else { return nil }
    let table = UnsafeMutablePointer<lt_symlist_t>.allocate(capacity: names.count + 1)
    for (place, name) in names.enumerated() {
      let symbol = "gvplugin_\(name)_LTX_library"
      guard let library = unsafe open(name, in: folder), let found = unsafe dlsym(library, symbol)
      else {
        unsafe table.deallocate()
        return nil
      }
      // Graphviz keeps the pointer to the name.
      unsafe (table + place).initialize(to: lt_symlist_t(name: strdup(symbol), address: found))
    }
    unsafe (table + names.count).initialize(to: lt_symlist_t())
    return unsafe UnsafePointer(table)
  }

  /// The folder of the plug-ins: `graphviz` in the folder of the library.
  private static func folderOfLibrary() -> String? {
    guard let path = unsafe pillar_library_file() else { return nil }
    let file = unsafe String(cString: path)
    guard let slash = file.lastIndex(of: "/") else { return nil }
    return file[..<slash] + "/graphviz"
  }

  private static func open(_ name: String, in folder: String) -> UnsafeMutableRawPointer? {
    let version = pillar_plugin_version()
    for ending in [".so.\(version)", ".\(version).dylib"] {
      if let library = unsafe dlopen("\(folder)/libgvplugin_\(name)\(ending)", RTLD_NOW) {
        return unsafe library
      }
    }
    return nil
  }
}
