import type { Index } from "./store.js";

/** What a query found: rows of the index by their kind, best first. */
export interface Result {
  index: Index;
  rows: Record<string, number[]>;
}

export function search(query: string, typing?: boolean): Promise<Result>;
