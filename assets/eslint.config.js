/* What every script has to keep to. Layout is prettier's business; types are checked by tsc. */
import js from "@eslint/js";
import imports from "eslint-plugin-import-x";
import jsdoc from "eslint-plugin-jsdoc";
import globals from "globals";

const BARRED = [
  "name",
  "event",
  "open",
  "close",
  "find",
  "status",
  "length",
  "top",
  "parent",
  "self",
  "stop",
  "print",
  "origin",
  "screen",
];

// What other modules see says the types of what goes in and comes out.
const EXPORTED = [
  "ExportNamedDeclaration > FunctionDeclaration",
  "ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > ArrowFunctionExpression",
];

export default [
  { ignores: ["dist/", "vendor/"] },
  js.configs.recommended,
  {
    rules: {
      complexity: ["error", 12],
      "max-len": ["error", { code: 120 }],
      "no-nested-ternary": "error",
      "no-shadow": ["error", { builtinGlobals: false }],
      "no-unused-vars": ["error", { caughtErrors: "none", ignoreRestSiblings: true }],
      eqeqeq: "error",
      "prefer-const": "error",
    },
  },
  { files: ["*.js"], languageOptions: { globals: globals.node } },
  {
    files: ["src/**/*.js"],
    plugins: { imports, jsdoc },
    // Not all that a browser has: `name`, `event`, `open` or `length` without a declaration is a mistake.
    languageOptions: {
      globals: {
        ...Object.fromEntries(Object.entries(globals.browser).filter(([name]) => !BARRED.includes(name))),
        Plotly: "readonly",
        qrcode: "readonly",
        DashRenderer: "readonly",
        dash_clientside: "readonly",
      },
    },
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "TemplateElement[value.raw=/\\[[\\w-]+[~|^$*]?=$/]",
          message: 'A value within a selector stands in quotation marks: [data-key="${CSS.escape(key)}"].',
        },
      ],
      "imports/no-cycle": "error",
      "imports/no-unresolved": "error",
      "imports/named": "error",
      "imports/namespace": "error",
      "imports/first": "error",
      "imports/order": ["error", { alphabetize: { order: "asc" }, named: true, "newlines-between": "never" }],
      "jsdoc/require-jsdoc": ["error", { publicOnly: true, require: { ArrowFunctionExpression: true } }],
      "jsdoc/require-param": ["error", { checkDestructured: false, enableFixer: false, contexts: EXPORTED }],
      "jsdoc/require-param-type": "error",
      "jsdoc/require-returns": ["error", { forceRequireReturn: true, forceReturnsWithAsync: true, contexts: EXPORTED }],
      "jsdoc/require-returns-type": "error",
      "jsdoc/check-param-names": ["error", { checkDestructured: false }],
      "jsdoc/check-types": "error",
    },
  },
];
