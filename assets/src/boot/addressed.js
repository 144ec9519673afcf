/* After Dash's bundles: the browser's own `document.currentScript` again. */
delete document.currentScript;
