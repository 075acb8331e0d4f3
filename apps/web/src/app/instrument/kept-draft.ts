import type { InstrumentDraft } from '@samsyn/domain';

/** A body the server has not confirmed, kept in this browser with the edition it was typed upon. */
export interface Kept {
  readonly edition: number;
  readonly body: InstrumentDraft;
  readonly at: string;
}

const keyOf = (person: string, draft: string): string => `samsyn.instrument.${person}.${draft}`;

export function keep(person: string, draft: string, kept: Kept): void {
  try {
    localStorage.setItem(keyOf(person, draft), JSON.stringify(kept));
  } catch {
    // The browser's store is full: the change is still in memory and on its way to the server.
  }
}

export function keptOf(person: string, draft: string): Kept | null {
  try {
    const text = localStorage.getItem(keyOf(person, draft));
    return text ? (JSON.parse(text) as Kept) : null;
  } catch {
    return null;
  }
}

export const dropKept = (person: string, draft: string): void => localStorage.removeItem(keyOf(person, draft));
