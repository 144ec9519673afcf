/* Where the page begins: everything that listens, then Dash, which calls show() when it has drawn the page. */
import { show } from "./app.js";
import * as live from "./controls/live.js";
import * as skipLinks from "./controls/skip-links.js";
import { redraw } from "./drawing.js";
import * as print from "./share/print.js";
import { answerFromPage, start } from "./state/dash.js";

answerFromPage();
skipLinks.listen();
print.listen(redraw);
live.follow();
start(show);
