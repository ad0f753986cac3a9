// The smallest sets of columns that cover all rows.
