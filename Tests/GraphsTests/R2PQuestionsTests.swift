import Testing

@Suite struct R2PQuestionsTests {
  @Test(arguments: try R2PQuestion.all())
  func `the library answers as the file does`(_ question: R2PQuestion) throws {
    let query = try #require(R2PQuery.all.first { $0.id == question.id }, "there is no query")
    let answer = try query.answer(R2PRecord())
    #expect(answer == question.answer, "\(question.question) (\(question.how))")
  }

  @Test func `every question has one query and every query a question`() throws {
    let questions = try R2PQuestion.all()
    #expect(questions.count >= 40)
    #expect(R2PQuery.all.map(\.id).sorted() == questions.map(\.id).sorted())
    #expect(Set(questions.map(\.id)).count == questions.count)
  }

  @Test func `lists in the file are sorted and repeat nothing`() throws {
    for question in try R2PQuestion.all() {
      guard case .list(let texts) = question.answer else { continue }
      #expect(R2PAnswer.texts(texts) == question.answer, "\(question.id)")
    }
  }
}
