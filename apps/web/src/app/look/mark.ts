import { Component, computed, input } from '@angular/core';

/** The shape of each seat: ● ◆ ▲ ■. Colour and mark always come together; marks may never be dropped. */
export const markPath = (seat: number): string =>
  (({ 1: 'M8 2.500a5.500 5.500 0 100 11 5.500 5.500 0 000-11z', 2: 'M8 1.500L14.500 8 8 14.500 1.500 8z', 3: 'M8 2l6.500 11.500h-13z', 4: 'M2.800 2.800h10.400v10.400H2.800z' }) as Record<number, string>)[seat] ?? 'M8 2.500a5.500 5.500 0 100 11 5.500 5.500 0 000-11z';

@Component({
  selector: 'sam-mark',
  template: '<svg viewBox="0 0 16 16" aria-hidden="true" class="mk"><path [attr.d]="path()" fill="currentColor"/></svg>',
  host: { '[class]': '"m" + seat()' },
})
export class Mark {
  readonly seat = input.required<number>();
  protected readonly path = computed(() => markPath(this.seat()));
}
