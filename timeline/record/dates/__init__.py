"""EDTF dates, and what somebody meant who wrote one in another way."""
