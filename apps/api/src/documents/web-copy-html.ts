import { parse, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

export interface Row {
  readonly cells: readonly string[];
  readonly isHead: boolean;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'text'; readonly depth: number; readonly text: string }
  | { readonly kind: 'item'; readonly depth: number; readonly mark: string; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly Row[] };

export interface Page {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly links: readonly { readonly text: string; readonly url: string }[];
  /** Whether there was more than a copy holds. */
  readonly isCut: boolean;
}

const most = { signs: 1_000_000, links: 500, depth: 400, columns: 40, label: 300 };

/** Nothing to read, or nothing to read without running it. */
const silent = new Set(['head', 'script', 'style', 'noscript', 'template', 'iframe', 'object', 'embed', 'canvas', 'video', 'audio', 'svg', 'math', 'nav', 'select', 'input', 'button', 'textarea', 'datalist', 'map', 'dialog']);
const standing = new Set(['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'address', 'figure', 'figcaption', 'blockquote', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'pre', 'hr', 'form', 'fieldset', 'legend', 'details', 'summary', 'table', 'caption', 'tr', 'td', 'th', 'body', 'center', 'menu']);

const isElement = (node: Node): node is Element => 'tagName' in node;
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);
const attribute = (element: Element, name: string): string | undefined => element.attrs.find((own) => own.name === name)?.value;
const isHidden = (element: Element): boolean => attribute(element, 'hidden') !== undefined || attribute(element, 'aria-hidden') === 'true' || /display\s*:\s*none/i.test(attribute(element, 'style') ?? '');
const tidy = (text: string): string => text.replace(/[ \t\r\f\u00a0]*\n[ \t\r\f\u00a0]*/g, '\n').replace(/[ \t\r\f\u00a0]+/g, ' ').trim();

/** Every element below, in reading order; those too deep to be meant are left out. */
function* within(node: Node, depth = 0): Generator<Element> {
  if (depth > most.depth) return;
  for (const child of childrenOf(node)) {
    if (isElement(child)) yield child;
    yield* within(child, depth + 1);
  }
}

const plainText = (node: Node): string => ('value' in node ? node.value : childrenOf(node).map(plainText).join(''));

/**
 * The letters behind the bytes. A byte order mark wins over what the server says, that over what the page says; what
 * then is not sound UTF-8 is read as Western European, as older Swedish pages are, whatever they claim.
 */
export function decoded(bytes: Uint8Array, told: string): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const own = /<meta[^>]+charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(start)?.[1] ?? /^<\?xml[^>]+encoding\s*=\s*["']([^"']+)/i.exec(start)?.[1];
  const marked = start.startsWith('\u00ef\u00bb\u00bf') ? 'utf-8' : start.startsWith('\u00fe\u00ff') ? 'utf-16be' : start.startsWith('\u00ff\u00fe') ? 'utf-16le' : undefined;
  for (const label of [marked, told, own, 'utf-8']) {
    try {
      if (label) return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // Not what it is called; the next name is tried.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

/** What a page says, in order: its main part where it names one, otherwise all but its menus. Nothing of it is run. */
export function pageOf(html: string, address: string): Page {
  const tree = parse(html);
  const all = [...within(tree)];
  const named = (name: string): Element | undefined => all.find(({ tagName }) => tagName === name);
  const [base, title] = [named('base'), named('title')];
  const main = all.find((own) => (own.tagName === 'main' || attribute(own, 'role') === 'main') && !isHidden(own) && plainText(own).trim().length > 100);
  const from = (base && attribute(base, 'href')) ?? '';
  const flow = new Flow(URL.canParse(from, address) ? new URL(from, address).href : address);
  flow.walk(main ?? named('body') ?? tree, 0);
  flow.end();
  const heading = flow.blocks.find((block) => block.kind === 'heading');
  return { title: tidy(title ? plainText(title) : '').replace(/\n/g, ' ').slice(0, most.label) || (heading?.kind === 'heading' ? heading.text : ''), blocks: flow.blocks, links: [...flow.links.values()], isCut: flow.isCut };
}

/** Gathers running text into blocks as the elements begin and end. */
class Flow {
  readonly blocks: Block[] = [];
  readonly links = new Map<string, { text: string; url: string }>();
  isCut = false;
  private readonly base: string;
  private signs = 0;
  private run = '';
  private lists = 0;
  private heading = 0;
  /** Of a list's item: it belongs to the first words there, however they are wrapped. */
  private mark = '';

  constructor(base: string) {
    this.base = base;
  }

  walk(node: Node, depth: number): void {
    if (this.isCut || depth > most.depth) return;
    if ('value' in node) return this.say(node.value.replace(/[ \t\n\r\f]+/g, ' '));
    if (!isElement(node)) return this.inner(node, depth);
    const { tagName } = node;
    if (silent.has(tagName) || isHidden(node)) return;
    if (tagName === 'br') return this.say('\n');
    if (tagName === 'img') return this.say(attribute(node, 'alt')?.trim() ? ` [Bild: ${attribute(node, 'alt')?.trim()}] ` : '');
    if (tagName === 'pre') return this.whole(() => this.say(plainText(node)));
    if (/^h[1-6]$/.test(tagName)) return this.titled(node, Number(tagName[1]), depth);
    if (tagName === 'ul' || tagName === 'ol' || tagName === 'menu') return this.list(node, depth);
    if (tagName === 'table') return this.table(node, depth);
    if (standing.has(tagName)) return this.whole(() => this.inner(node, depth));
    if (tagName === 'a') this.link(node);
    this.inner(node, depth);
  }

  /** What was said since the last block becomes one. */
  end(): void {
    const text = tidy(this.run);
    const { heading, mark } = this;
    this.run = '';
    if (text === '' || this.isCut) return;
    this.mark = '';
    this.signs += text.length;
    if (this.signs > most.signs) this.isCut = true;
    else if (heading > 0) this.blocks.push({ kind: 'heading', level: heading, text: text.replace(/\n/g, ' ') });
    else if (mark !== '') this.blocks.push({ kind: 'item', depth: this.lists, mark, text });
    else this.blocks.push({ kind: 'text', depth: this.lists, text });
  }

  private say(text: string): void {
    this.run += text;
  }

  private inner(node: Node, depth: number): void {
    for (const child of childrenOf(node)) this.walk(child, depth + 1);
  }

  private whole(inside: () => void): void {
    this.end();
    inside();
    this.end();
  }

  private titled(node: Node, level: number, depth: number): void {
    this.whole(() => {
      this.heading = level;
      this.inner(node, depth);
    });
    this.heading = 0;
  }

  private list(list: Element, depth: number): void {
    this.end();
    this.lists++;
    let number = Number(attribute(list, 'start') ?? 1) || 1;
    for (const child of childrenOf(list)) {
      if (isElement(child) && child.tagName === 'li') {
        this.end();
        this.mark = list.tagName === 'ol' ? `${number++}.` : '•';
      }
      this.walk(child, depth + 1);
    }
    this.end();
    this.mark = '';
    this.lists--;
  }

  /** A table of one column, or one that holds another, only places things. */
  private table(table: Element, depth: number): void {
    const inside = [...within(table)];
    const rows = inside.filter(({ tagName }) => tagName === 'tr').map((row) => this.row(row)).filter(({ cells }) => cells.some((cell) => cell !== ''));
    const columns = Math.max(0, ...rows.map(({ cells }) => cells.length));
    if (columns < 2 || columns > most.columns || inside.some(({ tagName }) => tagName === 'table') || attribute(table, 'role') === 'presentation') return this.whole(() => this.inner(table, depth));
    this.end();
    const caption = inside.find(({ tagName }) => tagName === 'caption');
    if (caption) this.walk(caption, depth);
    for (const own of inside) if (own.tagName === 'a') this.link(own);
    this.signs += rows.reduce((sum, { cells }) => sum + cells.join(' ').length, 0);
    if (this.signs > most.signs) this.isCut = true;
    else this.blocks.push({ kind: 'table', rows });
  }

  private row(row: Element): Row {
    const own = childrenOf(row).filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
    const cells = own.flatMap((cell) => {
      const flow = new Flow(this.base);
      flow.walk(cell, 0);
      flow.end();
      const text = flow.blocks.map((block) => (block.kind === 'table' ? '' : block.kind === 'item' ? `${block.mark} ${block.text}` : block.text)).join('\n');
      return [text, ...Array.from({ length: Math.min(20, Math.max(1, Number(attribute(cell, 'colspan') ?? 1) || 1)) - 1 }, () => '')];
    });
    return { cells, isHead: own.length > 0 && own.every(({ tagName }) => tagName === 'th') };
  }

  private link(element: Element): void {
    const to = attribute(element, 'href')?.trim() ?? '';
    if (to === '' || to.startsWith('#') || this.links.size >= most.links || !URL.canParse(to, this.base)) return;
    const { protocol, href } = new URL(to, this.base);
    const text = tidy(plainText(element)).replace(/\s+/g, ' ').slice(0, most.label);
    if (/^(https?|mailto|tel):$/.test(protocol) && text !== '' && !this.links.has(href)) this.links.set(href, { text, url: href });
  }
}
