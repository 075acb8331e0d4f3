import { Component, computed, input } from '@angular/core';

/** Small drawn signs (public/icons.svg), in `currentColor`. Always beside a word; hidden from assistive technology. */
export type IconName = 'check' | 'seal' | 'online' | 'offline' | 'clock' | 'document' | 'interview' | 'web' | 'other' | 'undo' | 'search' | 'next' | 'previous' | 'plus' | 'close' | 'warn' | 'stop' | 'info' | 'ring' | 'chart' | 'table' | 'download' | 'empty' | 'half' | 'done' | 'ask' | 'print' | 'up' | 'link' | 'person' | 'pin' | 'mail';

@Component({
  selector: 'svg[samIcon]',
  host: { viewBox: '0 0 16 16', 'aria-hidden': 'true', class: 'mk' },
  template: '<svg:use [attr.href]="address()" />',
})
export class Icon {
  readonly name = input.required<IconName>({ alias: 'samIcon' });
  protected readonly address = computed(() => `/icons.svg#${this.name()}`);
}
