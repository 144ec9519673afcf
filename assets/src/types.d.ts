/* The shapes that modules hand to one another, for JSDoc and tsc; nothing of this reaches the browser. */

/** A day of the calendar, YYYY-MM-DD. */
type Iso = string;
/** Days since 1970-01-01, perhaps with a fraction. */
type Day = number;
/** The place of an event in the page's columns. */
type Row = number;
/** The first and the last day that the chart shows. */
type Span = [Day, Day];
/** A text in each language of the record. */
type Texts = Record<string, string>;
/** The px of a text. */
type Measure = (words: string, bold?: boolean) => number;
/** A child of an element: `null`, `undefined`, `false` and "" are left out. */
type Child = Node | string | false | null | undefined | Child[];
/** What an element may be given: attributes, `on…` functions, `dataset`. */
type Attributes = Record<string, any>;
/** A figure of Plotly's. */
type PlotlyFigure = { data: any[]; layout: any };

/* ---- the page's data, as timeline/view/payload.py makes them ---- */

/** One filter: `keys` of the query string, the `kind` of comparison, the `columns` it looks at. */
interface Operator {
  keys: string[];
  kind: string;
  columns: string[];
  facet?: boolean;
}

/** What the query looks at, by row. `text` is made when somebody first searches. */
interface Columns {
  id: string[];
  start: (Iso | null)[];
  end: (Iso | null)[];
  kind: string[];
  status: string[];
  actors: string[][];
  countries: string[][];
  sources: string[][];
  claimants: string[][];
  /** Whether the event is a statement. */
  speech: boolean[];
  text: string[];
  [column: string]: any;
}

/** A number or an amount in words, as a claim gives it. */
interface Amount {
  quantity: string;
  value?: number;
  low?: number;
  high?: number;
  bound?: "exact" | "about" | "at_least" | "at_most";
  unit?: string;
  scope?: string;
  words?: Texts;
  /** The whole of it in words. */
  shown: Texts;
}

/** A picture as the API gives it; `src` is its address, relative to the page. */
interface Picture {
  src: string;
  type: string;
  width: number;
  height: number;
  alt: Texts;
  caption?: Texts;
  by: string;
  licence: string;
}

/** A claim as the API gives it; `shown` is the page's own. */
interface Claim {
  id: string;
  source: string;
  stance: string;
  says: Texts;
  by: string[];
  passage?: number;
  url?: string;
  locator?: string;
  via?: string;
  archived?: { url: string; on: string };
  /** The claim of the event, or the source, that it relays. */
  derives_from?: string;
  media?: Picture;
  /** Of a prediction: the events that tell what came of it. */
  outcome: string[];
  note?: Texts;
  /** In EDTF. */
  asserted_on?: string;
  quote?: { text: string; lang: string };
  figure?: Amount;
  figures: Amount[];
  /** The day in words, the first and the last day that it may be, and whether it is known about. */
  shown?: { day: Texts; until: Iso | null; since?: Iso; about?: boolean };
}

/** Where a claim lies in time beside its event (model/clocks.js). */
type Side = "before" | "during" | "after" | "open";

/** A claim with both its days (days since 1970): `at` of the event's mark, `from` and `to` of its drawing; `said`, and
 * between which days that may be; `apart` the days between both. */
interface TwoDays {
  key: string;
  row: Row;
  claim: Claim;
  stance: string;
  side: Side;
  apart: number;
  at: Day;
  from: Day;
  to: Day;
  pad: number;
  bar: boolean;
  said: Day;
  since: Day;
  until: Day;
  about: boolean;
}

/** Claims that stand in one place of the picture; `side` is "mixed" where they lie on several. */
interface Pile {
  x: number;
  y: number;
  r: number;
  side: Side | "mixed";
  zone: string;
  claims: TwoDays[];
}

