import { Service } from '@angular/core';
import type { Problem } from '@samsyn/contract';
import { requestHeader, uploadsPath } from '@samsyn/contract/routes';
import type { RefusalCode } from '@samsyn/domain';
import type { DetailedError, HttpResponse } from 'tus-js-client';
import { CallFailed, signedOut, spokenAs } from '../http';
import { UploadPlaces } from './upload-places';

/** What is to be sent, and whom to tell. */
export interface Parcel {
  readonly file: File;
  /** The same file for the same purpose by the same person is the same upload, also after a restart. */
  readonly fingerprint: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly told: (sent: number) => void;
}

/** An upload under way. */
export interface Sending {
  /** Answers with the id of the new version; throws `CallFailed`. Never answers after `stop`. */
  readonly done: Promise<string>;
  /** Stops sending; the server keeps what it has, unless it is to throw it away. */
  readonly stop: (throwAway: boolean) => Promise<void>;
}

/** What is acknowledged at a time: so much at most is sent twice when the line breaks. */
const piece = 4 * 1024 * 1024;

/** An answer after which the place on the server still holds: tus itself would begin from the start. */
class Held extends Error {
  constructor(readonly answer: HttpResponse) {
    super('held');
  }
}
const holds = (status: number): boolean => status === 401 || status === 429 || status >= 500;

/** Sends files by tus (tus.io). The library is fetched with the first file. */
@Service()
export class UploadSender {
  private readonly places = new UploadPlaces();

  async send({ file, fingerprint, metadata, told }: Parcel): Promise<Sending> {
    const { Upload } = await import('tus-js-client');
    let finish: (version: string) => void = () => undefined;
    let fail: (failure: CallFailed) => void = () => undefined;
    const done = new Promise<string>((well, ill) => ([finish, fail] = [well, ill]));
    const upload = new Upload(file, {
      endpoint: `/api/${uploadsPath}`, metadata: { ...metadata }, chunkSize: piece, retryDelays: null, headers: { [requestHeader]: spokenAs() },
      fingerprint: () => Promise.resolve(fingerprint), urlStorage: this.places, storeFingerprintForResuming: true, removeFingerprintOnSuccess: true,
      onAfterResponse: (_, response) => {
        if (holds(response.getStatus())) throw new Held(response);
      },
      onProgress: (sent) => told(sent),
      onSuccess: () => finish(upload.url?.split('/').at(-1) ?? ''),
      onError: (fault) => fail(failureOf(fault)),
    });
    const [known] = await upload.findPreviousUploads();
    if (known) upload.resumeFromPreviousUpload(known);
    upload.start();
    return { done, stop: async (throwAway) => void (await upload.abort(throwAway).catch(() => undefined)) };
  }
}

/** What an upload failed of, told as calls tell it. */
export function failureOf(fault: Error | DetailedError): CallFailed {
  const caused = 'causingError' in fault ? fault.causingError : null;
  const answer = caused instanceof Held ? caused.answer : 'originalResponse' in fault ? fault.originalResponse : null;
  const status = answer?.getStatus() ?? 0;
  if (!answer || status === 0) return new CallFailed('offline');
  try {
    const problem = JSON.parse(answer.getBody()) as Problem;
    if (problem.code === 'people/signed-out') signedOut.next();
    if (problem.code) return new CallFailed(problem.code as RefusalCode, problem.facts, status, problem.request);
  } catch {
    // A proxy, or tus itself, answers without our problem document.
  }
  // 409 and 423: another connection of the same upload has not been given up yet.
  return new CallFailed(status === 409 || status === 423 || status >= 500 ? 'offline' : 'defect', {}, status);
}
