/** Firefox, driven by WebDriver BiDi. */
import { existsSync } from "node:fs";
import puppeteer from "puppeteer-core";

const PLACES = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];

/** @returns {Promise<import("./smoke.js").Driver>} */
export async function firefox() {
  const executablePath = PLACES.find((path) => existsSync(path));
  const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (line) => line.type() === "error" && errors.push(line.text()));
  return {
    name: `Firefox ${await browser.version()}`,
    go: (address) => page.goto(address, { waitUntil: "load" }),
    run: (code, ...given) => page.evaluate(code, ...given),
    pdf: async () => Buffer.from(await page.pdf({ format: "A4" })),
    errors: async () => errors,
    close: () => browser.close(),
  };
}