/** The picture of the two clocks in px (views/clocks/layout.js). */
interface Clocks {
  window: Span;
  size: number;
  /** How many times their usual size marks have. */
  grow: number;
  above: number;
  below: number;
  axis: { px: (day: Day) => number; ticks: { day: Day; words: string; at: number }[]; breaks: Span[] };
  piles: Pile[];
  threads: { row: Row; x: number; top: number; bottom: number }[];
  lines: { x: number; top: number; bottom: number }[];
  whiskers: { x0: number; y0: number; x1: number; y1: number; look: "bar" | "within" | "about" }[];
  labels: any[];
}

/** A point on which sources differ, and what each side holds. */
interface Disagreement {
  about: string;
  sentence: Texts;
  sides: { holds: Texts; claims: string[] }[];
}

/** An event as the API gives it (timeline/query/objects.py); `shown` is the page's own: the date in words, the known
 * parts of an uncertain one, and the relations from it and to it. `pending` while its texts have not come. */
interface TimelineEvent {
  date: string;
  title: Texts;
  short_title?: Texts;
  summary: Texts;
  later?: boolean;
  date_note?: Texts;
  updated?: Iso;
  media?: Picture;
  place?: { name: Texts; precision?: string; lat?: number; lon?: number };
  claims: Claim[];
  disagreements: Disagreement[];
  shown: { date: Texts; parts?: [number[], number[] | null]; links?: [string, string][]; public_date?: boolean };
  pending?: boolean;
  /** While its title has not come either. */
  untitled?: boolean;
}

/** An event as it was known on a day. */
type KnownEvent = TimelineEvent & { status?: string };

/** A day of the replay on which claims become known, some of them about events of which nothing was known before. */
interface DayOfChange {
  day: Iso;
  claims: number;
  events: number;
}

interface Preset {
  id: string;
  name: Texts;
  start: Iso;
  end: Iso;
}

/** A step of the story; `filter` holds the chosen words by facet. */
interface Chapter extends Preset {
  sentence: Texts;
  question: Texts | null;
  filter: Record<string, string[]>;
}

interface Settings {
  /** The record's, in identifiers. */
  name: string;
  title: Texts;
  subtitle: Texts;
  licence: string | null;
  languages: string[];
  endonyms: Record<string, string>;
  window: string;
  presets: Preset[];
  chapters: Chapter[];
  symbols: Record<string, string>;
  speech: string[];
  seeds: string[];
  documents: Texts | null;
  /** Their ids. */
  lessons: string[];
  replay: [Iso, Iso] | null;
}

/** Days by row: `at` of the mark, `from` and `to` of its whole drawing; `bar` where that is a bar; `pad` more px. */
interface Geometry {
  at: Day[];
  from: Day[];
  to: Day[];
  bar: boolean[];
  pad: number[];
  whole: (Row | null)[];
}

interface Payload {
  count: number;
  /** Of a large record the rows whose texts come first, and how many events each further part has. */
  first?: Row[];
  part?: number;
  /** The columns of `rows` that come later; none once they are here. */
  later?: string[];
  operators: Operator[];
  keys: string[];
  choices: Record<string, string[]>;
  /** The views behind "More". */
  extra: string[];
  exercises: string[];
  rows: Columns;
  geometry: Geometry;
  events: TimelineEvent[];
  gists: Record<string, Record<string, Texts>>;
  names: Record<string, Record<string, Texts>>;
  types: Record<string, string>;
  registry: Record<string, Record<string, object>>;
  facets: Record<string, string[]>;
  settings: Settings;
  words: Record<string, Record<string, string>>;
  locale: Record<string, { shortMonths: string[] }>;
  figures: Record<"light" | "dark", PlotlyFigure>;
  overview: { days: Day[]; at: number[]; breaks: Span[] };
  record: { hash: string; count: number; date: string; updated: Texts; day: Iso };
}

/* ---- the view ---- */

