/* Runs before Dash's bundles in a page that is a file: they look for the address they were loaded from, and have
 * none. */
const script = { src: location.href, tagName: "SCRIPT", getAttribute: () => "" };
Object.defineProperty(document, "currentScript", { configurable: true, get: () => script });
