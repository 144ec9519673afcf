/* Where the page begins: everything that listens, and the first drawing. Dash comes when that is on the screen. */
import { show } from "./app.js";
import * as skipLinks from "./controls/skip-links.js";
import { redraw } from "./drawing/drawing.js";
import { live } from "./on-demand.js";
import * as paper from "./share/paper.js";
import * as dash from "./state/dash.js";

skipLinks.listen();
paper.listen(redraw);
if (document.documentElement.dataset.live !== undefined) live.want().then(({ follow }) => follow());
dash.prepare(show);
show();
