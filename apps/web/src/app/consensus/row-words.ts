import { Service, computed, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { swedish, swedishSigned, type Exact } from '@samsyn/domain';
import type { Row, Seat } from './board-row';

/** Printed figures and names, in the chosen language. */
@Service()
export class RowWords {
  private readonly transloco = inject(TranslocoService);
  readonly language = computed(() => (this.transloco.activeLang() === 'en' ? 'en' : 'sv'));

  title(row: Row): string {
    return row.question.title[this.language()];
  }

  short(row: Row): string {
    return row.question.short[this.language()];
  }

  pick(words: { sv: string; en: string }): string {
    return words[this.language()];
  }

  /** "43,3", or a dash when there is no value. */
  figure(value: Exact | null | undefined): string {
    return value === null || value === undefined ? '–' : swedish(value, 1);
  }

  /** A difference with its sign for two evaluators; a spread, without, for more. */
  difference(value: Exact | null | undefined, seats: readonly Seat[]): string {
    if (value === null || value === undefined) return '–';
    return seats.length > 2 ? swedish(value, 1) : swedishSigned(value, 1);
  }

  signed(value: Exact): string {
    return swedishSigned(value, 1);
  }

  /** "50" or "45,7". */
  typed(value: Exact): string {
    return swedish(value, 1).replace(/,0$/, '');
  }

  max(row: Row): string {
    return swedish(`${row.question.max}`, Number.isInteger(row.question.max) ? 0 : 1);
  }

  /** "Ana, Luis och Eva"; oneself is "dig" after a preposition, "du" as the one who acts. */
  names(persons: readonly string[], seats: readonly Seat[], oneself: 'youObject' | 'youShort' = 'youObject'): string {
    const names = persons.flatMap((person) => {
      const seat = seats.find((one) => one.person === person);
      if (seat?.me) return [this.transloco.translate<string>(`consensus.${oneself}`)];
      return [this.name(person, seats)].filter(Boolean);
    });
    return new Intl.ListFormat(this.language(), { type: 'conjunction' }).format(names);
  }

  name(person: string, seats: readonly Seat[]): string {
    return seats.find((seat) => seat.person === person)?.name ?? seats.flatMap(({ former }) => former).find((one) => one.person === person)?.name ?? '';
  }
}
