import GraphCore

// What a cell or an attribute should hold, said again in other words than the code under test.

func columnName(_ name: String) -> String {
  ["kind", "Label", "property.kind"].contains(name) ? "property.\(name)" : name
}

func plainText(_ value: PropertyValue) -> String {
  switch value {
  case .text(let text): text
  case .texts(let texts): joined(texts)
  case .integer(let number): "\(number)"
  case .decimal(let number):
    number == .infinity
      ? "Infinity" : number == -.infinity ? "-Infinity" : number != number ? "NaN" : "\(number)"
  case .flag(let flag): "\(flag)"
  case .date(let date): "\(date)"
  }
}

func joined(_ texts: [String]) -> String {
  texts.map { text in
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "|" { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }
  .joined(separator: " | ")
}
