import { Component, computed, input } from '@angular/core';
import { forDrawing, swedish, type Band, type Exact } from '@samsyn/domain';
import { markPath } from '../look';

export interface DumbbellMark {
  readonly seat: number;
  readonly percent: Exact | null;
}

interface Placed {
  readonly seat: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

interface Label {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
}

const left = 30;
const perPercent = 1.64;
const width = 224;
/** Closer than this, in percentage points, marks part so that both can be seen. */
const near = 5;

export const axisTicks = [0, 20, 40, 60, 80, 100].map((value) => ({ value, x: left + value * perPercent }));

/** Where each mark stands: at its exact percent, parted up and down where marks would cover each other. */
export function placed(marks: readonly DumbbellMark[], middle: number): Placed[] {
  const known = marks.flatMap(({ seat, percent }) => (percent === null ? [] : [{ seat, value: forDrawing(percent), text: swedish(percent, 1) }])).sort((a, b) => a.value - b.value || a.seat - b.seat);
  const clusters: (typeof known)[] = [];
  for (const mark of known) {
    const last = clusters.at(-1);
    if (last && mark.value - (last.at(-1)?.value ?? 0) < near) last.push(mark);
    else clusters.push([mark]);
  }
  return clusters.flatMap((cluster) =>
    cluster.map(({ seat, value, text }, index) => ({ seat, text, x: left + value * perPercent, y: middle + (index - (cluster.length - 1) / 2) * (cluster.length > 2 ? 8 : 10) })),
  );
}

/** The lowest value left of its mark, the highest right of its own; above the mark where it would leave the plot or meet the ring. */
export function labels(marks: readonly Placed[], middle: number, ring: number | null = null): Label[] {
  const [low, high] = [marks[0], marks.at(-1)];
  if (!low || !high) return [];
  const room = (text: string): number => 13 + text.length * 7.5;
  const meets = (from: number, to: number): boolean => ring !== null && ring + 10 > from && ring - 10 < to;
  const above = (mark: Placed, shift: number): Label => ({ x: Math.min(Math.max(mark.x + shift, 18), width - 18), y: Math.max(11, mark.y - 11), anchor: 'middle', text: mark.text });
  const close = low !== high && high.x - low.x < 38 ? 19 - (high.x - low.x) / 2 : 0;
  const right: Label = high.x + room(high.text) > width || meets(high.x + 12, high.x + room(high.text)) ? above(high, close) : { x: high.x + 12, y: middle + 4.5, anchor: 'start', text: high.text };
  if (low === high) return [right];
  return [low.x - room(low.text) < 0 || meets(low.x - room(low.text), low.x - 12) ? above(low, -close) : { x: low.x - 12, y: middle + 4.5, anchor: 'end', text: low.text }, right];
}

/**
 * Marks on the scale 0–100 with the line between the lowest and the highest: 2, 3 or 5 px by band. A dashed ring is a
 * proposal, a whole ring the agreed value. Hidden from assistive technology: the row carries the sentence.
 */
@Component({
  selector: 'sam-dumbbell',
  template: `<svg [attr.width]="width" [attr.height]="height()" [attr.viewBox]="'0 0 ' + width + ' ' + height()" aria-hidden="true">
    @for (tick of ticks; track tick.value) { <path [attr.d]="'M' + tick.x + ' 0V' + height()" class="grid" [class.edge]="tick.value % 100 === 0" /> }
    @if (line(); as path) { <path [attr.d]="path" [attr.class]="'line ' + band()" /> }
    @for (mark of marksPlaced(); track mark.seat) {
      <g [attr.class]="'m' + mark.seat" [attr.transform]="'translate(' + (mark.x - 8) + ' ' + (mark.y - 8) + ')'"><path [attr.d]="path(mark.seat)" fill="currentColor" /></g>
    }
    @for (label of texts(); track $index) { <text [attr.x]="label.x" [attr.y]="label.y" [attr.text-anchor]="label.anchor">{{ label.text }}</text> }
    @if (ringX(); as x) { <circle [attr.cx]="x" [attr.cy]="middle()" r="8" class="ring" [class.proposed]="!ring()?.settled" /> }
  </svg>`,
  styles: `
    :host { display: block; max-width: 224px; }
    svg { max-width: 100%; height: auto; overflow: visible; }
    text { font: 500 13px var(--sam-sans); fill: var(--sam-ink); stroke: var(--row, var(--sam-surface)); stroke-width: 5; paint-order: stroke; font-variant-numeric: tabular-nums; }
    .grid { stroke: var(--sam-hairline); } .grid.edge { stroke: var(--sam-border); }
    .line { stroke: var(--sam-border); stroke-width: 2; } .line.amber { stroke: var(--sam-warn-edge); stroke-width: 3; } .line.red { stroke: var(--sam-stop-edge); stroke-width: 5; }
    .ring { fill: none; stroke: var(--sam-settled); stroke-width: 3; } .ring.proposed { stroke-dasharray: 4 2.4; }
    @media (forced-colors: active) { text { fill: CanvasText; stroke: Canvas; } .line, .grid { stroke: CanvasText; } }
  `,
})
export class Dumbbell {
  readonly marks = input.required<readonly DumbbellMark[]>();
  readonly band = input.required<Band>();
  readonly ring = input<{ percent: Exact; settled: boolean } | null>(null);
  readonly height = input(46);
  protected readonly width = width;
  protected readonly ticks = axisTicks;
  protected readonly path = markPath;
  protected readonly middle = computed(() => this.height() / 2);
  protected readonly marksPlaced = computed(() => placed(this.marks(), this.middle()));
  protected readonly texts = computed(() => labels(this.marksPlaced(), this.middle(), this.ringX()));
  protected readonly line = computed(() => {
    const marks = this.marksPlaced();
    const [low, high] = [marks[0], marks.at(-1)];
    return low && high && high.x > low.x ? `M${low.x} ${this.middle()}H${high.x}` : null;
  });
  protected readonly ringX = computed(() => {
    const ring = this.ring();
    return ring ? left + forDrawing(ring.percent) * perPercent : null;
  });
}
