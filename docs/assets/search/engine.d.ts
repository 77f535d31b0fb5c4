import type { Index } from "./store.js";

/** What the search found; engine.js says what else is in it. */
export interface Found {
  index: Index;
  rows: Record<string, number[]>;
  nothing: string[] | null;
  terms: Set<number>;
}

/** Rank all entries for a query; with `typing`, its last word may still lack its end. */
export function search(query: string, typing: boolean): Promise<Found>;
