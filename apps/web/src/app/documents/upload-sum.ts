const constants = /* @__PURE__ */ new Uint32Array(64);
const beginning = /* @__PURE__ */ new Uint32Array(8);

/** Fractional bits of the roots of the first primes (FIPS 180-4, sections 4.2.2 and 5.3.3), worked out once instead of written down. */
function workOut(): void {
  if (constants[0] !== 0) return;
  const bits = (root: number): number => ((root - Math.floor(root)) * 0x1_0000_0000) >>> 0;
  for (let candidate = 2, found = 0; found < 64; candidate++) {
    let prime = true;
    for (let by = 2; by * by <= candidate; by++) if (candidate % by === 0) prime = false;
    if (!prime) continue;
    if (found < 8) beginning[found] = bits(Math.sqrt(candidate));
    constants[found++] = bits(Math.cbrt(candidate));
  }
}

/** SHA-256 of a stream, piece by piece: the browser's own can only take a whole file into memory at once. */
export class Sha256 {
  private readonly state: Uint32Array;
  private readonly words = new Uint32Array(64);
  private readonly rest = new Uint8Array(64);
  private held = 0;
  private length = 0;

  constructor() {
    workOut();
    this.state = beginning.slice();
  }

  add(bytes: Uint8Array): this {
    this.length += bytes.length;
    let at = 0;
    if (this.held > 0) {
      at = Math.min(64 - this.held, bytes.length);
      this.rest.set(bytes.subarray(0, at), this.held);
      this.held += at;
      if (this.held < 64) return this;
      this.block(new DataView(this.rest.buffer), 0);
      this.held = 0;
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (; at + 64 <= bytes.length; at += 64) this.block(view, at);
    this.rest.set(bytes.subarray(at));
    this.held = bytes.length - at;
    return this;
  }

  /** The sum of everything added, in hex. Nothing can be added after it. */
  hex(): string {
    const end = new Uint8Array(this.held < 56 ? 64 : 128);
    end.set(this.rest.subarray(0, this.held));
    end[this.held] = 0x80;
    const view = new DataView(end.buffer);
    view.setUint32(end.length - 8, Math.floor(this.length / 0x2000_0000));
    view.setUint32(end.length - 4, (this.length * 8) >>> 0);
    for (let at = 0; at < end.length; at += 64) this.block(view, at);
    return [...this.state].map((word) => word.toString(16).padStart(8, '0')).join('');
  }

  private block(view: DataView, at: number): void {
    const { state, words: w } = this;
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(at + i * 4);
    for (let i = 16; i < 64; i++) {
      const [x, y] = [w[i - 15] as number, w[i - 2] as number];
      const small = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const large = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = ((w[i - 16] as number) + small + (w[i - 7] as number) + large) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const one = (h + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) + ((e & f) ^ (~e & g)) + (constants[i] as number) + (w[i] as number)) | 0;
      const two = ((((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => (state[i] = (state[i] as number) + value));
  }
}

const piece = 4 * 1024 * 1024;

/** The sum of a file, read a piece at a time. */
export async function sumOf(file: Blob): Promise<string> {
  const sum = new Sha256();
  for (let at = 0; at < file.size; at += piece) sum.add(new Uint8Array(await file.slice(at, at + piece).arrayBuffer()));
  return sum.hex();
}

export const sumOfText = (text: string): string => new Sha256().add(new TextEncoder().encode(text)).hex();
