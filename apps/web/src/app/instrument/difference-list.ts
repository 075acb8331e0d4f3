import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { changesPoints, type Difference, type DifferencePart } from '@samsyn/domain';
import { Icon } from '../look';

interface Group {
  readonly key: string;
  readonly area: number | null;
  readonly part: DifferencePart;
  readonly rows: readonly Difference[];
}

const fieldKey = (field: string): string => field.replace(/\.(sv|en)$/, '').replace(/\.\d+$/, '').replace(/^(lookFor|points|example)\./, '$1_');

/** What differs between two versions, area by area, with the words before and after side by side. */
@Component({
  selector: 'sam-difference-list',
  imports: [Icon, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <div class="said">
        <p>@if (all().length === 0) { {{ t('instrument.noDifference') }} } @else { {{ t(all().length > 1 ? 'instrument.differenceCount' : points() === 1 ? 'instrument.onePointDifference' : 'instrument.oneDifference', { n: all().length, points: points() }) }} }</p>
        @if (points() > 0 && points() < all().length) { <button type="button" class="btn small" [attr.aria-pressed]="only()" (click)="only.set(!only())">{{ t('instrument.onlyPoints') }}</button> }
      </div>
      @for (group of groups(); track group.key) {
        <section [attr.aria-labelledby]="'d-' + group.key">
          <h2 [id]="'d-' + group.key">{{ group.area === null ? t('instrument.part.' + group.part) : t('instrument.area') + ' ' + group.area }} <span class="quiet">{{ group.rows.length }}</span></h2>
          <table class="table">
            <thead><tr><th scope="col">{{ t('instrument.place') }}</th><th scope="col">{{ before() || t('instrument.before') }}</th><th scope="col">{{ after() || t('instrument.after') }}</th></tr></thead>
            <tbody>
              @for (row of group.rows; track $index) {
                <tr [attr.data-what]="row.what">
                  <th scope="row">@if (row.where) { <b>{{ row.where }}</b>&ngsp;}{{ row.field ? t('instrument.fieldName.' + keyOf(row)) + tongue(row) : t('instrument.part.' + row.part) }}
                    @if (row.what !== 'changed') { <span class="tag">@if (row.what !== 'moved') { <svg [samIcon]="row.what === 'added' ? 'plus' : 'close'"></svg> }{{ t('instrument.what.' + row.what) }}</span> }</th>
                  <td [attr.lang]="langOf(row)"><span class="cap">{{ before() || t('instrument.before') }}</span>{{ shown(row.before) }}</td>
                  <td [attr.lang]="langOf(row)"><span class="cap">{{ after() || t('instrument.after') }}</span>{{ shown(row.after) }}</td>
                </tr>
              }
            </tbody>
          </table>
        </section>
      }
    </ng-container>
  `,
  styleUrl: './difference-list.css',
})
export class DifferenceList {
  private readonly transloco = inject(TranslocoService);
  readonly all = input.required<readonly Difference[]>();
  readonly before = input('');
  readonly after = input('');
  protected readonly only = signal(false);
  protected readonly points = computed(() => this.all().filter(changesPoints).length);
  protected readonly groups = computed<Group[]>(() => {
    const groups = new Map<string, Difference[]>();
    for (const one of this.all()) {
      if (this.only() && this.points() > 0 && !changesPoints(one)) continue;
      const key = one.area === null ? one.part : `a${one.area}`;
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    return [...groups].flatMap(([key, rows]) => (rows[0] ? [{ key, area: rows[0].area, part: rows[0].part, rows }] : []));
  });

  protected keyOf({ field }: Difference): string {
    return fieldKey(field);
  }

  protected langOf({ field }: Difference): string | null {
    return /\.(sv|en)$/.exec(field)?.[1] ?? null;
  }

  /** ", svenska", or the level it is about. */
  protected tongue({ field }: Difference): string {
    const language = /\.(sv|en)$/.exec(field)?.[1];
    const level = /^anchors\.(\d)/.exec(field)?.[1];
    return `${level ? ` ${['0', '10–30', '40–60', '70–80', '90–100'][Number(level)] ?? ''}` : ''}${language ? `, ${this.transloco.translate<string>(`instrument.${language}`, {}, this.transloco.activeLang())}` : ''}`;
  }

  protected shown(value: string | number | null): string {
    return value === null || value === '' ? '–' : typeof value === 'number' ? String(value).replace('.', ',') : value;
  }
}
