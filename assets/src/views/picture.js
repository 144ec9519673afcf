/* The picture of an event or a claim: whole, with who made it and under which terms, or small beside a title. */
import { el, node } from "../dom/element.js";
import { say, text } from "../words/i18n.js";

/** @type {Record<string, string> | null} */
let held = null; // the pictures themselves, of a page that is itself a file, by their addresses

/**
 * @param {Picture} media
 * @param {Attributes} more
 * @returns {HTMLImageElement}
 */
function image({ src, alt, width, height }, more) {
  held = held || JSON.parse(node("pictures")?.textContent || "{}");
  const ratio = `--ratio: ${width / height}; --width: ${width}px`;
  return el("img", { src: held[src] || src, alt: text(alt), width, height, style: ratio, decoding: "async", ...more });
}

/**
 * A picture with its caption; null where there is none.
 * @param {Picture | undefined} media
 * @returns {HTMLElement | null}
 */
export const figure = (media) =>
  media
    ? el(
        "figure",
        { class: "picture" },
        image(media, {}),
        el(
          "figcaption",
          { dir: "auto" },
          media.caption ? el("span", {}, text(media.caption)) : null,
          el("small", {}, say("media_by", { by: media.by, licence: media.licence })),
        ),
      )
    : null;

/**
 * A small picture, fetched when it comes into sight; null where there is none.
 * @param {Picture | undefined} media
 * @returns {HTMLElement | null}
 */
export const thumb = (media) => (media ? image(media, { class: "event-thumb", loading: "lazy" }) : null);
