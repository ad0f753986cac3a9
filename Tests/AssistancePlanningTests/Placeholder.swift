// Candidates for gaps, and plans that close them.
