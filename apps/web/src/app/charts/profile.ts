import { Component, ElementRef, computed, inject, input, signal, type OnDestroy, type OnInit } from '@angular/core';
import type { ChartArea } from './area-bars';
import { Drawing, type DrawingInputs } from './drawing';

/** A long name on two lines: at a space, or at the seam of a Swedish compound. */
const linesOf = (name: string): string[] => {
  if (name.length <= 12) return [name];
  const seam = /^(.+s)(utveckling|byggare)$/.exec(name);
  return name.includes(' ') ? name.split(/ (.+)/).filter(Boolean) : seam ? [`${seam[1]}-`, seam[2] ?? ''] : [name];
};

const levels = [20, 40, 60, 80, 100];

/** The profile over the areas: area by ngx-charts, grid, names and the dashed reference drawn around it with the same scale. */
@Component({
  selector: 'sam-profile',
  imports: [Drawing],
  templateUrl: './profile.html',
  styleUrl: './profile.css',
})
export class Profile implements OnInit, OnDestroy {
  readonly areas = input.required<readonly ChartArea[]>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly room = signal(0);
  private watch: ResizeObserver | null = null;
  protected readonly width = computed(() => Math.min(Math.max(this.room(), 280), 460));
  /** Too narrow for names: the numbers stand alone, the bars above carry the names. */
  protected readonly named = computed(() => this.width() >= 400);
  protected readonly radius = computed(() => {
    const room = this.areas().map((area, index) => {
      const longest = this.named() ? Math.max(...linesOf(area.short).map((line) => line.length + 2)) : 2;
      const aside = Math.abs(Math.sin((2 * Math.PI * index) / this.areas().length));
      return aside < 0.1 ? 128 : (this.width() / 2 - longest * 7.2) / aside - 14;
    });
    return 2 * Math.floor(Math.max(64, Math.min(128, ...room)) / 2);
  });
  protected readonly centre = computed(() => ({ x: this.width() / 2, y: this.radius() + 46 }));
  protected readonly height = computed(() => this.centre().y + this.radius() + 40);
  protected readonly rings = computed(() => levels.map((level) => this.path(this.areas().map(() => level))));
  protected readonly spokes = computed(() => this.areas().map((_, index) => this.spoke(index)));
  protected readonly marks = computed(() => [20, 60, 100].map((level) => ({ level, x: this.centre().x + 4, y: this.centre().y - (level / 100) * this.radius() + 4 })));
  protected readonly reference = computed(() => {
    const values = this.areas().map((area) => area.reference);
    return values.length > 0 && values.every((value) => value !== null) ? this.path(values) : null;
  });
  protected readonly names = computed(() =>
    this.areas().map((area, index) => {
      const [x, y] = this.point(index, 100, 14);
      const side = Math.round((x - this.centre().x) * 10);
      return { ...area, lines: this.named() ? linesOf(area.short) : [], x, y: y + (Math.abs(side) < 5 ? (y < this.centre().y ? -2 : 10) : 5), anchor: Math.abs(side) < 5 ? 'middle' : side > 0 ? 'start' : 'end' };
    }),
  );
  protected readonly given = computed<DrawingInputs>(() => ({ view: [3 * this.radius() + 40, 3 * this.radius() + 20], values: this.areas().map((area) => area.value), step: 0 }));
  protected readonly load = async () => (await import('./profile-drawing')).ProfileDrawing;

  ngOnInit(): void {
    this.room.set(Math.floor(this.host.getBoundingClientRect().width));
    this.watch = new ResizeObserver(([entry]) => entry && entry.contentRect.width > 0 && this.room.set(Math.floor(entry.contentRect.width)));
    this.watch.observe(this.host);
  }

  ngOnDestroy(): void {
    this.watch?.disconnect();
  }

  private point(index: number, value: number, beyond = 0): [number, number] {
    const angle = (2 * Math.PI * index) / this.areas().length;
    const length = (value / 100) * this.radius() + beyond;
    return [this.centre().x + length * Math.sin(angle), this.centre().y - length * Math.cos(angle)];
  }

  private path(values: readonly number[]): string {
    return `M${values.map((value, index) => this.point(index, value).map((part) => part.toFixed(1)).join(' ')).join('L')}Z`;
  }

  private spoke(index: number): string {
    return `M${this.centre().x} ${this.centre().y}L${this.point(index, 100).join(' ')}`;
  }
}
