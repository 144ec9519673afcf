/* After Dash's bundles: the browser's own `document.currentScript` again. */
delete (/** @type {any} */ (document).currentScript);
