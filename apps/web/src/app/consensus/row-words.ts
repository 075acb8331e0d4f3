import { Service, computed, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { magnitude, swedish, swedishSigned, type Divergence, type Exact, type Standing } from '@samsyn/domain';
import { insteadOf, type Row, type Seat } from './board-row';

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

  /** What a seat has instead of a value: "kan inte bedöma" or "ej tillämpligt", which are not the same and neither is 0. */
  instead(row: Row, person: string): string {
    return this.transloco.translate<string>(`consensus.${insteadOf(row, person)}`);
  }

  standing(standing: Standing): string {
    return this.transloco.translate<string>(`consensus.${standing === 'notApplicable' ? 'notApplicable' : 'noValue'}`);
  }

  /** "e.t.", for a narrow place. */
  abbreviated(): string {
    this.language();
    return this.transloco.translate<string>('consensus.map.notApplicable');
  }

  /** "Ana kan inte bedöma, ej tillämpligt enligt Luis": everyone without a value, in words. */
  without(row: Row, seats: readonly Seat[]): string {
    this.language();
    const missing = row.divergence?.missing ?? [];
    return (['noValue', 'notApplicable'] as const).flatMap((key) => {
      const persons = missing.filter((person) => insteadOf(row, person) === key);
      return persons.length === 0 ? [] : [this.transloco.translate<string>(`consensus.${key}Row`, { names: this.names(persons, seats, key === 'noValue' ? 'youShort' : 'youObject') })];
    }).join(', ');
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

  /** "3,0 poäng, 2 nivåer isär": by which limits a question diverges; empty where it is by percentage points alone, as the difference already says. */
  why({ amberBy, percentagePoints, points, bandsApart }: Divergence): string {
    this.language();
    if (amberBy.every((limit) => limit === 'share')) return '';
    const sizes = { share: percentagePoints, points, bands: `${bandsApart}` } as const;
    return amberBy.map((limit) => {
      const size = sizes[limit] ?? '0';
      return this.transloco.translate<string>(`consensus.why.${limit === 'bands' && bandsApart === 1 ? 'band' : limit}`, { n: limit === 'bands' ? size : swedish(magnitude(size), 1) });
    }).join(', ');
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
