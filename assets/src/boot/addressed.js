/* Runs after Dash's bundles: gives back the browser's own `document.currentScript`. */
delete (/** @type {any} */ (document).currentScript);
