import { Component, ViewEncapsulation, computed, input } from '@angular/core';
import { PolarChartModule, ScaleType, type Color } from '@swimlane/ngx-charts';

/** The part of a canvas path that a curve draws on. */
interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
}

/** Straight lines from point to point, closed: a curve would promise values between the areas. */
const straightClosed = (pen: Pen): { areaStart(): void; areaEnd(): void; lineStart(): void; lineEnd(): void; point(x: number, y: number): void } => {
  let begun = false;
  return {
    areaStart: () => undefined,
    areaEnd: () => undefined,
    lineStart: () => void (begun = false),
    lineEnd: () => void (begun && pen.closePath()),
    point: (x, y) => {
      if (begun) pen.lineTo(x, y);
      else pen.moveTo(x, y);
      begun = true;
    },
  };
};

/** The profile alone, 0 in the middle and 100 at the rim. Grid and names are laid under by Profile. */
@Component({
  selector: 'sam-profile-drawing',
  imports: [PolarChartModule],
  template: `<ngx-charts-polar-chart [view]="view()" [results]="results()" [scheme]="scheme" [curve]="curve" [yAxisMinScale]="100" [rangeFillOpacity]="0.24"
    [animations]="false" [tooltipDisabled]="true" [legend]="false" [xAxis]="false" [yAxis]="false" [showGridLines]="false" [showSeriesOnHover]="false" />`,
  styles: `sam-profile-drawing { display: block; pointer-events: none } sam-profile-drawing .ngx-charts-outer { animation: none }
    sam-profile-drawing .polar-series-path { stroke: var(--sam-bar); stroke-width: 2.5; fill: var(--sam-bar) } sam-profile-drawing .circle { fill: var(--sam-bar) }`,
  encapsulation: ViewEncapsulation.None,
})
export class ProfileDrawing {
  readonly view = input<[number, number]>([400, 400]);
  readonly values = input<readonly number[]>([]);
  readonly step = input(0);
  protected readonly results = computed(() => [{ name: 'profile', series: this.values().map((value, index) => ({ name: `area ${index + 1}`, value })) }]);
  protected readonly scheme: Color = { name: 'samsyn', selectable: false, group: ScaleType.Ordinal, domain: ['var(--sam-bar)'] };
  protected readonly curve = straightClosed;
}
