// What changed between two collections or two dates, and coverage over time.