/** What the query string says: of a facet the chosen words, of any other key one word or text. */
interface Spec {
  [key: string]: any;
  q?: string;
  from?: Iso;
  to?: Iso;
  dates?: string;
  asof?: Iso;
  window?: string;
  scope?: string;
  group?: string;
  quiet?: string;
  view?: string;
  unit?: string;
  left?: string;
  right?: string;
  event?: string;
  exercise?: string;
  seed?: string;
  lang?: string;
  theme?: string;
  embed?: string;
  lesson?: string;
  step?: string;
  present?: string;
}

/** What a query string may hold. `known` are the words of each key that has a vocabulary. */
interface Grammar {
  keys: string[];
  choices: Record<string, string[]>;
  /** The keys that can stand several times. */
  several: string[];
  known: Record<string, string[]>;
}

/** What is known on a day: the rows about which anything was said, and columns and events as they were known. */
interface Known {
  rows: Row[];
  columns: Columns;
  events: KnownEvent[];
}

/** What the drawn parts show. `rows` match the filters, `all` do without the day of a replay, `listed`
 * are those of them in the period, which counts where it is `narrow`; `only` are the chosen lanes, `event` is the open
 * one, `short` tells whether quiet times are drawn short. */
interface View {
  rows: Row[];
  all: Row[];
  listed: Row[];
  narrow: boolean;
  window: Span;
  asof: Iso | "";
  /** The ids of what somebody doubts. */
  doubt: string[];
  group: string;
  only: string[];
  event: Row | null;
  short: boolean;
}

/** The same with its specification, and how many events are known in all. */
type WholeView = View & { spec: Spec; total: number };

/** A change of the specification: keys (undefined clears one), or what makes them from it. */
type Part = Partial<Spec> | ((now: Spec) => Partial<Spec>);
/** Changes the view; tells whether anything changed. */
type Change = (part: Part, how?: "push" | "replace") => boolean;

/** What the drawn parts may do. */
interface Actions {
  change: Change;
  open(row: Row | null | undefined, claim?: string | null): void;
  close(): void;
  showRow(row: Row): void;
  setWindow(window: Span, how?: "push" | "replace"): void;
  setUnit(unit: string): void;
  setAsof(day: Iso | ""): void;
  moving(window: Span): void;
  zoom(factor: number): void;
  pan(share: number): void;
  redraw(): void;
  /** Draw the view of a new page at once, where that has not come to it yet. */
  hasten(): void;
  /** The module that draws a view; null for the chart and the list. */
  view(name: string): Promise<any>;
  announce(words: string): void;
  copy(words: string): void;
}

/** A group of checkboxes or radio buttons. */
interface Choices {
  type: "checkbox" | "radio";
  key: string;
  options: { value: string; label: string; checked: boolean; count?: number; mark?: Node }[];
  shown?: number;
  more?: string;
  onchange: (value: string, checked: boolean) => void;
}

/** The hint beside a mark, and the frame around it; places are px in what they stand in. */
interface Hint {
  show(words: Node[], place: { x: number; y: number; outer: number }): void;
  frame(place: { x: number; y: number } | null): void;
  bringIntoSight(): void;
  hide(): void;
}

/* ---- the chart ---- */

/** The days from one to another that are drawn as wide as `wide` days. */
interface Break {
  from: Day;
  to: Day;
  wide: number;
}

/** Where days are drawn, in days: as they are, or with breaks (chart/axis/quiet.js). */
interface Time {
  place: (day: Day) => number;
  dayAt: (place: number) => Day;
  breaks: Break[];
}

/** The axis of a chart (chart/axis/axis.js). */
interface Axis {
  px: (day: Day) => number;
  of: (day: Day) => any;
  at: (px: number) => number;
  drawn: (x: Iso | number | null) => any;
  layout: any;
  high: number;
  breaks: Span[];
}

/** A mark of a lane, in px from the left edge of the plot; of a cluster `rows`. */
interface Mark {
  row?: Row;
  rows?: Row[];
  x: number;
  from: number;
  to: number;
  bar?: boolean;
  low?: boolean;
  wide?: number;
  pad?: number;
  key?: boolean;
  /** The label that it has in any case. */
  pinned?: Label | null;
  /** The px of the count of its parts, with those before it; 0 without any. */
  badge?: number;
  /** Whether the count stands on the left. */
  before?: boolean;
}

