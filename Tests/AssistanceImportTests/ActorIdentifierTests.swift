import AssistanceImport
import Testing

@Suite struct ActorIdentifierTests {
  @Test(
    arguments: [
      ("41114", "dac-channel:41114"), ("XM-DAC-41114", "dac-channel:41114"),
      (" xm-dac-41114 ", "dac-channel:41114"), ("XM-DAC-963", "dac-donor:963"),
      ("GB-CHC-285776", "org-id:GB-CHC-285776"), ("gb-gov-1", "org-id:GB-GOV-1"),
      ("XI-IATI-EC_INTPA", "org-id:XI-IATI-EC_INTPA"), ("GB-1", "org-id:GB-1"),
      ("XM-DAC-6-4", "org-id:XM-DAC-6-4"), ("XM-OCHA-HPC3524", "org-id:XM-OCHA-HPC3524"),
    ]
  )
  func `reads what files write`(_ reference: String, _ expected: String) {
    #expect(ActorIdentifier(reference: reference)?.description == expected)
  }

  @Test(arguments: ["", "N/A", "UNICEF", "963", "GB", "MSF-B", "41AAA", "Save the Children - 2"])
  func `is none for other text`(_ reference: String) {
    #expect(ActorIdentifier(reference: reference) == nil)
  }

  @Test func `differs by register`() {
    #expect(
      ActorIdentifier(reference: "XM-OCHA-FTS3524") != ActorIdentifier(reference: "XM-OCHA-HPC3524")
    )
  }
}
