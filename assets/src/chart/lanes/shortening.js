/* Texts that are too long for their place: broken into two rows, or shortened. Pure. */
const MIN_LABEL = 120; // px below which a shortened label says too little
// Scripts that are written without spaces between words: Chinese, Japanese, and those of Southeast Asia.
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;
const LONG = 24; // characters from which a word of any script is cut as well
const LEAST = 2; // pieces below which a shortened label says too little

/** Where a text may be cut, as the pieces between: after a word; in one without spaces after any character. */
const piecesOf = (text) =>
  text.split(/(?<= )/u).flatMap((word) => (UNSPACED.test(word) || word.length > LONG ? charactersOf(word) : [word]));

/** The characters as a reader counts them. */
const charactersOf = (word) =>
  Intl.Segmenter ? Array.from(new Intl.Segmenter().segment(word), ({ segment }) => segment) : [...word];

/** What no row ends in, and no shortened text. */
const LOOSE = /[\s,:;–—、。，：；]+$/u;

/** How many pieces of a text, from the first on, are `right`: all up to some number are. */
function most(pieces, right) {
  let [fits, beyond] = [0, pieces.length];
  while (beyond - fits > 1) {
    const count = (fits + beyond) >> 1;
    if (right(count)) fits = count;
    else beyond = count;
  }
  return fits;
}

/**
 * A text in two rows that are as equal as its words allow; undefined where it has one word.
 * @param {string} text
 * @param {(words: string) => number} px
 * @returns {string | undefined}
 */
export function broken(text, px) {
  const pieces = piecesOf(text);
  const rows = (count) => [pieces.slice(0, count), pieces.slice(count)].map((part) => part.join("").trimEnd());
  // The first row grows with each word, the second shrinks: the best place is where they cross. Words are measured one
  // by one, since many titles have the same.
  const wide = pieces.map((piece) => px(piece));
  const sum = (from, to) => wide.slice(from, to).reduce((all, one) => all + one, 0);
  const before = most(pieces, (count) => sum(0, count) <= sum(count, pieces.length));
  const [best] = [before, before + 1]
    .filter((count) => count > 0 && count < pieces.length)
    .map((count) => rows(count))
    .sort((one, other) => Math.max(...one.map(px)) - Math.max(...other.map(px)));
  return best && best.join("\n");
}

/**
 * As much of a text as fits in `room` px and in some rows, with an ellipsis; "" where that would say too little.
 * @param {string} text
 * @param {number} room
 * @param {(words: string) => number} px
 * @param {number} [rows]
 * @returns {string}
 */
export function shorten(text, room, px, rows = 1) {
  if (room < MIN_LABEL) return "";
  const pieces = piecesOf(text);
  const words = (from, to) => pieces.slice(from, to).join("").trimEnd();
  const first = rows > 1 ? most(pieces, (count) => px(words(0, count)) <= room) : 0;
  const cut = (count) => `${words(first, first + count).replace(LOOSE, "")}…`;
  const fits = most(pieces.slice(first), (count) => px(cut(count)) <= room);
  if (first && !fits) return shorten(text, room, px); // in one row, which ends in the sign
  if (first + fits < LEAST) return "";
  return first ? `${words(0, first)}\n${cut(fits)}` : cut(fits);
}
