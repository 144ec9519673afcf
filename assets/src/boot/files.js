/* Loads the scripts after the first frame is painted: they keep the browser busy for half a second, and the page
 * that is there already needs none of them. They run in order. A hidden page paints no frame. */
const SOON = 400; // ms to wait for the first frame at most
const files = JSON.parse(document.getElementById("files").textContent); // [[name, address], …]

const add = (tag, values) => document.head.appendChild(Object.assign(document.createElement(tag), values));

function run() {
  for (const [name, address] of files.splice(0)) {
    if (address.endsWith(".js")) add("script", { id: `script-${name}`, async: false, src: address });
    else add("link", { rel: "preload", as: "fetch", crossOrigin: "", href: address });
  }
}

if (document.hidden) run();
else requestAnimationFrame(() => setTimeout(run));
setTimeout(run, SOON);
