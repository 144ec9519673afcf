/* Sends for the scripts, which run in their order, when the first frame has been painted: they take the browser half a
 * second of work, and what stands in the page already needs none of it. A page that nobody looks at paints no frame. */
const SOON = 400; // ms after which they are sent for in any case
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
