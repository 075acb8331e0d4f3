import type { ActAnswer, ActMessage, AnswerOf, BodyOf, Endpoint, Problem } from '@samsyn/contract';
import { acts, requestHeader, webHeader, type ActName, type Route } from '@samsyn/contract/routes';
import type { RefusalCode } from '@samsyn/domain';
import { Subject } from 'rxjs';

/** A refusal from the server, or a failure on the way to it. `offline` means nothing was heard: try again later, keep what was typed. */
export class CallFailed extends Error {
  constructor(
    readonly code: RefusalCode | 'offline' | 'defect',
    readonly facts: Readonly<Record<string, unknown>> = {},
    readonly status = 0,
    /** Number of the request, to quote to support. */
    readonly request = '',
  ) {
    super(code);
    this.name = 'CallFailed';
  }

  /** What was asked for does not exist or is not for this person, which are the same answer: trying again does not help. */
  get missing(): boolean {
    return this.code === 'wire/not-found' || this.code === 'wire/invalid' || this.code === 'people/not-allowed';
  }
}

/** Heard at once when the server no longer knows who is asking, whichever call was told so. */
export const signedOut = new Subject<void>();

/** Heard with every answer: which web the server has beside it, and whether it refused what was sent as malformed or unknown. */
export const answered = new Subject<{ readonly web: string; readonly misread: boolean }>();

/** For whom the page was opened. Sent with every call, so that another person signing in in this browser never acts through a page that is not theirs. */
let speaker = '1';
export const speakAs = (person: string | null): void => void (speaker = person ?? '1');
/** The same for requests that do not go through `call`: uploads. */
export const spokenAs = (): string => speaker;

/** Takes an act over the open socket; null when it cannot, and the act goes as a request. */
type ActCarrier = (message: ActMessage) => Promise<ActAnswer> | null;
let carrier: ActCarrier = () => null;
/** Names who carries acts; called once by who holds the socket. */
export const carryActsBy = (carry: ActCarrier): void => void (carrier = carry);

/** The address of an endpoint with its :parameters filled in. */
export const addressOf = (endpoint: { readonly path: string }, params: Readonly<Record<string, string>> = {}): string =>
  `/api/${endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))}`;

type Options<E extends Endpoint> = { readonly params?: Readonly<Record<string, string>>; readonly signal?: AbortSignal; readonly keepalive?: boolean } & (BodyOf<E> extends undefined ? { readonly body?: undefined } : { readonly body: BodyOf<E> });

/** One typed call: answers with the endpoint's answer or throws `CallFailed`, nothing else. */
export async function call<E extends Endpoint>(endpoint: Route<E>, options: Options<E> = {} as Options<E>): Promise<AnswerOf<E>> {
  const act = (Object.keys(acts) as ActName[]).find((name) => acts[name].path === endpoint.path);
  // What a closing page sends last must outlive its socket: only a request does.
  const carried = act === undefined || options.keepalive ? null : carrier({ act, evaluation: options.params?.['id'] ?? '', question: options.params?.['question'], as: speaker, body: options.body });
  if (carried) return answerOfAct<E>(carried);
  let response: Response;
  try {
    response = await fetch(addressOf(endpoint, options.params), {
      method: endpoint.method,
      headers: { accept: 'application/json', [requestHeader]: speaker, ...(options.body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
      keepalive: options.keepalive ?? false,
      credentials: 'same-origin',
    });
  } catch {
    throw new CallFailed('offline');
  }
  // Absent where something else than the server answers.
  const web = response.headers?.get(webHeader) ?? '';
  if (response.ok) {
    answered.next({ web, misread: false });
    return (await response.json()) as AnswerOf<E>;
  }
  throw heard(await failureOf(response), web);
}

/** An act whose socket broke before the answer: nobody knows whether it was done, as with a request that broke. */
async function answerOfAct<E extends Endpoint>(carried: Promise<ActAnswer>): Promise<AnswerOf<E>> {
  const outcome = await carried.catch(() => {
    throw new CallFailed('offline');
  });
  if ('answer' in outcome) return outcome.answer as AnswerOf<E>;
  throw heard(failedBy(outcome.problem, outcome.problem.status), '');
}

function heard(failure: CallFailed, web: string): CallFailed {
  answered.next({ web, misread: failure.code.startsWith('wire/') });
  if (failure.code === 'people/signed-out') signedOut.next();
  return failure;
}

const failedBy = (problem: Problem, status: number): CallFailed => new CallFailed(problem.code as RefusalCode, problem.facts, status, problem.request);

async function failureOf(response: Response): Promise<CallFailed> {
  try {
    const problem = (await response.json()) as Problem;
    if (problem.code) return failedBy(problem, response.status);
  } catch {
    // A proxy or a restarting server answers without our problem document.
  }
  return new CallFailed(response.status === 502 || response.status === 503 || response.status === 504 ? 'offline' : 'defect', {}, response.status);
}
