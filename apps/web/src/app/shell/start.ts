import { Component, inject } from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { TrainButton } from '../evaluation/train-button';
import { Icon, Mark } from '../look';
import { Session } from '../people';
import { Demo } from './demo';

/** The first page: what Samsyn is, the way in, and in a demo the people one may be. */
@Component({ selector: 'sam-start', imports: [Icon, Mark, NgTemplateOutlet, RouterLink, TrainButton, TranslocoDirective], templateUrl: './start.html', styleUrl: './start.css' })
export class Start {
  protected readonly session = inject(Session);
  protected readonly demo = inject(Demo);
  private readonly roles = ['coordinator', 'evaluator', 'adjudicator', 'contact', 'observer'];

  /** Marks and values of the drawing: first, second, settled. */
  protected readonly rows = [
    { first: 40, second: 70, settled: 55 }, { first: 78, second: 72, settled: 75 }, { first: 52, second: 24, settled: 40 }, { first: 60, second: 90, settled: 80 },
  ].map((row, at) => ({ y: 34 + at * 52, a: 20 + row.first * 4, b: 20 + row.second * 4, s: 20 + row.settled * 4, wide: Math.abs(row.first - row.second) >= 25 }));
  protected readonly ticks = [0, 20, 40, 60, 80, 100].map((value) => ({ value, x: 20 + value * 4 }));

  protected known(role: string): boolean {
    return this.roles.includes(role);
  }

  protected firstName(name: string): string {
    return name.split(' ')[0] ?? name;
  }
}
