"""Exercises in words. The browser's twin is `assets/src/classroom/exercises/questions.js`; both read the words here."""
