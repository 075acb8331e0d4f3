import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { dimensions, dimensionsOf, type Dimension, type Instrument, type Question } from '@samsyn/domain';
import { inLanguage, language } from './language';

/** All that the words of a side need of an instrument; null before it is read. */
export type Sides = Pick<Instrument, 'dimensions'> | null;

/** So many columns stand beside the criteria without crowding them; with more, a question shows only those it uses. */
const roomFor = dimensions.length;

/** The columns of a question's grid: the instrument's sides in its order. */
export function columnsOf(instrument: Sides, question: Question): readonly Dimension[] {
  const known = dimensionsOf(instrument ?? {});
  const used = new Set(question.criteria.flatMap((criterion) => criterion.dimensions));
  return known.length > roomFor ? known.filter((side) => used.has(side)) : known;
}

/** What a side is called and what its bands mean: as the instrument says it, otherwise in our words. */
@Service()
export class SideWords {
  private readonly transloco = inject(TranslocoService);
  private readonly language = language();

  title(instrument: Sides, side: Dimension): string {
    const own = instrument?.dimensions?.find(({ key }) => key === side);
    return own ? inLanguage(own.title, this.language()) : this.ours(`dimension.${side}`);
  }

  /** What one asks oneself on this side; none for a side that is not ours by name. */
  ask(instrument: Sides, side: Dimension): string | null {
    const known = dimensions.some((key) => key === side) && this.title(instrument, side) === this.ours(`dimension.${side}`);
    return known ? this.ours(`ask.${side}`) : null;
  }

  /** What the band means on this side; bands run from 0 to 4. */
  anchor(instrument: Sides, side: Dimension, band: number): string {
    const own = instrument?.dimensions?.find(({ key }) => key === side)?.anchors[band];
    return own ? inLanguage(own, this.language()) : this.ours(`anchor.${side}.b${band}`);
  }

  private ours(key: string): string {
    this.language();
    return this.transloco.translate(`scoring.${key}`);
  }
}
