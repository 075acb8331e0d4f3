import { Component, ViewEncapsulation, computed, input } from '@angular/core';
import { BarChartModule, ScaleType, type Color } from '@swimlane/ngx-charts';

/** The bars alone, 0–100 from left to right, one per `step` pixels. Ticks, labels and figures are laid over by AreaBars. */
@Component({
  selector: 'sam-bar-drawing',
  imports: [BarChartModule],
  template: `<ngx-charts-bar-horizontal [view]="view()" [results]="results()" [scheme]="scheme" [xScaleMax]="100" [barPadding]="step() - 22"
    [roundEdges]="false" [animations]="false" [tooltipDisabled]="true" [legend]="false" [xAxis]="false" [yAxis]="false" [noBarWhenZero]="true" />`,
  styles: 'sam-bar-drawing { display: block; pointer-events: none } sam-bar-drawing .ngx-charts-outer { animation: none } sam-bar-drawing .bar { fill: var(--sam-bar) }',
  encapsulation: ViewEncapsulation.None,
})
export class BarDrawing {
  readonly view = input<[number, number]>([600, 300]);
  readonly values = input<readonly number[]>([]);
  readonly step = input(40);
  protected readonly results = computed(() => this.values().map((value, index) => ({ name: `${index + 1}`, value })));
  protected readonly scheme: Color = { name: 'samsyn', selectable: false, group: ScaleType.Ordinal, domain: ['var(--sam-bar)'] };
}
