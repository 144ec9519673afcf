"""What a record may hold: fields, models, and the schema and notes made from them."""
