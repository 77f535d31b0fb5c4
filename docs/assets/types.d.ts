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
  /** By id its name, and its name where the country is not told. */
  regions: Record<string, [name: string, short: string]>;
  /** Countries of which regions are parts. */
  divided: string[];
  territory: string;
  leastPeople: number;
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
  /** The first reason in two or three words, and as the whole of a sentence that names the city. */
  short: string;
  like: string;
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

/** What is compared: practices ("p") or cities ("c"). */
export type Kind = "p" | "c";

export interface Choice {
  kind: Kind;
  ids: string[];
}

/** A page of which parts stand side by side: each row's content by its name. */
export interface Compared {
  id: string;
  url: string;
  title: string;
  rows: Map<string, Node[]>;
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

/** What the page "Put a practice on your site" reads of a practice: generator/publishing/records/values.py. */
export interface PracticeRecord {
  id: string;
  title: string;
  city: { name: string; certification: string };
  evidence: { label: string; meaning: string };
  figures: string[];
  updated: string;
}

/* The search. What is in the index, generator/finding/pieces.py tells; each weight, generator/finding/weights.py. */

export interface Ranking {
  meaning: number;
  few: number;
  synonym: number;
  other: number;
  own: number;
  ownAlone: number;
  light: number;
  readAgain: number;
  passage: number;
  passageLength: number;
  nearest: number;
  nearness: number;
  stronger: number;
  firm: number;
  assuredByPassage: number;
  assuredByWords: number;
  assuredByMeaning: number;
  doubt: number;
  sureByNearness: number;
  sureByWords: number;
  sureByOthers: number;
  others: number;
  sureByTranslation: number;
  sureAgainst: number;
  related: number;
  fewest: number;
  lookedAt: number;
  short: number;
  completions: number;
  shortestCompleted: number;
  shareOfBest: number;
  near: number;
}

export interface SearchHead {
  format: number;
  folder: string;
  filler: string[];
  impact: number;
  dimensions: number;
  termStarts: number[];
  /** Of each letter that words begin with the first word, and the first term; and the end. */
  letterWords: number[];
  letterTerms: number[];
  wordsAFile: number;
  /** Of each lexicon the first word of each letter, and the end. */
  lexicons: number[][];
  /** Entries but pages of the site itself: among so many a word is rare or not. */
  counted: number;
  ranking: Ranking;
}

/** Where the pieces of an index are read from. */
export interface PieceSource {
  /** biome-ignore lint/suspicious/noExplicitAny: each piece has a shape of its own, which pieces.js unpacks */
  json(name: string): Promise<any>;
  bytes(name: string): Promise<Uint8Array>;
}

export interface SearchIndex extends Omit<SearchHead, "filler"> {
  source: PieceSource;
  /** Pieces that were asked for, by name. */
  held: Map<string, Promise<unknown>>;
  kinds: [kind: string, count: number][];
  sorts: Record<"evidence" | "newest" | "size", number[]>;
  /** Of each topic the terms of each of its names, and its practices. */
  topics: [names: number[][], rows: number[]][];
  /** Of each subject that no practice is about its terms. */
  unanswered: number[][];
  /** First row of each kind. */
  starts: Record<string, number>;
  size: number;
  practices: number;
  /** Letters whose words have been read. */
  learnt: Set<number>;
  words: string[];
  place: Map<string, number>;
  /** Of each word; -1 where it has none. */
  terms: number[];
  /** Entries that hold each term, about. */
  holders: number[];
  synonyms: Map<number, Set<number>>;
  filler: Set<string>;
  light: Set<string>;
  foreign: Set<string>;
  vectors: Float32Array;
}

/** As much of the index as cards take. */
export type CardIndex = Pick<SearchIndex, "dimensions" | "source" | "held" | "starts">;

export interface LexiconData {
  language: string;
  /** Those that only this language has. */
  letters: string;
  plurals: Record<string, string>;
  filler: string[];
  words: Record<string, string>;
  /** Pieces of what write-ups say in the language's own words; none where nothing is translated. */
  own?: number;
}

export interface Lexicon {
  language: string;
  letters: string[];
  own: number;
  single: (word: string) => string;
  root: (word: string) => string;
  filler: Set<string>;
  words: Map<string, LexiconWord>;
  phrases: Map<string, LexiconWord>;
  /** How many words the longest phrase has that begins so, with any form of the first word. */
  beginnings: Map<string, number>;
  roots: Map<string, LexiconWord>;
  verbs: Map<string, LexiconWord>;
}

/** A word or phrase in English, other words that it may be, and where it stands in its lexicon. */
export interface LexiconWord {
  english: string;
  others: string[];
  place: number;
}

export interface Translation {
  language: string;
  /** Of its lexicon, and of the pieces that hold the language's own words. */
  number: number;
  ownPieces: number;
  text: string;
  /** Words as they were asked that the lexicon knows, and the others. */
  words: string[];
  rest: string[];
  /** Where what was found stands in the lexicon. */
  places: number[];
  /** Of a word of the text other words that may have been meant. */
  others: [word: string, others: string[]][];
  /** Of each part of the text the word that it was asked by, as the titles and questions in that language are read. */
  own: [text: string, word: string][];
  /** What was typed, and what it was taken for. */
  corrections: [typed: string, taken: string][];
}

export interface Postings {
  rows: number[];
  impacts: number[];
}

export interface Passages {
  html: string;
  terms: number[][];
  directions: Float32Array;
}

/** Terms any of which will do, and what each counts. */
export interface Group {
  word: string;
  weights: Map<number, number>;
  /** Practices that hold what was asked in another language. */
  own: Postings[];
  weight: number;
  rarity: number;
  tells: number;
}

export interface Asked {
  groups: Group[];
  /** Words that only pages of the site itself hold. */
  aside: Group[];
  words: { place: number; weight: number; group: Group }[];
  corrections: [typed: string, taken: string][];
  unknown: string[];
  tells: number;
}

export interface Scores {
  scores: Float32Array;
  covered: Float32Array;
  firm: Float32Array;
}

export interface ReadAgain {
  /** How near the nearest passages come. */
  near: number;
  /** What the best passage holds of the query. */
  held: number;
  /** Number of the question that it was ranked for; 0 is the title. */
  answers: number;
}

export interface SearchResult {
  index: SearchIndex;
  /** Of each kind the rows that answer, best first. */
  rows: Record<string, number[]>;
  /** Of other kinds those that are named beside practices. */
  beside: Record<string, number[]>;
  /** What no practice answers: words, any of which. */
  nothing: string[] | null;
  scores: Float32Array;
  /** The share of the query that each row holds. */
  covered: Float32Array;
  /** Of each row in meaning, -1 to 1. */
  agreement: Float32Array;
  read: Map<number, ReadAgain>;
  /** What was asked for, each with its terms. */
  groups: Group[];
  /** Terms to mark. */
  terms: Set<number>;
  corrections: [typed: string, taken: string][];
  unknown: string[];
  translation: { language: string; text: string; words: string[] } | null;
  empty: boolean;
}

export interface FacetData {
  id: string;
  name: string;
  values: [value: string, name: string][];
  /** Of each practice the places of its values. */
  of: (number | number[])[];
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

declare global {
  interface Window {
    /** Shows all as one of the schemes in the header: docs/overrides/partials/javascripts/palette.html. */
    __pb_scheme(chosen: number): void;
    /** Folds the long parts of a page on a phone, each once: docs/overrides/partials/javascripts/content.html. */
    __pb_fold(): void;
    /** Keeps a value in the browser; the theme's. */
    __md_set(key: string, value: unknown): void;
  }
}
