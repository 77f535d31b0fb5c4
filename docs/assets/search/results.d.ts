import type { Result } from "./engine.js";
import type { Index } from "./store.js";

/** The cards of these rows as elements. */
export function cardsOf(result: Result, rows: number[]): Promise<HTMLElement[]>;

/** The cards of these practices or cities, by id: a Map without those that this index does not hold. */
export function cardsById(
  index: Index,
  kind: "practice" | "city",
  ids: Iterable<string>,
): Promise<Map<string, HTMLElement>>;

/** Put the reasons why a card is shown under its title, the first in bold. */
export function explain(card: HTMLElement, reasons: string[]): void;

/** A count with its noun: "1 practice", "12 practices". */
export function counted(count: number, one: string, many?: string): string;
