/** Part of a page this high or low may be what stands on every page: its head and its foot. */
const band = 12;

const pageOf = (node: Node): HTMLElement | null => (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-page]') ?? null;
const numberOf = (box: HTMLElement): number => Number(box.dataset['page'] ?? 1);

/** Pieces of drawn text by what they say but for figures, and at which height: only those in the head or the foot. */
function edgesOf(page: Element): Map<string, Element[]> {
  const edges = new Map<string, Element[]>();
  const sheet = page.getBoundingClientRect();
  for (const piece of page.querySelectorAll('span:not(.markedContent)')) {
    const top = ((piece.getBoundingClientRect().top - sheet.top) / sheet.height) * 100;
    if (!(top < band || top > 100 - band)) continue;
    const key = `${Math.round(top)} ${(piece.textContent ?? '').replace(/\d+/g, '#').trim()}`;
    edges.set(key, [...(edges.get(key) ?? []), piece]);
  }
  return edges;
}

/** What stands alike on both pages at the same height, such as a running title or the number of the page: no part of a passage over both. */
export function runningIn(page: Element, next: Element): ReadonlySet<Element> {
  const [one, other] = [edgesOf(page), edgesOf(next)];
  return new Set([...one].flatMap(([key, pieces]) => [...(other.has(key) ? pieces : []), ...(other.get(key) ?? [])]));
}

/** What is selected on drawn pages, and from which page to which; over the end of a page without what runs on every page. */
export function drawnPassage(selection: Selection, range: Range): { words: string; page: number; to: number } | null {
  const [first, last] = [pageOf(range.startContainer), pageOf(range.endContainer)];
  if (!first) return null;
  const page = numberOf(first);
  if (!last || last === first) return { words: selection.toString(), page, to: page };
  const running = new Set<Node>();
  for (let box: Element | null = first; box && box !== last; box = box.nextElementSibling) if (box.nextElementSibling) for (const piece of runningIn(box, box.nextElementSibling)) running.add(piece);
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_ALL, (node) => (running.has(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  let [words, to] = ['', first];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!range.intersectsNode(node)) continue;
    if (node instanceof HTMLBRElement) words += '\n';
    if (!(node instanceof Text)) continue;
    const said = node.data.slice(node === range.startContainer ? range.startOffset : 0, node === range.endContainer ? range.endOffset : undefined);
    const box = pageOf(node);
    if (box && box !== to && /\S/.test(said)) [words, to] = [`${words}\n`, box];
    words += said;
  }
  return { words, page, to: numberOf(to) };
}
