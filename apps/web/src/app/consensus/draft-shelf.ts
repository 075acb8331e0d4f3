import { Service, signal } from '@angular/core';
import type { ProposalDraft } from './proposal-draft';

const place = 'samsyn.proposals';

const stored = (): Readonly<Record<string, ProposalDraft>> => {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? '{}') as Record<string, ProposalDraft>;
  } catch {
    return {};
  }
};

/** Proposals being written in this tab, by evaluation, person and question: kept over page changes and reloads. */
@Service()
export class DraftShelf {
  private readonly drafts = signal(stored());

  read(key: string): ProposalDraft | null {
    return this.drafts()[key] ?? null;
  }

  /** null takes it off the shelf. */
  write(key: string, draft: ProposalDraft | null): void {
    this.drafts.update(({ [key]: _gone, ...rest }) => (draft ? { ...rest, [key]: draft } : rest));
    try {
      sessionStorage.setItem(place, JSON.stringify(this.drafts()));
    } catch {
      // Storage is full or forbidden: the draft lives on in memory.
    }
  }
}
