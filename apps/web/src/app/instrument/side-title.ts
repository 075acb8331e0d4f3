import type { TranslocoService } from '@jsverse/transloco';
import { dimensions, type InstrumentDraft } from '@samsyn/domain';

/** The name of a side: the instrument's own word, else KommunKompassen's, else its key. */
export function sideTitle(draft: Pick<InstrumentDraft, 'dimensions'>, key: string, transloco: TranslocoService): string {
  const own = draft.dimensions?.find((side) => side.key === key)?.title[transloco.activeLang() === 'en' ? 'en' : 'sv'];
  if (own) return own;
  return (dimensions as readonly string[]).includes(key) ? transloco.translate<string>(`instrument.side.${key}`, {}, transloco.activeLang()) : key;
}
