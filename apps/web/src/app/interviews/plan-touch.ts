/** Milliseconds a finger rests before what is under it is lifted; who moves before that scrolls, as everywhere. */
export const liftAfter = 450;
/** A resting finger trembles. */
export const restSlack = 10;

const reach = 48;
const fastest = 14;

/** How far to scroll in one frame when what is dragged comes near an edge of what is seen: further the nearer, 0 in the middle. */
export function edgePull(at: number, from: number, to: number): number {
  const within = Math.min(reach, (to - from) / 4);
  if (at < from + within) return -Math.ceil(fastest * Math.min(1, (from + within - at) / within));
  if (at > to - within) return Math.ceil(fastest * Math.min(1, (at - to + within) / within));
  return 0;
}

/** A finger that rests: lifts after a while, unless it moves, leaves or is called off. */
export class RestingFinger {
  private waiting: { readonly x: number; readonly y: number; readonly timer: ReturnType<typeof setTimeout> } | null = null;

  get rests(): boolean {
    return this.waiting !== null;
  }

  down({ clientX: x, clientY: y }: Pick<PointerEvent, 'clientX' | 'clientY'>, lift: () => void): void {
    this.up();
    this.waiting = { x, y, timer: setTimeout(() => {
      this.waiting = null;
      lift();
    }, liftAfter) };
  }

  move({ clientX, clientY }: Pick<PointerEvent, 'clientX' | 'clientY'>): void {
    if (this.waiting && Math.hypot(clientX - this.waiting.x, clientY - this.waiting.y) > restSlack) this.up();
  }

  up(): void {
    if (this.waiting) clearTimeout(this.waiting.timer);
    this.waiting = null;
  }
}
