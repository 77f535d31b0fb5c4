/* What the form goes by: generator/publishing/contribute/form_data.py. And what is filled in. */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Group = { [key: string]: Json };
/** The way to a value: keys and places in lists. */
export type Path = (string | number)[];
/** What a file holds: a write-up, or a city. */
export type FileKind = "practice" | "city";

export interface Schema {
  type?: string | string[];
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  enum?: string[];
  const?: string;
  $ref?: string;
  $defs?: Record<string, Schema>;
  required?: string[];
  description?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
}

export interface Entry {
  id: string;
  name: string;
  about: string;
  words: string;
}

export interface Named {
  id: string;
  name: string;
}

export interface Level extends Named {
  meaning: string;
  strength: number;
  anyOf: string[][] | null;
  without: string[];
}

export interface FieldSpec {
  path: string;
  kind: string;
  label: string;
  more: string;
  another: string;
  isPlain: boolean;
  isLater: boolean;
}

export interface StepSpec {
  id: string;
  title: string;
  lead: string;
  fields: FieldSpec[];
}

export interface SectionSpec {
  field: string;
  heading: string;
  inner: string;
  needsSource: boolean;
  part: string;
  address: string;
}

export interface FormData {
  format: number;
  bytes: number;
  schemas: Record<FileKind, Schema>;
  marks: Record<FileKind, Record<string, "plain" | "inline" | "cited">>;
  sections: SectionSpec[];
  levels: Level[];
  resultRules: { given: string; needs: string[] }[];
  statuses: Named[];
  registers: Record<"topics" | "methods" | "areas" | "criteria", Entry[]>;
  cities: { id: string; label: string; certification: string }[];
  certificationLevels: Named[];
  awards: Named[];
  governments: Named[];
  network: { certification: string };
  countries: Record<string, string>;
  placesSource: Record<string, string>;
  letters: { invisible: string; combining: string; mostCombining: number };
  leftover: string;
  longest: number;
  reserved: string[];
  schemes: string[];
  years: [number, number];
  example: Group;
  steps: StepSpec[];
}

/** What is wrong with a value, in words; the path is that in the draft. */
export interface Problem {
  path: Path;
  words: string;
}

/** A write-up that is being written. Its fields are as typed; `written.js` makes of them what the file holds. */
export interface Draft {
  name: string;
  /** Id of the city. */
  city: string;
  /** Its name as it is shown. */
  label: string;
  /** The file below the city's folder, without its ending. */
  slug: string;
  /** Id of the write-up that is mended, `city/name`, or `city/city`; "" for a new one. */
  mends: string;
  /** Whether a new city is certified, "yes" or "no"; "" if not said yet. */
  certified: string;
  practice: Group;
  /** A city that is new or mended; null for one that stays as it is. */
  profile: Group | null;
}

export type PlaceFacts = [name: string, code: string, latitude: number, longitude: number];
