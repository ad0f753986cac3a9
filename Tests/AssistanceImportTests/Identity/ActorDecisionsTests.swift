import AssistanceImport
import GraphCore
import Testing

/// The file of decisions: what it says, what is wrong with it, and how it is written.
@Suite struct ActorDecisionsTests {
  private func read(_ text: String) throws(ImportError) -> ActorDecisions {
    try ActorDecisions(csv: Array(text.utf8), file: "actors.csv")
  }

  /// The faults of a file, one on each line.
  private func faults(_ text: String) -> String {
    do throws(ImportError) {
      _ = try read(text)
      return ""
    } catch {
      return error.description
    }
  }

  // MARK: Reading

  @Test(arguments: [",", ";", "\t"])
  func `a spreadsheet may write commas, semicolons or tabs`(separator: String) throws {
    let lines = [
      ["Decision", "NAME", "other", "shown", "reason", "mine"],
      ["same", "PAM", "WFP", "World Food Programme", "two languages", "x"],
      ["", "", "", "", "", ""], ["different", "IRC", "Iraqi Red Crescent", "", "", ""],
    ]
    let text = lines.map { $0.joined(separator: separator) + "\r\n" }.joined()
    let decisions = try read(text).decisions
    #expect(
      decisions == [
        ActorDecision(.same, "PAM", "WFP", shown: "World Food Programme", reason: "two languages"),
        ActorDecision(.different, "IRC", "Iraqi Red Crescent"),
      ]
    )
  }

  @Test func `a file without lines decides nothing`() throws {
    #expect(try read("").isEmpty)
    #expect(try read("decision,name,other\n").isEmpty)
    #expect(ActorDecisions.none.isEmpty)
  }

  @Test func `every fault is told with its line, column and a hint`() {
    let text = """
      decision,name,other,shown
      merge,PAM,WFP,
      same,PAM,,
      same,Other,WFP,
      different,IRC,irc,
      same,OIM,IOM,IOM
      same,iom,Oim,
      different,IOM,OIM,
      same,OIM,"International Organization, for Migration",OIM
      """
    let told = faults(text)
    for line in [
      "actors.csv:2:1: error: “merge” is no decision\n  hint: write same or different",
      "actors.csv:3:10: error: the name is missing",
      "actors.csv:4:6: error: “Other” names nobody: it is a word for somebody who is not named",
      "actors.csv:5:15: error: “IRC” and “irc” are read as one name",
      "actors.csv:7:1: error: the same was decided before (line 6)",
      "actors.csv:8:1: error: “IOM” and “OIM” cannot be both same and different (line 6)",
      "actors.csv:9:54: error: the actor is to be called “OIM”, but also “IOM” (line 6)",
    ] {
      #expect(told.contains(line), "\(line)\n\(told)")
    }
    #expect(told.split(separator: "\n").count { $0.contains("error:") } == 7)
  }

  @Test func `names that others make one cannot be different`() {
    let told = faults(
      "decision,name,other\nsame,A1,B1\ndifferent,a1,C1\nsame,C1,B1\nsame,X1,Y1\n"
    )
    #expect(told.contains("actors.csv:3:1: error: “a1” and “C1” are different here"))
    #expect(told.contains("(line 2, line 4)"))
    #expect(told.contains("hint: remove this line or one of those"))
  }

  @Test(arguments: [
    ("name,other\nA1,B1\n", "actors.csv:1: error: there is no column “decision”"),
    ("decision,name\nsame,A1\n", "actors.csv:1: error: there is no column “other”"),
    ("decision,name,other,name\n", "actors.csv:1:21: error: “name” is there twice"),
    ("decision,name,other\nsame,A1,B1,Inc\n", "actors.csv:2:12: error: the line has more cells"),
    ("decision,name,other\nsame,\"A1,B1\n", "actors.csv:2"),
  ])
  func `a table that cannot be read says why`(text: String, fault: String) {
    #expect(faults(text).contains(fault), "\(faults(text))")
  }

  // MARK: What they say

  @Test func `what is decided holds by way of third names and in any spelling`() throws {
    let decisions = try ActorDecisions([
      ActorDecision(.same, "PAM", "WFP"), ActorDecision(.same, "World Food Programme", "WFP"),
      ActorDecision(.different, "PAM", "Popular Aid Movement"),
    ])
    #expect(decisions.verdict("pam", "WORLD FOOD PROGRAMME") == .same)
    #expect(decisions.verdict("World Food Programme", "popular aid movement") == .different)
    #expect(decisions.verdict("PAM", "UNICEF") == nil)
    #expect(decisions.verdict("PAM", "PAM") == .same)
    #expect(decisions.verdict("XX", "XX") == nil)
  }

  @Test func `decisions that contradict each other cannot be made`() {
    #expect(throws: ImportError.self) {
      try ActorDecisions([
        ActorDecision(.same, "A1", "B1"), ActorDecision(.different, "B1", "A1"),
      ])
    }
  }

  // MARK: Writing

  @Test func `adding keeps lines, order, columns and line ends`() throws {
    let file = "name;mine;decision;other\r\nPAM;x;same;WFP\r\n\r\nIRC;;different;\"I;C\""
    let result = try ActorDecisions.adding(
      [
        ActorDecision(.same, "wfp", "PAM"), ActorDecision(.same, "O;IM", "IOM", reason: "why"),
        ActorDecision(.same, "IOM", "o im"),
      ],
      to: Array(file.utf8),
      file: "actors.csv"
    )
    #expect(result.changed.map(\.name) == ["O;IM"])
    #expect(String(decoding: result.bytes, as: UTF8.self) == file + "\r\n\"O;IM\";;same;IOM\r\n")
    let again = try ActorDecisions.adding(result.changed, to: result.bytes, file: "actors.csv")
    #expect(again.changed.isEmpty && again.bytes == result.bytes)
  }

  @Test func `a new file has a heading, and a spreadsheet will not run what it holds`() throws {
    let result = try ActorDecisions.adding(
      [ActorDecision(.same, "=cmd|' /C calc'!A0", "Calculating Aid", shown: "Aid, \"Ltd\"")],
      to: [],
      file: "actors.csv"
    )
    #expect(
      String(decoding: result.bytes, as: UTF8.self) == """
        decision,name,other,shown,reason,by,date
        same,'=cmd|' /C calc'!A0,Calculating Aid,"Aid, ""Ltd""\",,,

        """
    )
    #expect(
      try ActorDecisions(csv: result.bytes, file: "").verdict("cmd C calc A0", "calculating aid")
        == .same
    )
  }

  @Test func `what contradicts the file is not added`() {
    let file = Array("decision,name,other\nsame,PAM,WFP\nsame,WFP,World Food\n".utf8)
    do throws(ImportError) {
      _ = try ActorDecisions.adding(
        [ActorDecision(.different, "PAM", "World Food")],
        to: file,
        file: "actors.csv"
      )
      Issue.record("it was added")
    } catch {
      #expect(error.description.contains("“PAM” different “World Food”"))
      #expect(error.description.contains("line 2, line 3"))
    }
  }

  @Test func `removing takes away the lines that name somebody, and no other byte`() throws {
    let lines = [
      "decision,name,other\n", "same,PAM,WFP\n", "\n", "different,IRC,\"Red, Iraqi\"\n",
      "same,OIM,wfp\n", "same,OMS,WHO",
    ]
    let result = try ActorDecisions.removing(
      decisionsOn: ["W.F.P", "nobody"].map { $0.replacing(".", with: "") },
      from: Array(lines.joined().utf8),
      file: "actors.csv"
    )
    #expect(result.changed.map(\.name) == ["PAM", "OIM"])
    #expect(
      String(decoding: result.bytes, as: UTF8.self) == lines[0] + lines[2] + lines[3] + lines[5]
    )
  }

  @Test func `adding and removing leaves the file as it was`() throws {
    let file = Array("decision,name,other\nsame,PAM,WFP\n".utf8)
    let added = try ActorDecisions.adding(
      [ActorDecision(.different, "IRC", "Iraqi Red Crescent")],
      to: file,
      file: ""
    )
    let removed = try ActorDecisions.removing(decisionsOn: ["IRC"], from: added.bytes, file: "")
    #expect(added.bytes != file)
    #expect(removed.bytes == file)
  }

  @Test func `uniting names keeps the name that was chosen to be shown`() throws {
    let present = try ActorDecisions([ActorDecision(.same, "PAM", "WFP", shown: "World Food")])
    let added = present.uniting(["WFP", "PAM", "Food Programme", "food programme"], reason: "why")
    #expect(added == [ActorDecision(.same, "WFP", "Food Programme", reason: "why")])
    #expect(ActorDecisions.none.uniting(["PAM", "WFP"]).map(\.shown) == ["PAM"])
    #expect(ActorDecisions.none.uniting([]).isEmpty)
  }
}
