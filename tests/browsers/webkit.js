/** WebKit, as WebKitGTK's MiniBrowser, driven by WebDriver on a screen of its own. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Builder, Capabilities } from "selenium-webdriver";

const SCREEN = ":97";
const CALL = `const given = [...arguments], done = given.pop();
  Promise.resolve().then(() => (CODE)(...given))
    .then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }));`;

/** @returns {Promise<number>} A port that nobody listens on. */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  server.close();
  return port;
}

/** @returns {Promise<import("./smoke.js").Driver>} */
export async function webkit() {
  const port = await freePort();
  const screen = spawn("Xvfb", [SCREEN, "-screen", "0", "1280x900x24", "-nolisten", "tcp"], { stdio: "ignore" });
  await pause(1000);
  const env = { ...process.env, DISPLAY: SCREEN, GDK_BACKEND: "x11", WEBKIT_DISABLE_COMPOSITING_MODE: "1" };
  const service = spawn("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], { stdio: "ignore", env });
  await pause(1000);
  const asked = new Capabilities({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { args: ["--automation"] },
  });
  const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(asked).build();
  await driver.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 });
  const version = (await driver.getCapabilities()).getBrowserVersion();
  // From when it has loaded; the driver tells of none.
  const collect = "window.smokeErrors ??= []; addEventListener('error', (event) => smokeErrors.push(event.message))";
  return {
    name: `WebKitGTK ${version}`,
    go: async (address) => {
      await driver.get(address);
      await driver.executeScript(collect);
    },
    run: async (code, ...given) => {
      const said = /** @type {any} */ (await driver.executeAsyncScript(CALL.replace("CODE", String(code)), ...given));
      if ("error" in said) throw new Error(said.error);
      return said.value;
    },
    errors: () => driver.executeScript("return window.smokeErrors"),
    close: async () => {
      await driver.quit();
      service.kill();
      screen.kill();
    },
  };
}
