import { requestHeader } from '@samsyn/contract/routes';
import type { PDFDocumentLoadingTask } from 'pdfjs-dist';
import { spokenAs } from '../http';

export type PdfLibrary = typeof import('pdfjs-dist');

/** Copied beside the page by the build, as they are: fetched only by who opens a PDF, and never part of a chunk of ours. */
const folder = '/pdf';
let library: Promise<PdfLibrary> | null = null;

/** The reader of PDFs, fetched once. A failed fetch is tried again the next time. */
export function pdfLibrary(): Promise<PdfLibrary> {
  const address = `${folder}/pdf.min.mjs`;
  library ??= (import(/* @vite-ignore */ address) as Promise<PdfLibrary>).then(
    (loaded) => {
      loaded.GlobalWorkerOptions.workerSrc = `${folder}/pdf.worker.min.mjs`;
      return loaded;
    },
    (failure: unknown) => {
      library = null;
      throw failure;
    },
  );
  return library;
}

/** Fetches in pieces, the first page first; nothing inside the file may run, and nothing is compiled, so that the page's own rules hold. */
export const openPdf = ({ getDocument }: PdfLibrary, url: string): PDFDocumentLoadingTask =>
  getDocument({
    url, httpHeaders: { [requestHeader]: spokenAs() }, rangeChunkSize: 1 << 17, disableAutoFetch: true, disableStream: true,
    cMapUrl: `${folder}/cmaps/`, cMapPacked: true, standardFontDataUrl: `${folder}/fonts/`, wasmUrl: `${folder}/wasm/`, useWasm: false, useSystemFonts: false, enableXfa: false, verbosity: 0,
  });
