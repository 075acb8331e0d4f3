let at = Number.NaN;
let text = '';

/** The server's clock as facts carry it (ISO, UTC). Asked for many times within a millisecond, and written once. */
export function nowText(): string {
  const now = Date.now();
  if (now !== at) {
    at = now;
    text = new Date(now).toISOString();
  }
  return text;
}
