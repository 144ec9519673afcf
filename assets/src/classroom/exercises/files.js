/* An exercise as a file for a learning platform. GIFT is made here; a package is made by the server. */
import { el } from "../../dom/element.js";
import { slug } from "../../export/entries.js";
import { load } from "../../state/data.js";
import { queryOf } from "../../state/store.js";
import { lang, text } from "../../words/i18n.js";
import * as written from "./gift.js";
import { quiz } from "./make.js";

/**
 * The address of a view's exercises as QTI.
 * @param {Spec} spec
 * @returns {string}
 */
export const qti = (spec) => `export/events.qti.zip?${queryOf({ ...spec, lang: lang() })}`;

/**
 * A view's exercises as GIFT.
 * @param {Spec} spec
 * @returns {Promise<string>}
 */
export async function giftText(spec) {
  const { name, questions } = await quiz(spec);
  return written.gift(name, questions);
}

/**
 * Hand the reader a view's exercises as GIFT.
 * @param {Spec} spec
 * @returns {Promise<void>}
 */
export async function gift(spec) {
  const content = new Blob([await giftText(spec)], { type: "text/plain" });
  const address = URL.createObjectURL(content);
  const name = `${slug(text(load().settings.title))}-${spec.exercise || "exercises"}-${spec.seed || 1}-${lang()}`;
  const link = el("a", { href: address, download: `${name}.gift.txt`, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60e3);
}
