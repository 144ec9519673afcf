/* Before Dash's bundles in a page that is a file: they look for the address that they came from, and have none. */
const script = { src: location.href, tagName: "SCRIPT", getAttribute: () => "" };
Object.defineProperty(document, "currentScript", { configurable: true, get: () => script });
