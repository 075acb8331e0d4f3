import { Component, EnvironmentInjector, ViewContainerRef, effect, inject, input, output, signal, viewChild, type ComponentRef, type OnDestroy, type Type } from '@angular/core';
import { stillInjector } from './still-renderer';

/** What every drawing made with ngx-charts takes. */
export interface DrawingInputs {
  readonly view: [number, number];
  readonly values: readonly number[];
  readonly step: number;
}

/** Fetches the drawing code when a chart is first shown and keeps its inputs fresh. When it cannot be fetched the table still stands. */
@Component({ selector: 'sam-drawing', template: '<ng-container #place />' })
export class Drawing implements OnDestroy {
  readonly load = input.required<() => Promise<Type<unknown>>>();
  readonly given = input.required<DrawingInputs>();
  readonly drawn = output();

  private readonly place = viewChild.required('place', { read: ViewContainerRef });
  private readonly injector = stillInjector(inject(EnvironmentInjector));
  private readonly shown = signal<ComponentRef<unknown> | null>(null);
  private gone = false;

  constructor() {
    effect(() => void this.show(this.load()));
    effect(() => {
      for (const [name, value] of Object.entries(this.given())) this.shown()?.setInput(name, value);
    });
  }

  private async show(load: () => Promise<Type<unknown>>): Promise<void> {
    const type = await load().catch(() => null);
    if (!type || this.gone || this.shown()) return;
    const shown = this.place().createComponent(type, { environmentInjector: this.injector });
    this.shown.set(shown);
    this.drawn.emit();
  }

  ngOnDestroy(): void {
    this.gone = true;
    this.shown()?.destroy();
    (this.injector as EnvironmentInjector & { destroy(): void }).destroy();
  }
}
