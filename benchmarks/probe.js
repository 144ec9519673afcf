// Injected before anything else runs in a page: when marks are painted, when the chart answers, and how long frames
// take. `window.benchPeer` comes before it: the peer's selector of marks and its code as functions (a strict page
// evaluates no text). What is measured is told to `window.benchTell`. Times are ms since navigation started.
(function () {
  if (window !== window.top) return;
  const QUIET = 400;
  const STILL = 100;
  const STILL_FRAMES = 3;
  const { selector, code } = window.benchPeer;
  const marks = () => document.querySelectorAll(selector);
  const drawn = () => String(code.drawn ? code.drawn() : marks().length);

  // A mark can be seen: it has a box inside the window and nothing hides it.
  function visible(mark) {
    const box = mark.getBoundingClientRect(),
      style = getComputedStyle(mark);
    return (
      box.width > 0 &&
      box.height > 0 &&
      box.right > 0 &&
      box.left < innerWidth &&
      box.bottom > 0 &&
      box.top < innerHeight &&
      mark.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      style.fillOpacity !== "0"
    );
  }
  function seen() {
    if (code.painted) return code.painted();
    const found = marks();
    for (let n = 0; n < found.length && n < 200; n++) if (visible(found[n])) return true;
    return false;
  }
  function place() {
    if (code.place) return String(code.place());
    return [...marks()]
      .slice(0, 20)
      .map((mark) => {
        const box = mark.getBoundingClientRect();
        return `${box.left} ${box.width}`;
      })
      .join();
  }

  // Called inside a frame, before it is painted: a message is answered once the frame has been handed over.
  function painted(then) {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => then(performance.now());
    channel.port2.postMessage(null);
  }

  const probe = (window.probe = { place, drawn });
  // What was measured is told as it is known; asking for it again and again would be measured too.
  const tell = (name, value) => {
    window.benchTell(name, value);
  };

  // Long tasks after the first content, by how much each is over 50 ms: what Lighthouse calls total blocking time.
  const LONG = 50;
  let content = Infinity;
  const tasks = [];
  const watch = (type, heard) =>
    new PerformanceObserver((list) => list.getEntries().forEach(heard)).observe({ type, buffered: true });
  watch("paint", ({ name, startTime }) => {
    if (name === "first-contentful-paint") content = startTime;
  });
  watch("longtask", ({ startTime, duration }) => tasks.push([startTime, duration]));
  probe.blocked = () =>
    tasks.filter(([start]) => start >= content).reduce((sum, [, duration]) => sum + duration - LONG, 0);

  // Marks are there and answer; the page says that it is ready; then the marks stand still, so that they can be
  // pointed at.
  let sawMarks = false,
    toldAnswers = false,
    answered = null,
    last = null,
    moved = 0,
    frames = 0;
  function look() {
    if (!sawMarks && seen()) {
      sawMarks = true;
      painted((now) => tell("first", now));
    }
    if (sawMarks && !toldAnswers && (code.answers || code.live)()) {
      toldAnswers = true;
      painted((now) => tell("answers", now));
    }
    if (sawMarks) {
      const now = place();
      if (now !== last) {
        last = now;
        frames = 0;
        painted((time) => {
          moved = time;
        });
      } else frames++;
      if (answered === null && code.live()) {
        answered = 0;
        frames = 0;
        painted((time) => {
          answered = time;
        });
      }
    }
    if (answered && frames >= STILL_FRAMES && performance.now() - Math.max(answered, moved) > STILL) {
      tell("live", Math.max(answered, moved));
    } else requestAnimationFrame(look);
  }
  requestAnimationFrame(look);

  // From the call to the last frame in which marks still came or went; over when nothing changed for a while.
  probe.filter = (name) =>
    setTimeout(() => {
      // later, so that who asks can watch the clock while a page is busy with it
      let last = drawn(),
        at = null;
      const start = performance.now();
      code[name]();
      function frame() {
        const now = drawn();
        if (now !== last) {
          last = now;
          painted((time) => {
            at = time;
          });
        }
        if (at !== null && performance.now() - at > QUIET) tell(`filter_${name}`, at - start);
        else requestAnimationFrame(frame);
      }
      requestAnimationFrame(frame);
    });

  // The lengths of frames from now on; with `stepping`, the peer's own step runs once in each.
  probe.record = (stepping) => {
    const run = (probe.run = { frames: [], on: true });
    let before = null,
      step = 0;
    function frame(now) {
      if (before !== null) run.frames.push(now - before);
      before = now;
      if (stepping) code.step(step++);
      if (run.on) requestAnimationFrame(frame);
    }
    requestAnimationFrame(frame);
  };
  probe.stop = () => {
    probe.run.on = false;
    return probe.run.frames;
  };
  probe.prepare = () => {
    code.prepare();
  };
})();
