internal import CoverOptimization
internal import Foundation

/// Set covers and their optima as files.
enum CoverFile {
  /// Why a file is not a set cover.
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  /// Reads a set cover: numbers as the OR-Library has them, or a table “actor,cell”.
  static func instance(at path: String) throws -> CoverInstance {
    let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    let fault = Fault(description: "\(path) is not a set cover")
    if text.hasPrefix("actor,cell") {
      var columns: [[Int]] = []
      var rowCount = 0
      for line in text.split(whereSeparator: \.isNewline).dropFirst() {
        let pair = line.split(separator: ",").compactMap { Int($0) }
        guard pair.count == 2, pair.allSatisfy({ $0 >= 0 }) else { throw fault }
        while columns.count <= pair[0] { columns.append([]) }
        columns[pair[0]].append(pair[1])
        rowCount = max(rowCount, pair[1] + 1)
      }
      return try CoverInstance(
        demands: [Int](repeating: 1, count: rowCount),
        columns: columns.map { CoverColumn(cost: 1, rows: $0) }
      )
    }
    var numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }[...]
    func next() throws -> Int {
      guard let number = numbers.popFirst() else { throw fault }
      return number
    }
    let (rowCount, columnCount) = (try next(), try next())
    let costs = try (0..<columnCount).map { _ in try next() }
    var columns = [[Int]](repeating: [], count: columnCount)
    for row in 0..<rowCount {
      for _ in 0..<(try next()) {
        let column = try next() - 1
        guard columns.indices.contains(column) else { throw fault }
        columns[column].append(row)
      }
    }
    return try CoverInstance(
      demands: [Int](repeating: 1, count: rowCount),
      columns: zip(costs, columns).map { CoverColumn(cost: $0, rows: $1) }
    )
  }

  /// Reads a table “instance,optimum”.
  static func optima(at path: String) throws -> [String: Int] {
    let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    var optima: [String: Int] = [:]
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ",").map(String.init)
      if cells.count == 2 { optima[cells[0]] = Int(cells[1]) }
    }
    return optima
  }
}