/** What of a view is in sight (chart/lanes/sight.js). */
interface Sight {
  rows: Row[];
  inside: (row: Row) => boolean;
  peeps: (row: Row) => boolean;
  mark: (row: Row) => Mark;
  parts: Map<Row, Row[]>;
}

/** What a label says, how early it has its turn, and whether it is bold. */
interface LabelText {
  text: string;
  /** What stands in its place where that has no room. */
  short?: string;
  rank: number;
  bold?: boolean;
}

interface Label {
  text: string;
  side: "left" | "right";
  left: number;
  right: number;
  /** Whether it is shortened. */
  cut?: boolean;
  /** Whether it is the event's own short title. */
  brief?: boolean;
}

/** A mark that has its place: the `line` within its lane, its edges, perhaps a label. */
type PlacedMark = Mark & { line: number; left: number; right: number; label?: Label };

/** How lanes are laid out: px of the plot, lines that all lanes share, the px that a label may take at first, the share
 * of its text that it keeps at least. */
interface LaneOptions {
  width: number;
  budget?: number;
  widest: number;
  least?: number;
  label: (rows: Row[]) => LabelText;
  measure: Measure;
  /** How many rows a label may have; one by default. */
  rows?: number;
}

/** What pointer and keyboard find. */
interface Box {
  row?: Row;
  rows?: Row[];
  x: number;
  y: number;
  left: number;
  right: number;
  label?: Label;
  parts?: Row[];
}

/** The events of a circle, listed: their parts, where the circle is on the screen, `open` for one of them, `zoom` to
 * show them apart; null where no zoom does. */
interface ClusterList {
  rows: Row[];
  /** What it is called; by default how many events there are, and when. */
  title?: string;
  parts: Map<Row, Row[]>;
  circle: DOMRect;
  open: (row: Row) => void;
  zoom: (() => void) | null;
}

/** How large the parts of a chart are, in px; `budget` is how many lines its lanes share. */
interface Sizes {
  outer: number;
  narrow: boolean;
  line: number;
  edge: number;
  font: number;
  gutter: number;
  head: number;
  scale: number;
  mark: number;
  budget: number;
  /** What a reader's own style sets between letters and between words, as shares of the type's size. */
  letter?: number;
  word?: number;
}

/** The chart as a figure, and where things are in it. */
type ChartFigure = PlotlyFigure & { boxes: Box[]; top: number; width: number; axis: number; parts: Map<Row, Row[]> };

/** A year or a month of the overview: its first day, the first day after it, and how many events it has. */
interface Stretch {
  day: Day;
  next: Day;
  n: number;
}

/* ---- the numbers ---- */

/** A figure that is counted once, however many events cite it: an amount, who gives it, and where. */
type NumberFigure = Omit<Amount, "unit" | "scope"> &
  Pick<Claim, "by" | "source" | "passage" | "url" | "locator" | "via"> & {
    day?: Texts;
    key: string;
    place: string;
    voice: string;
    until: Iso | null;
    since: Iso | null;
    unit: string;
    scope: string;
    numeric: boolean;
    uses: { row: Row; claim: string }[];
  };

/** How a claimant is drawn: a symbol of Plotly's, the number of its colour, and that colour. */
interface Look {
  symbol: string;
  shade: number;
  colour: string;
}

/** How large the marks of the numbers are: how many times the usual size, and px of their parts. */
interface MarkSizes {
  grow: number;
  half: number;
  arrow: number;
  whisker: number;
}

/** How the bands of the numbers are laid out, in px; `font` is the size of type, `text` and `wordsText` name a figure. */
interface BandOptions {
  width: number;
  strip: number;
  line: number;
  font?: number;
  measure: Measure;
  text: (index: number) => string;
  wordsText: (index: number) => string[];
}

