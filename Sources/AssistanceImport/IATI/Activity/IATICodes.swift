internal import TabularText

/// What an organization does in an activity, by the number of 2.x or the word of 1.x.
///
///     IATIRole("Implementing") == IATIRole("4")  // true
public enum IATIRole: Int, CaseIterable, Hashable, Sendable, Codable {
  /// Pays.
  case funding = 1
  /// Answers for it.
  case accountable = 2
  /// Manages the money on behalf of who pays.
  case extending = 3
  /// Carries it out.
  case implementing = 4

  /// Reads a role; `nil` for a text that is none.
  public init?(_ text: String) {
    switch text.codeWord {
    case "1", "funding": self = .funding
    case "2", "accountable": self = .accountable
    case "3", "extending": self = .extending
    case "4", "implementing": self = .implementing
    default: return nil
    }
  }
}

/// How far an activity is.
public enum IATIStatus: Int, CaseIterable, Hashable, Sendable, Codable {
  /// It is being scoped or planned.
  case pipeline = 1
  /// It is under way.
  case implementation = 2
  /// The work is done, the books are not closed.
  case finalization = 3
  /// The work and the books are closed.
  case closed = 4
  /// It was called off.
  case cancelled = 5
  /// It was stopped for a time.
  case suspended = 6

  /// Reads a status; `nil` for a text that is none.
  public init?(_ text: String) {
    switch text.codeWord {
    case "1", "pipeline/identification", "pipeline": self = .pipeline
    case "2", "implementation": self = .implementation
    case "3", "completion", "finalisation": self = .finalization
    case "4", "post-completion", "closed": self = .closed
    case "5", "cancelled": self = .cancelled
    case "6", "suspended": self = .suspended
    default: return nil
    }
  }

  /// The status in a word, as the standard names it.
  public var name: String {
    switch self {
    case .pipeline: "pipeline"
    case .implementation: "implementation"
    case .finalization: "finalisation"
    case .closed: "closed"
    case .cancelled: "cancelled"
    case .suspended: "suspended"
    }
  }
}

/// What a transaction is, by the number of 2.x or the letters of 1.x.
public enum IATITransactionType: Int, CaseIterable, Hashable, Sendable, Codable {
  /// Money came in.
  case incomingFunds = 1
  /// Money was promised by contract.
  case outgoingCommitment = 2
  /// Money went to another organization.
  case disbursement = 3
  /// Money was spent on goods and services.
  case expenditure = 4
  /// Interest came back.
  case interestPayment = 5
  /// A loan came back.
  case loanRepayment = 6
  /// Money came back.
  case reimbursement = 7
  /// A share was bought.
  case purchaseOfEquity = 8
  /// A share was sold.
  case saleOfEquity = 9
  /// A credit was guaranteed.
  case creditGuarantee = 10
  /// Somebody promised money by contract.
  case incomingCommitment = 11
  /// Money was promised without a contract.
  case outgoingPledge = 12
  /// Somebody promised money without a contract.
  case incomingPledge = 13

  /// What a type says about assistance.
  public enum Meaning: String, CaseIterable, Hashable, Sendable, Codable {
    /// Money is bound to the activity.
    case committed
    /// Money went into the activity.
    case spent
    /// Money reached who reports; the one who gave it reports it as spent.
    case incoming
    /// Money comes back to who gave it: no assistance, whatever its sign.
    case returned
    /// Money is only announced.
    case pledged
  }

  /// Reads a type; `nil` for a text that is none.
  public init?(_ text: String) {
    switch text.codeWord {
    case "if", "incoming funds": self = .incomingFunds
    case "c", "commitment": self = .outgoingCommitment
    case "d", "disbursement": self = .disbursement
    case "e", "expenditure": self = .expenditure
    case "ir", "interest repayment": self = .interestPayment
    case "lr", "loan repayment": self = .loanRepayment
    case "r", "reimbursement": self = .reimbursement
    case "qp", "purchase of equity": self = .purchaseOfEquity
    case "qs", "sale of equity": self = .saleOfEquity
    case "cg", "credit guarantee": self = .creditGuarantee
    case let word:
      guard let number = Int(word), let type = Self(rawValue: number) else { return nil }
      self = type
    }
  }

  /// What the type says about assistance.
  public var meaning: Meaning {
    switch self {
    case .outgoingCommitment, .creditGuarantee: .committed
    case .disbursement, .expenditure, .purchaseOfEquity: .spent
    case .incomingFunds, .incomingCommitment, .incomingPledge: .incoming
    case .interestPayment, .loanRepayment, .reimbursement, .saleOfEquity: .returned
    case .outgoingPledge: .pledged
    }
  }
}

/// A list of sector codes, by the number of 2.x or the word of 1.x.
///
///     IATIVocabulary("DAC") == IATIVocabulary("")  // true: the standard's own default
public struct IATIVocabulary: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The number of 2.x; the word itself where 2.x has no number for it.
  public let code: String

  /// Reads a vocabulary; an empty text is the purpose codes of five digits.
  public init(_ text: String) {
    let word = text.trimmed
    code =
      switch word.codeWord {
      case "", "dac": "1"
      case "dac-3": "2"
      case "cofog": "3"
      case "nace": "4"
      case "ntee": "5"
      case "ro": "99"
      case "ro2": "98"
      default: word
      }
  }

  /// Purpose codes of the Development Assistance Committee: five digits.
  public static let purposes = IATIVocabulary("1")
  /// The categories of those codes: three digits.
  public static let categories = IATIVocabulary("2")
  /// Clusters of humanitarian coordination.
  public static let clusters = IATIVocabulary("10")

  /// The name where it is known, else the code.
  public var description: String {
    switch code {
    case "1": "DAC 5-digit"
    case "2": "DAC 3-digit"
    case "3": "COFOG"
    case "4": "NACE"
    case "5": "NTEE"
    case "6": "AidData"
    case "7": "SDG goal"
    case "8": "SDG target"
    case "9": "SDG indicator"
    case "10": "humanitarian cluster"
    case "11": "NAICS"
    case "12": "UN sustainable development framework"
    case "98", "99": "reporting organization's own (\(code))"
    default: code
    }
  }
}

extension String {
  /// The text as codes are compared: lower case, without white space at either end.
  fileprivate var codeWord: String { trimmed.lowercased() }
}
