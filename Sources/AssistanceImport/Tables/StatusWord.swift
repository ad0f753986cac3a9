internal import AssistanceModel

/// What a table says about planned, under way or over.
enum StatusWord: String {
  case planned, ongoing, completed, suspended, cancelled

  init?(_ text: String) {
    let word = FoldedName(text).text
    guard let found = Self.words.first(where: { $0.words.contains(word) }) else { return nil }
    self = found.status
  }

  private static let words: [(status: StatusWord, words: Set<String>)] = [
    (
      .planned,
      [
        "planned", "pipeline", "identification", "pipeline identification", "not started",
        "upcoming", "planifie", "planifiee", "prevu", "prevue", "a venir", "planificado",
        "planificada", "previsto", "prevista",
      ]
    ),
    (
      .ongoing,
      [
        "ongoing", "on going", "on goning", "active", "in progress", "implementation", "started",
        "en cours", "en cours de mise en œuvre", "actif", "active", "en curso", "en ejecucion",
        "activo",
      ]
    ),
    (
      .completed,
      [
        "completed", "complete", "closed", "finished", "done", "finalisation", "termine",
        "terminee", "acheve", "achevee", "cloture", "completado", "completada", "finalizado",
        "finalizada", "terminado",
      ]
    ),
    (.suspended, ["suspended", "on hold", "suspendu", "suspendue", "suspendido", "suspendida"]),
    (
      .cancelled,
      ["cancelled", "canceled", "annule", "annulee", "cancelado", "cancelada", "anulado"]
    ),
  ]
}
