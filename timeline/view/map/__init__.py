"""The map: land without borders, the places of events, and what is said to have moved from one place to another."""
