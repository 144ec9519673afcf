/* Where the page begins: everything that listens, then Dash, which calls show() when it has drawn the page. */
import { show } from "./app.js";
import * as skipLinks from "./controls/skip-links.js";
import { redraw } from "./drawing.js";
import { live } from "./on-demand.js";
import * as paper from "./share/paper.js";
import { answerFromPage, start } from "./state/dash.js";

answerFromPage();
skipLinks.listen();
paper.listen(redraw);
if (document.documentElement.dataset.live !== undefined) live.want().then(({ follow }) => follow());
start(show);
