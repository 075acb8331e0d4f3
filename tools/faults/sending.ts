import { pdfOf } from '@samsyn/samples';
import { requestHeader, uploadsPath, type Problem } from '@samsyn/contract';
import { createHash, randomBytes } from 'node:crypto';

const piece = 512 * 1024;
const encode = (text: string): string => Buffer.from(text).toString('base64');
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A PDF of one page and about so many megabytes, no two alike: what is sent can be told from what something else left. */
export function thickFile(megabytes: number): Uint8Array {
  // What follows the end of a PDF is a comment: no reader minds it.
  const comment = `\n%${randomBytes(megabytes * 512 * 1024).toString('hex')}\n`;
  return Buffer.concat([pdfOf(['Styrningens mål']), Buffer.from(comment)]);
}

/** One file on its way by tus, as a browser sends it: in pieces, each acknowledged. */
export class Sending {
  acknowledged = 0;
  location = '';
  readonly sum: string;

  constructor(
    private readonly address: string,
    private readonly cookie: string,
    private readonly evaluation: string,
    private readonly name: string,
    private readonly bytes: Uint8Array,
  ) {
    this.sum = sha256Of(bytes);
  }

  get version(): string {
    return this.location.split('/').at(-1) ?? '';
  }

  get whole(): boolean {
    return this.acknowledged === this.bytes.length;
  }

  /** Null when it was let in, otherwise the code of the refusal. */
  async begin(): Promise<string | null> {
    const answer = await this.ask('POST', `/api/${uploadsPath}`, { 'upload-length': `${this.bytes.length}`, 'upload-metadata': `evaluation ${encode(this.evaluation)},filename ${encode(this.name)},sha256 ${encode(this.sum)}` });
    this.location = answer.headers.get('location') ?? '';
    return answer.status === 201 ? null : codeOf(answer);
  }

  /** Goes on from what the server has until everything is there, or something is refused: then its code. */
  async goOn(): Promise<string | null> {
    for (let at = await this.held(); at < this.bytes.length; ) {
      const answer = await this.ask('PATCH', this.location, { 'upload-offset': `${at}`, 'content-type': 'application/offset+octet-stream' }, this.bytes.slice(at, at + piece));
      if (answer.status !== 204) return codeOf(answer);
      at = Number(answer.headers.get('upload-offset'));
      this.acknowledged = at;
    }
    return null;
  }

  /** How many bytes the server says that it has. */
  async held(): Promise<number> {
    return Number((await this.ask('HEAD', this.location)).headers.get('upload-offset'));
  }

  private ask(method: string, path: string, headers: Record<string, string> = {}, body?: Uint8Array<ArrayBuffer>): Promise<Response> {
    return fetch(`${this.address}${path}`, { method, headers: { cookie: this.cookie, [requestHeader]: '1', 'tus-resumable': '1.0.0', ...headers }, ...(body && { body }) });
  }
}

async function codeOf(answer: Response): Promise<string> {
  const text = await answer.text();
  return `${answer.status} ${text.startsWith('{') ? (JSON.parse(text) as Problem).code : text.slice(0, 80)}`;
}
