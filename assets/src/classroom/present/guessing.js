/* Whether a class guesses first: what is to be seen of an event then comes bit by bit. The teacher's choice is kept. */
const KEY = "timeline-guess";

/**
 * Whether it was chosen.
 * @returns {boolean}
 */
export function chosen() {
  try {
    return localStorage.getItem(KEY) === "1";
  } catch (error) {
    return false; // a private window
  }
}

/**
 * Keep the choice.
 * @param {boolean} guess
 * @returns {void}
 */
export function keep(guess) {
  try {
    localStorage.setItem(KEY, guess ? "1" : "0");
  } catch (error) {
    /* it lasts as long as the page */
  }
}
