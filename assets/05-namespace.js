/* The one global of this page. Every file adds one part to it. */
"use strict";
window.Timeline = {};
