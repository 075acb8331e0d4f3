import { Component, input, model } from '@angular/core';
import { Icon } from '../look';

export interface LegendItem {
  readonly kind: 'bar' | 'tick' | 'area' | 'dash';
  readonly text: string;
}

/** The words of the switch; the topic that shows the chart brings them. */
export interface FigureWords {
  readonly show: string;
  readonly chart: string;
  readonly table: string;
}

let count = 0;

/**
 * The only frame a chart may stand in: heading, message, legend, the drawing (hidden from assistive technology) and,
 * after it in the document, always the same data as a table. The switch decides which of the two is seen.
 */
@Component({
  selector: 'sam-chart-figure',
  imports: [Icon],
  templateUrl: './chart-figure.html',
  styleUrl: './chart-figure.css',
})
export class ChartFigure {
  readonly heading = input.required<string>();
  readonly words = input.required<FigureWords>();
  readonly message = input('');
  readonly note = input('');
  /** What the drawing shows, number by number, for who does not see it. */
  readonly described = input('');
  readonly legend = input<readonly LegendItem[]>([]);
  /** Several figures about the same data may share one switch: bind the same signal and leave the others' switch out. */
  readonly asTable = model(false);
  readonly ownSwitch = input(true);
  protected readonly id = `figure-${++count}`;
}
