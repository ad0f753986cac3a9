internal import Foundation
internal import PillarKit
internal import TabularText

/// The reading of files as analysts hold them, in the order in which it runs.
struct ImportWorkloads {
  static let names = ["table-parse", "table-import", "activities-read", "activities-import"]

  let table: FieldTable
  let activities: FieldActivities
  /// Where the collections are written.
  let folder: String
  /// Whether answers are compared with what the data were made of.
  let isVerified: Bool

  func run(in harness: inout Harness) throws {
    try measureTable(in: &harness)
    try measureActivities(in: &harness)
  }

  /// Writes the files for the peers.
  func writeFiles(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(table.bytes).write(to: URL(filePath: "\(folder)/field-table.csv"))
    try Data(activities.bytes).write(to: URL(filePath: "\(folder)/activities.xml"))
  }

  // MARK: Tables

  private func measureTable(in harness: inout Harness) throws {
    let size = ["bytes": Double(table.bytes.count)]
    let rows = ["rows": Double(table.rowCount)]
    try harness.measure("table-parse", expecting: isVerified ? rows : nil) {
      CSVTable(table.bytes)
    } check: {
      // The row of hashtags is one, too.
      size.merging(["rows": Double($0.recordCount - 1)]) { $1 }
    }
    let facts = rows.merging(["facts": Double(table.facts.count)]) { $1 }
    try harness.measure("table-import", expecting: isVerified ? facts : nil) {
      var draft = CollectionDraft()
      try draft.addTable(table.bytes, document: "field-table.csv")
      let imported = try draft.finish(title: "Table")
      try imported.collection.write(to: "\(folder)/table")
      return imported
    } check: { imported in
      size.merging(
        [
          "rows": Double(imported.report.rowsRead), "facts": Double(imported.report.factCount),
        ]
      ) { $1 }
    }
  }

  // MARK: Activities

  /// What was read of activities.
  private struct Sum {
    var activities = 0
    var transactions = 0
    var amount = 0.0

    var check: [String: Double] {
      [
        "activities": Double(activities), "transactions": Double(transactions),
        "amount": amount,
      ]
    }
  }

  private func measureActivities(in harness: inout Harness) throws {
    let size = ["bytes": Double(activities.bytes.count)]
    var made = Sum()
    made.activities = activities.activityCount
    made.transactions = activities.transactionCount
    made.amount = Double(activities.amount)
    try harness.measure("activities-read", expecting: isVerified ? made.check : nil) {
      var sum = Sum()
      try IATIReader().read(activities.bytes, named: "activities.xml") { activity in
        sum.activities += 1
        for transaction in activity.transactions {
          sum.transactions += 1
          sum.amount += transaction.amount ?? 0
        }
      }
      return sum
    } check: {
      size.merging($0.check) { $1 }
    }
    // Each activity names one country and two sectors.
    let facts = ["facts": Double(2 * activities.activityCount)]
    try harness.measure("activities-import", expecting: isVerified ? facts : nil) {
      var draft = CollectionDraft()
      try draft.add([IATISource(activities.bytes, document: "activities.xml")])
      let imported = try draft.finish(title: "Activities")
      try imported.collection.write(to: "\(folder)/activities")
      return imported
    } check: { imported in
      size.merging(["facts": Double(imported.report.factCount)]) { $1 }
    }
  }
}
