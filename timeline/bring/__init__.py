"""What people have elsewhere, into a record: spreadsheets, bibliographies, other timelines."""
