import AssistanceModel
import Foundation
import GraphCore
import Testing

@Suite struct FileFaultTests {
  private static let noFile = """
    error: there is no such file
      hint: create it, or check the folder's name
    """

  @Test func `says that there is no collection`() throws {
    try withFolder { folder in
      let hint =
        "\n  hint: a collection is a folder with collection.yaml, nodes/ and assistance.csv"
      let path = folder.appending(path: "none").path
      #expect(messages(path) == ["\(path): error: there is no such collection\(hint)"])
      try Data().write(to: URL(filePath: path))
      #expect(messages(path) == ["\(path): error: this is a file, not a collection\(hint)"])
      #expect(messages("") == [": error: there is no such collection\(hint)"])
    }
  }

  @Test func `names every part that is missing`() throws {
    try withFolder { folder in
      #expect(
        messages(folder.path) == [
          "collection.yaml: \(Self.noFile)",
          """
          nodes: error: there are no tables of nodes
            hint: add nodes/actor.csv with the heading id,subkind,name,sources
          """,
          "assistance.csv: \(Self.noFile)",
        ]
      )
    }
    #expect(
      try SmallCollection(["collection.yaml": nil]).faults() == [
        "collection.yaml: \(Self.noFile)"
      ]
    )
    #expect(try SmallCollection(["relations/member-of.csv": nil]).faults() == [])
  }

  @Test func `names a folder where a file should be`() throws {
    for path in ["collection.yaml", "assistance.csv", "nodes/actor.csv", "relations/leads.csv"] {
      let faults = try SmallCollection([path: nil, "\(path)/x": ""]).faults()
      #expect(
        faults == [
          """
          \(path): error: this is a folder, but a file is needed here
            hint: rename or remove the folder
          """
        ]
      )
    }
  }

  @Test func `names a file where a folder should be`() throws {
    let text = """
      error: this is a file, but a folder is needed here
        hint: rename or remove the file
      """
    #expect(
      try SmallCollection(["relations/member-of.csv": nil, "relations": ""]).faults() == [
        "relations: \(text)"
      ]
    )
    let nodes: [String: String?] = [
      "nodes/actor.csv": nil, "nodes/country-case.csv": nil, "nodes/inhibitor.csv": nil,
      "nodes": "",
      "assistance.csv": "providers\n", "relations/member-of.csv": nil,
    ]
    #expect(try SmallCollection(nodes).faults() == ["nodes: \(text)"])
  }

  @Test func `knows tables by their names`() throws {
    #expect(
      try SmallCollection([
        "nodes/measures.csv": "id\n", "nodes/assistance.csv": "id\n",
        "relations/provider.csv": "from\n",
        "relations/memberof.csv": "from,to\n", "nodes/Event.CSV": "", "nodes/README.md": "",
        "nodes/.actor.csv.swp.csv": "",
      ])
      .faults() == [
        """
        nodes/Event.CSV: warning: this file is not read
          hint: tables end in .csv
        """,
        """
        nodes/assistance.csv: error: no kind of node is called “assistance”
          hint: declare it in collection.yaml under schema, or rename the file
        """,
        """
        nodes/measures.csv: error: no kind of node is called “measures”
          hint: did you mean “measure”?
        """,
        """
        relations/memberof.csv: error: no kind of relation is called “memberof”
          hint: did you mean “member-of”?
        """,
        """
        relations/provider.csv: error: no kind of relation is called “provider”
          hint: did you mean “provides”?
        """,
      ]
    )
  }

  @Test(
    arguments: [
      "collection.yaml", "nodes/actor.csv", "assistance.csv", "relations/member-of.csv",
    ]
  )
  func `names bytes that are no UTF-8`(_ path: String) throws {
    var collection = SmallCollection()
    let lines = collection.files[path]?.filter { $0 == 10 }.count ?? 0
    collection.files[path]? += Array("# é".utf8) + [0xE9] + Array(",,,\n".utf8)
    let faults = try collection.faults()
    #expect(
      faults.first == """
        \(path):\(lines + 1):4: error: the bytes here are not UTF-8 text
          hint: save the file as UTF-8 (“CSV UTF-8” in a spreadsheet)
        """
    )
  }

  @Test func `names a file of UTF-16 once`() throws {
    var collection = SmallCollection()
    let text = Array(SmallCollection.members.utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    for path in ["collection.yaml", "relations/member-of.csv"] {
      collection.files[path] = [0xFF, 0xFE] + text
    }
    let hint = "\n  hint: save the file as UTF-8 (“CSV UTF-8” in a spreadsheet)"
    #expect(
      try collection.faults() == [
        "collection.yaml:1:1: error: the file is UTF-16 text, not UTF-8\(hint)",
        "relations/member-of.csv:1:1: error: the file is UTF-16 text, not UTF-8\(hint)",
      ]
    )
  }

  @Test func `names a file that may not be read`() throws {
    guard getuid() != 0 else { return }
    try withFolder { folder in
      try SmallCollection().write(to: folder)
      for name in ["assistance.csv", "relations"] {
        try FileManager.default.setAttributes(
          [.posixPermissions: 0],
          ofItemAtPath: folder.appending(path: name).path
        )
      }
      #expect(
        messages(folder.path).map { $0.split(separator: "\n")[0] } == [
          "assistance.csv: error: the file cannot be read",
          "relations: error: the folder cannot be read",
        ]
      )
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755],
        ofItemAtPath: folder.appending(path: "relations").path
      )
    }
  }

  @Test func `does not wait for a pipe`() throws {
    try withFolder { folder in
      try SmallCollection(["relations/member-of.csv": nil, "relations/x": ""]).write(to: folder)
      let pipe = folder.appending(path: "relations/member-of.csv").path
      let status = unsafe mkfifo(pipe, 0o600)
      #expect(status == 0)
      #expect(
        messages(folder.path) == [
          """
          relations/member-of.csv: error: this is no ordinary file
            hint: put a text file in its place
          """
        ]
      )
    }
  }

  @Test func `follows symbolic links, and names those that lead nowhere`() throws {
    try withFolder { folder in
      let files = FileManager.default
      let real = folder.appending(path: "real")
      try SmallCollection().write(to: real)
      let link = folder.appending(path: "link")
      try files.createSymbolicLink(at: link, withDestinationURL: real)
      #expect(messages(link.path) == [])
      try files.moveItem(at: real.appending(path: "nodes"), to: folder.appending(path: "elsewhere"))
      try files.createSymbolicLink(
        at: real.appending(path: "nodes"),
        withDestinationURL: folder.appending(path: "elsewhere")
      )
      #expect(messages(link.path) == [])
      for target in ["nowhere.csv", "loop.csv"] {
        try files.createSymbolicLink(
          atPath: real.appending(path: "relations/leads.csv").path,
          withDestinationPath: target == "loop.csv" ? "leads.csv" : target
        )
        #expect(messages(link.path) == ["relations/leads.csv: \(Self.noFile)"])
        try files.removeItem(at: real.appending(path: "relations/leads.csv"))
      }
    }
  }

  @Test(arguments: ["with blank", "50%", "a#b?c", "é", "a:b", "-x"])
  func `reads folders of any name, with a slash behind it or without`(_ name: String) throws {
    try withFolder(named: name) { folder in
      try SmallCollection().write(to: folder)
      #expect(messages(folder.path) == [])
      #expect(messages(folder.path + "/") == [])
      try Data().write(to: folder.appending(path: "assistance.csv"))
      #expect(
        messages(folder.path + "/", inside: folder.path).first?
          .hasPrefix("assistance.csv:1:1: error: the file is empty") == true
      )
    }
  }

  @Test func `reads a path from the current folder and names files under it`() throws {
    try withFolder { folder in
      try SmallCollection(["assistance.csv": ""]).write(to: folder)
      let current = FileManager.default.currentDirectoryPath
      let up = current.split(separator: "/").map { _ in ".." }.joined(separator: "/")
      let path = up + folder.path
      let error = #expect(throws: CollectionError.self) {
        try AssistanceCollection(readingFrom: path)
      }
      #expect(error?.diagnostics.first?.place.file == "\(path)/assistance.csv")
    }
  }
}
