/* The shapes that everything hangs on. What makes them is named beside each. */

/** What may stand in a saved self-assessment: generator/publishing/pages/readiness.py, `assessment_limits`. */
export interface LimitsData {
  bytes: number;
  format: string;
  version: number;
  id: string;
  longestId: number;
  reserved: string[];
  line: number;
  note: number;
  years: [number, number];
  invisible: string;
  combining: string;
  mostCombining: number;
}

export interface Limits extends LimitsData {
  isId: RegExp;
  unseen: RegExp;
  heaped: RegExp;
}

export type Answer = "yes" | "partly" | "no" | "not-sure";

export interface Criterion {
  code: string;
  name: string;
  area: string;
  mandatory: boolean;
  restsOn: string[];
  checks: string[];
}

export interface Tier {
  name: string;
  least: number;
  most: number;
}

/** The standard as the page "Readiness" holds it: templates/readiness.md.jinja. */
export interface Standard {
  areas: { id: string; name: string; codes: string[] }[];
  criteria: Criterion[];
  byCode: Map<string, Criterion>;
  tiers: Tier[];
  limits: Limits;
}

export interface CriterionAnswer {
  answer: Answer | "";
  checks: string[];
  note: string;
}

export type Answers = Record<string, CriterionAnswer>;

/** A self-assessment, in which what is not known is "". Its form in files is that of generator/model/assessment.py. */
export interface Assessment {
  city: string;
  by: string;
  answers: Answers;
}

/** What a saved file holds, or what is wrong with it in words; remarks tell what was left out. */
export interface Parsed {
  assessment: Assessment | null;
  mistakes: string[];
  remarks: string[];
}

export interface Conflict {
  /** Of the criterion; "" for the city. */
  code: string;
  options: { value: string; said: { who: string; note: string }[] }[];
}

export interface Tally {
  yes: number;
  partly: number;
  no: number;
  notSure: number;
  unanswered: number;
  total: number;
}

export interface Reach {
  met: number;
  total: number;
  /** Name of the highest tier whose smallest share is reached; "" below the lowest. */
  tier: string;
  isBetween: boolean;
  following: string;
  missing: number;
  percent: string;
  words: string;
}

export interface Standing {
  overall: Tally;
  areas: Map<string, Tally>;
  reach: Reach;
  reachWithPartly: Reach;
  mandatoryNotMet: string[];
  sentences: string[];
}

export type PlaceRow = [
  id: string,
  label: string,
  country: string,
  region: string,
  population: number,
  about: string,
  others: string,
];

export type PracticeRow = [id: string, city: number, tags: string[], strength: number, adopters: string[]];

/** What generator/publishing/your_city.py writes. */
export interface PlacesData {
  size: number;
  near: number;
  reach: number;
  sameCountry: number;
  sameRegion: number;
  likeSize: number;
  peer: number;
  evidence: number;
  fit: number;
  strongest: number;
  strong: number;
  close: number;
  mostOfACity: number;
  decimals: number;
  countries: Record<string, string>;
  levels: Record<string, string>;
  tags: Record<string, string>;
  cities: PlaceRow[];
  practices: PracticeRow[];
  places: PlaceRow[];
  /** Rows of the practices that bear each tag: filled when first asked for. */
  bearers?: Map<string, number[]>;
}

export interface Places extends PlacesData {
  /** Every place, the largest first. */
  all: NamedPlace[];
}

/** A place with the words that it is found by. */
export interface NamedPlace extends Place {
  /** The words of its label and of each of its other names. */
  names: string[][];
  /** The same without spaces. */
  compact: string[];
  /** The words of its state and of its label. */
  around: string[];
}

export interface Place {
  id: string;
  label: string;
  country: string;
  region: string;
  population: number;
  /** Among the cities of the data, for those that are. */
  row: number;
  /** Its state or province, where that is not in the label. */
  about: string;
  others: string[];
}

export interface Peer {
  city: Place;
  score: number;
  reasons: string[];
  short: string;
}

export interface Advice {
  practice: string;
  score: number;
  reasons: string[];
}

export interface Step {
  criterion: string;
  answer: Answer;
  reasons: string[];
  practices: Advice[];
  note: string;
}

/** What generator/publishing/explore.py writes. */
export interface PictureData {
  practices: {
    id: string[];
    title: string[];
    city: number[];
    areas: number[][];
    topics: number[][];
    evidence: number[];
    community: number[];
    x: number[];
    y: number[];
  };
  communities: { name: string[]; x: number[]; y: number[]; r: number[] };
  cities: string[];
  areas: string[];
  topics: string[];
  evidence: string[];
  edges: number[];
  spacing: number;
}

/** What the rows of the evidence page can be narrowed down by: generator/publishing/evidence/files.py. */
export interface RowsData {
  folder: string;
  rowsAFile: number;
  words: Record<string, string>;
  levels: string;
  held: string;
  found: string;
  of: number[];
  names: { topic: string[]; method: string[] };
  topics: number[][];
  methods: number[][];
}

/** What is asked for on the evidence page; an empty text asks for nothing. */
export interface RowsAsked {
  topic: string;
  method: string;
  evidence: string;
  held: string;
  null: string;
}

/** A row: measure, figures, what it is held against, title, address and city of the practice, strength of evidence. */
export type ResultRow = [string, string, string, string, string, string, number];
