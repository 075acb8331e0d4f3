import { Component, ElementRef, computed, inject, input, signal, type OnDestroy, type OnInit } from '@angular/core';
import { Drawing, type DrawingInputs } from './drawing';

/** One area as a chart shows it: `value` draws, `printed` is what stands in words. */
export interface ChartArea {
  readonly number: number;
  readonly label: string;
  readonly short: string;
  readonly value: number;
  readonly printed: string;
  /** Where the reference lies, for drawing; null when none is known. */
  readonly reference: number | null;
}

const bar = 22;
const top = 30;

/** Points per area on the 0–100 axis: bars by ngx-charts, values inside them, the reference a tick laid over with the same scale. */
@Component({
  selector: 'sam-area-bars',
  imports: [Drawing],
  templateUrl: './area-bars.html',
  styleUrl: './area-bars.css',
})
export class AreaBars implements OnInit, OnDestroy {
  readonly areas = input.required<readonly ChartArea[]>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly width = signal(0);
  private watch: ResizeObserver | null = null;
  protected readonly drawn = signal(false);
  protected readonly wide = computed(() => this.width() >= 540);
  protected readonly left = computed(() => (this.wide() ? 272 : 0));
  protected readonly plot = computed(() => Math.max(100, this.width() - this.left() - 16));
  protected readonly step = computed(() => (this.wide() ? 40 : 52));
  protected readonly first = computed(() => (this.wide() ? top : top + 22));
  protected readonly height = computed(() => this.first() + this.areas().length * this.step());
  protected readonly ticks = computed(() => [0, 20, 40, 60, 80, 100].map((value) => ({ value, x: this.at(value) })));
  protected readonly rows = computed(() =>
    this.areas().map((area, index) => ({
      ...area,
      y: this.first() + index * this.step(),
      x: area.value < 9 ? this.at(area.value) + 6 : this.at(area.value) - 7,
      inside: area.value >= 9,
      tick: area.reference === null ? null : this.at(area.reference),
    })),
  );
  protected readonly given = computed<DrawingInputs>(() => ({
    view: [this.plot() + 40, this.areas().length * this.step() - (this.step() - bar) + 20],
    values: this.areas().map((area) => area.value),
    step: this.step(),
  }));
  protected readonly load = async () => (await import('./bar-drawing')).BarDrawing;

  ngOnInit(): void {
    this.width.set(Math.floor(this.host.getBoundingClientRect().width));
    this.watch = new ResizeObserver(([entry]) => entry && entry.contentRect.width > 0 && this.width.set(Math.floor(entry.contentRect.width)));
    this.watch.observe(this.host);
  }

  ngOnDestroy(): void {
    this.watch?.disconnect();
  }

  private at(value: number): number {
    return this.left() + (value / 100) * this.plot();
  }
}
