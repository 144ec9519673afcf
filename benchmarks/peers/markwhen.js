// The state that markwhen's own command line puts into its page: the parsed text. Node runs it, from JSON to JSON.
const { readFileSync } = require("node:fs");
const { parse } = require("@markwhen/parser");

const { kinds, events } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const day = (time) => new Date(time).toISOString().slice(0, 10);
const lines = (event) => `${day(event.start)}${event.end ? ` / ${day(event.end)}` : ""}: ${event.title} #${event.kind}`;
const rawText = [
  "title: Synthetic",
  "timezone: 0",
  "",
  ...kinds.flatMap((kind) => [
    `section ${kind.name}`,
    ...events.filter((event) => event.kind === kind.id).map(lines),
    "end section",
    "",
  ]),
].join("\n");
const parsed = parse(rawText);
process.stdout.write(JSON.stringify({ rawText, parsed, transformed: parsed.events }));
