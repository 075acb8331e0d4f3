import { cleanName } from './document-name';
import { endingFor } from './document-types';
import { lookAt, runThread, Unreadable } from './text-thread';
import type { Fetched } from './web-copy-fetch';
import { NotCopied } from './web-copy-guard';

/** What is put on the shelf: the page as a PDF, with the bytes it was made from, or the file the address led to. */
export type Copy = { readonly name: string; readonly pdf: Uint8Array } | { readonly name: string; readonly pdf: null };

interface Given {
  /** Where the fetched bytes lie. */
  readonly path: string;
  readonly asked: string;
  readonly title: string;
  readonly at: Date;
}

const pages = new Set(['', 'text/html', 'application/xhtml+xml']);
const texts: Readonly<Record<string, string>> = { 'text/plain': 'txt', 'text/csv': 'csv', 'text/markdown': 'md' };

/** Looks at what was fetched: what the bytes are counts, and only where they have no signature what the server calls them. */
export async function copyOf(fetched: Fetched, { path, asked, title, at }: Given): Promise<Copy> {
  const ending = endingFor((await lookAt(path, '')).mime) ?? texts[fetched.type];
  const named = (own: string): string => cleanName(`${title.replace(/[/\\]/g, ' ')}.${own}`);
  if (ending !== undefined) return { name: named(ending), pdf: null };
  if (!pages.has(fetched.type)) throw new NotCopied('type');
  try {
    const { pdf } = await runThread<{ pdf: Uint8Array }>({ task: 'copy', path, kind: 'html', given: { asked, url: fetched.url, at: at.toISOString(), sha256: fetched.sha256, charset: fetched.charset } });
    return { name: named('pdf'), pdf };
  } catch (fault) {
    if (!(fault instanceof Unreadable)) throw fault;
    throw new NotCopied(fault.why === 'empty' ? 'empty' : fault.why === 'tooLarge' ? 'large' : 'broken');
  }
}
