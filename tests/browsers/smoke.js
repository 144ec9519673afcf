/**
 * What a person does first, in Firefox and in WebKit: `node smoke.js ADDRESS FILE`, the address of a server and the
 * path of the offline file of the same record. Says what was done; ends with 1 where something wasn't as it should be.
 *
 * @typedef {object} Driver
 * @property {string} name
 * @property {(address: string) => Promise<unknown>} go
 * @property {(code: Function, ...given: unknown[]) => Promise<any>} run  in the page
 * @property {() => Promise<string[]>} errors
 * @property {() => Promise<Buffer>} [pdf]  where the driver can print
 * @property {() => Promise<void>} close
 */
import assert from "node:assert/strict";
import { argv, exit } from "node:process";
import { pathToFileURL } from "node:url";
import { firefox } from "./firefox.js";
import { webkit } from "./webkit.js";

const PATIENCE = 60_000;

/**
 * Ask the page until it answers as wanted.
 *
 * @param {Driver} browser @param {Function} probe @param {unknown} wanted @param {unknown[]} given
 */
async function becomes(browser, probe, wanted, ...given) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const value = await browser.run(probe, ...given);
    if (value === wanted || Date.now() > end) return assert.equal(value, wanted, String(probe));
    await new Promise((done) => setTimeout(done, 100));
  }
}

const ready = () => document.documentElement.dataset.ready;
const ids = () => document.querySelectorAll("#event-list [data-event-id]").length;
const click = (selector) => document.querySelector(selector).click();

/** @type {Record<string, (browser: Driver) => Promise<void>>} */
const STEPS = {
  async "every view"(browser) {
    const views = await browser.run(() => [...document.querySelectorAll("#view-tabs input")].map((tab) => tab.value));
    assert.ok(views.length >= 5);
    for (const view of [...views.slice(1), views[0]]) {
      await browser.run(click, `#view-tabs input[value=${view}]`);
      await becomes(browser, () => document.documentElement.dataset.view, view);
      const place = { timeline: "#timeline", list: "#event-list" }[view] ?? `#${view}-view`;
      await becomes(browser, (at) => document.querySelector(at).getBoundingClientRect().height > 100, true, place);
    }
    await becomes(browser, () => document.querySelectorAll("#timeline path.point").length > 20, true);
  },
  async "a filter"(browser) {
    const all = await browser.run(ids);
    const option = "#filter-kind label:has(input[value=treaty])";
    const promised = await browser.run((at) => document.querySelector(`${at} .choice-count`).textContent, option);
    await browser.run(click, `${option} input`);
    await becomes(browser, ids, Number(promised));
    assert.ok(Number(promised) < all);
    await browser.run(click, `${option} input`);
    await becomes(browser, ids, all);
  },
  async "a search"(browser) {
    await browser.run(() => {
      const box = document.querySelector("#filter-text");
      box.value = "duma";
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    await becomes(browser, () => /q=duma/.test(location.href), true);
    assert.ok((await browser.run(ids)) > 0);
  },
  async "the panel"(browser) {
    await browser.run(click, "#event-list .event-title");
    await becomes(browser, () => document.querySelector("#event-panel").checkVisibility(), true);
    assert.ok(await browser.run(() => document.querySelectorAll("#event-panel .claim").length));
    await browser.run(() => dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true })));
  },
  async zoom(browser) {
    await browser.run(click, "[data-key=zoom_in]");
    await becomes(browser, () => /window=/.test(location.href), true);
  },
  async "an export"(browser) {
    await browser.run(() => {
      window.smokeSaved = [];
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        blob.text().then((text) => window.smokeSaved.push(text));
        return make.call(URL, blob);
      };
    });
    await browser.run(click, "#menu");
    await browser.run(click, "#export");
    await becomes(browser, () => Boolean(document.querySelector("#export-dialog [data-format=csv]")), true);
    await browser.run(click, "#export-dialog [data-format=csv]");
    await becomes(browser, () => /^.?id,/.test(window.smokeSaved[0] ?? ""), true);
  },
  async print(browser) {
    await browser.run(() => dispatchEvent(new Event("beforeprint")));
    await becomes(browser, () => Boolean(document.querySelector(".print-view")?.textContent), true);
    await browser.run(() => dispatchEvent(new Event("afterprint")));
    if (browser.pdf) assert.ok((await browser.pdf()).length > 20_000);
  },
};

/** @param {Driver} browser @param {string} address @param {string} file */
async function smoke(browser, address, file) {
  for (const [place, home] of [
    ["server", address],
    ["offline file", pathToFileURL(file).href],
  ]) {
    await browser.go(home);
    await becomes(browser, ready, "true");
    for (const [name, step] of Object.entries(STEPS)) {
      await step(browser);
      console.log(`${browser.name}, ${place}: ${name}`);
    }
    assert.deepEqual(await browser.errors(), []);
  }
}

const [address, file, ...only] = argv.slice(2);
let failed = 0;
for (const open of [firefox, webkit].filter(({ name }) => !only.length || only.includes(name))) {
  const browser = await open();
  try {
    await smoke(browser, address, file);
  } catch (error) {
    failed += 1;
    console.error(`${browser.name}: ${error.message}`);
  } finally {
    await browser.close();
  }
}
exit(failed);
