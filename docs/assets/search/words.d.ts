export function fold(text: string): string;

export function wordsIn(text: string): string[];

export function distance(one: string, other: string, most: number): number;
