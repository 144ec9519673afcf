/* A lesson within a learning platform (SCORM 1.2): says how far a pupil has come, and how many answers are right.
 *
 * A script of its own in the package that `export scorm` makes, beside the timeline in one file, which it shows in a
 * frame. Where no platform answers, the lesson works as well, and nothing is reported. */
const LOOK = 500; // ms between looks at the frame's address, which names the step
const FAR = 20; // windows above this one that are looked through
const frame = document.querySelector("iframe");
const { lesson, lang } = frame.dataset;
const [steps, points] = [Number(frame.dataset.steps), Number(frame.dataset.points)];

/** The platform's API: in a window above this one, or above the one that opened it. */
function found() {
  for (const start of [window, window.opener]) {
    let at = start;
    for (let n = 0; at && n < FAR; n += 1) {
      try {
        if (at.API) return at.API;
      } catch (error) {
        break; // a window of somebody else
      }
      if (at === at.parent) break;
      at = at.parent;
    }
  }
  return null;
}

const api = found();
const get = (key) => (api ? String(api.LMSGetValue(`cmi.${key}`)) : "");
const set = (key, value) => api && api.LMSSetValue(`cmi.${key}`, String(value));

/** A short name for a question, since a platform keeps 4096 characters at most. */
function short(question) {
  let hash = 0;
  for (const char of question) hash = (Math.imul(hash, 31) + char.codePointAt(0)) >>> 0;
  return hash.toString(36);
}

/** What was kept from an earlier visit: question → points. */
function kept() {
  try {
    return JSON.parse(get("suspend_data") || "{}");
  } catch (error) {
    return {};
  }
}

if (api) api.LMSInitialize("");
const answers = kept();
let step = Math.min(Math.max(Number(get("core.lesson_location")) || 1, 1), steps);
let complete = get("core.lesson_status") === "completed";
if (!complete) set("core.lesson_status", "incomplete");

function report() {
  const right = Object.values(answers).reduce((sum, each) => sum + each, 0);
  set("core.lesson_location", step);
  set("suspend_data", JSON.stringify(answers));
  if (points) {
    set("core.score.min", 0);
    set("core.score.max", 100);
    set("core.score.raw", Math.min(100, Math.round((100 * right) / points)));
  }
  if (complete) set("core.lesson_status", "completed");
  set("core.exit", complete ? "" : "suspend");
  if (api) api.LMSCommit("");
}

/** What the frame's address asks for; null where another site's page, or a file, lets nobody look. */
function asks() {
  try {
    return new URLSearchParams(frame.contentWindow.location.search);
  } catch (error) {
    return null;
  }
}

/** Whether the frame is at another step now. */
function look() {
  const asked = asks();
  if (!asked) return;
  const at = asked.get("lesson") === lesson ? Number(asked.get("step") || 1) : step;
  if (at === step && (complete || at < steps)) return;
  step = at;
  complete = complete || step >= steps;
  report();
}

frame.addEventListener("load", () => {
  if (!frame.contentDocument) return; // another site's page, or a file
  frame.contentDocument.addEventListener("timeline-score", (event) => {
    const { question, right } = /** @type {CustomEvent} */ (event).detail;
    const name = short(question);
    if (!(name in answers)) answers[name] = right; // the first answer counts
    report();
  });
});
const sign = location.protocol === "file:" ? "#" : "?"; // as state/address.js has it
frame.src = `timeline.html${sign}lesson=${lesson}&step=${step}&lang=${lang}&present=1`;
report();
setInterval(look, LOOK);
addEventListener("pagehide", () => {
  report();
  if (api) api.LMSFinish("");
});

export {}; // a module, whose names are its own
