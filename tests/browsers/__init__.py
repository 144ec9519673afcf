"""The page in Firefox and WebKit (`make browsers`); the tests proper, of tests/browser, run in Chromium."""
