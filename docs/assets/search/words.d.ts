export function fold(text: string): string;

export function wordsIn(text: string): string[];