/** What the view of numbers holds. */
interface NumbersContent {
  unit: string;
  options: string[];
  counts: Map<string, number>;
  figures: NumberFigure[];
  whole: NumberFigure[];
  main: string | null;
  look: (figure: NumberFigure) => Look;
  legend: { bounds: [string, string][]; voices: NumberFigure[] };
  heading: string;
  note: string;
  none: string;
}

/* ---- the classroom ---- */

/** A step of a lesson as its file says it (timeline/record/model/lesson.py); `ask` is the question of a chapter, which no
 * lesson has. */
interface LessonStep {
  kind: string;
  title?: Texts;
  event?: string;
  claims?: string[];
  claim?: string;
  view?: string;
  exercise?: string;
  filter?: string;
  start?: Iso;
  end?: Iso;
  say?: Texts;
  ask?: Texts;
  answer?: Texts;
  notes?: Texts;
}

/** A lesson in the list of them; `steps` is how many it has. */
interface LessonHead {
  id: string;
  title: Texts;
  audience: Texts;
  minutes: number;
  steps: number;
}

type Lesson = Omit<LessonHead, "steps"> & { aims: Texts[]; steps: LessonStep[] };

/** How a step is drawn: how far it is revealed, whether the class guesses first, and what it may do; `reveal` goes a
 * stage further. */
interface StepHow {
  stage: number;
  guess?: boolean;
  actions: Actions;
  reveal: () => void;
}

/** A kind of step (classroom/steps/steps.js). */
interface StepKind {
  draw(step: LessonStep, how: StepHow): HTMLElement;
  stages(step: LessonStep, how: StepHow): number;
  wide(step: LessonStep): boolean;
}

/** What is presented: the `id` of a lesson or null, its steps, which of them a view is `at`, and the `keys` of the address
 * that say the step `n`. */
interface Presented {
  id: string | null;
  title: Texts;
  minutes: number | null;
  steps: LessonStep[];
  at(spec: Spec): number;
  keys(n: number): Partial<Spec>;
}

/** The parts of a presentation. */
interface PresentFrame {
  root: HTMLElement;
  heading: HTMLElement;
  line: HTMLElement;
  board: HTMLElement;
  bar: HTMLElement;
  progress: HTMLElement;
  black: HTMLElement;
}

/** What a key, a button or a finger asks for. */
type PresentKey =
  | "next"
  | "previous"
  | "reveal"
  | "swiped"
  | "swiped_back"
  | "first"
  | "last"
  | "guess"
  | "black"
  | "speaker"
  | "full"
  | "leave";

/** What is shown: the step `at` of `what`, as far as `stage`; `peek` is an event that was opened in its place;
 * `before` is how many parts stood there before the last stage. */
type Showing = PresentFrame & {
  act(key: PresentKey): void;
  actions: Actions;
  spec: Spec;
  what: Presented;
  at: number;
  stage: number;
  peek: { row: Row; claim?: string } | null;
  before: number;
  guess: boolean;
  dark: boolean;
  note: string;
};

/** What a presentation and the window with its notes tell one another (classroom/present/channel.js). */
interface PresentMessage {
  hello?: boolean;
  gone?: boolean;
  key?: PresentKey;
  step?: number;
  at?: { query: string; at: number; stage: number; last: number; dark: boolean; since: number; total: number };
}

/* ---- what leaves the page ---- */

/** An event as the readable exports show it; the fields of Entry in timeline/publish/exports/selection.py. */
interface Entry {
  id: string;
  edtf: string;
  start: Iso | "";
  end: Iso | "";
  first: number[];
  last: number[] | null;
  certain: boolean;
  when: string;
  date_note: string;
  title: string;
  summary: string;
  kind: string;
  status: string;
  status_id: string;
  actors: string[];
  countries: string[];
  sources: string[];
  place: string;
  lat: number | null;
  lon: number | null;
  claims: number;
  link: string;
  /** Its picture, where there is one and the page has an address. */
  media: { url: string; alt: string; caption: string; credit: string } | null;
}

