/** The search index as far as other pages need it; store.js says what else is in it. */
export interface Index {
  practices: number;
  starts: Record<string, number>;
}

/** Where the site begins. */
export const ROOT: URL;

export function open(): Promise<Index>;

/** Rows of practices or cities by their ids: a Map that leaves out what this index does not hold. */
export function rowsOf(index: Index, kind: "practice" | "city", ids: Iterable<string>): Promise<Map<string, number>>;
