import { DestroyRef, inject, signal, type Signal } from '@angular/core';

export type Room = 'beside' | 'below' | 'within';

/** How much room there is on the screen, by the widths at which the sheet's own styles change. */
export function roomOf(): Signal<Room> {
  const [wide, narrow] = [matchMedia('(min-width: 1180px)'), matchMedia('(max-width: 760px)')];
  const now = (): Room => (wide.matches ? 'beside' : narrow.matches ? 'within' : 'below');
  const room = signal(now());
  const changed = (): void => room.set(now());
  for (const query of [wide, narrow]) query.addEventListener('change', changed);
  inject(DestroyRef).onDestroy(() => [wide, narrow].forEach((query) => query.removeEventListener('change', changed)));
  return room;
}

/** Whether a source may stand beside the sheet. */
export function wideEnough(): Signal<boolean> {
  const query = matchMedia('(min-width: 1380px)');
  const wide = signal(query.matches);
  const changed = (): void => wide.set(query.matches);
  query.addEventListener('change', changed);
  inject(DestroyRef).onDestroy(() => query.removeEventListener('change', changed));
  return wide;
}