/** The events of one view, in one language, and the words for what is made of them. */
interface Exported {
  data: Payload;
  known: Known;
  rows: Row[];
  lang: string;
  base: string;
  asof: string;
  /** What the view leaves out of the record's claims, in words. */
  limits: string;
  doubt: string[];
  changed: import("./model/doubt.js").Changed[];
  title: string;
  subtitle: string;
  updated: Iso;
  name: string;
  entries: Entry[];
  say: (key: string, values?: Record<string, any>) => string;
  counted: (key: string, n: number) => string;
  labelled: (key: string, text: string) => string;
  link: (id: string) => string;
  filename: (extension: string, part?: string) => string;
}

/** Where something is put in a picture: from (`x`, `y`), at most `room` px wide, in type of `size` px. */
interface Place {
  x: number;
  y: number;
  room: number;
  size: number;
  fill: string;
  muted: string;
  paper: string;
}

/** A part of the page that is loaded on demand: its module once it is here, and a promise of it. */
type OnDemand<T> = { here: T | null; want: () => Promise<T> };

/** A part of a picture, and the px that it is high. */
type Drawn = { node: SVGElement; height: number };

/* ---- what other scripts bring ---- */

declare const Plotly: any;
declare const DashRenderer: new () => object;
declare const dash_clientside: { set_props(id: string, props: object): void };
declare function qrcode(version: number, level: string): any;

interface Window {
  Plotly?: any;
  dash_clientside?: any;
}

/* ---- exercises ---- */

/** Chance from a seed: numbers of 32 bits, numbers below `n`, things in another order. */
interface Chance {
  number(): number;
  below(n: number): number;
  shuffled<T>(some: Iterable<T>): T[];
}

/** An event as exercises look at it, perhaps as it was known on a day. */
type AskedEvent = KnownEvent & { id: string; start: Iso | null; end: Iso | null; status: string; actors: string[] };

interface AskedActor {
  type: string;
  country?: string;
  name: Texts;
  role?: Texts;
}

/** The whole record as exercises look at it: what would make a second answer right may stand anywhere in it. */
interface AskedRecord {
  events: AskedEvent[];
  actors: Record<string, AskedActor>;
  statuses: string[];
}

/** A figure: the event and the claim that give it, and which of the claim's figures it is. */
interface FigurePlace {
  event: string;
  claim: string;
  n: number;
}

/** A number that somebody gives, as one word, and of what. */
interface GivenNumber {
  number: string | null;
  scope: string;
}

/** Put `events` in order. */
interface OrderItem {
  kind: "order";
  events: string[];
  right: string[];
}

/** One of `options` is right; the claims in `because` show why (timeline/query/exercises/items.py). */
interface ChoiceItem {
  kind: "claimant" | "status" | "disagreement";
  event: string;
  claim: string;
  options: string[];
  right: number;
  because: string[];
}

/** Match each of `figures` with who gave it. */
interface MatchItem {
  kind: "figure";
  figures: FigurePlace[];
  holders: FigurePlace[];
}

type Item = OrderItem | ChoiceItem | MatchItem;
type Maker = (record: AskedRecord, events: AskedEvent[], chance: Chance) => Item[];

/** Why something is right: the claim in words, where it stands, its address ("" where it has none), its ids. */
interface Reason {
  words: string;
  cite: string;
  url: string;
  event: string;
  claim: string;
}

/** An item in words (timeline/view/exercises/questions.py). `key` names it wherever it is asked. */
interface Question {
  kind: string;
  form: "choice" | "order" | "match";
  key: string;
  ask: string;
  about: string;
  beside: string;
  event: string;
  parts: string[];
  options: string[];
  right: number[];
  why: Reason[];
  /** What is to be read for it. */
  given: Reason[];
}

/** How a form of question is answered: `answer()` gives what was chosen, null where something is `missing`; `show` marks
 * what is right, `score` counts it. */
interface Answering {
  element: HTMLElement;
  missing: string;
  answer(): number[] | null;
  show(given: number[]): void;
  score(given: number[]): { right: number; of: number };
}
