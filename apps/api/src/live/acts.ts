import { Injectable } from '@nestjs/common';
import { actSchema, type ActAnswer, type ActName, type AnswerOf, type Changed, type Endpoint } from '@samsyn/contract';
import { evaluationIdOf, Refusal } from '@samsyn/domain';
import type { z } from 'zod';
import { problemWith, soundBy } from '../http';
import { Sessions } from '../people';

/** Does for a person what the endpoint of the same name does; `question` is empty where the endpoint has none. */
type Take<E extends Endpoint> = (person: string, evaluation: string, body: z.output<E['body']>, question: string) => Promise<AnswerOf<E>>;

/**
 * Drafts and shared facts said over the socket: the same session, schemas, rules and refusals as over HTTP, by the same handlers.
 * Who opened the socket was decided when it opened; whether that session still stands is asked again for every act.
 */
@Injectable()
export class Acts {
  private readonly takers = new Map<ActName, (person: string, evaluation: string, body: unknown, question: string) => Promise<unknown>>();

  constructor(private readonly sessions: Sessions) {}

  /** Names who does it; called once by the topic whose endpoint it is. */
  takenBy<E extends Endpoint>(act: ActName, { body }: E, take: Take<E>): void {
    this.takers.set(act, (person, evaluation, given, question) => take(person, evaluation, soundBy(body, given) as z.output<E['body']>, question));
  }

  /** Never throws: what came of it, with what was told to this page alone meanwhile. */
  async answer(message: unknown, token: string | undefined, told: readonly Changed[]): Promise<ActAnswer> {
    try {
      const person = this.sessions.known(token) ?? (await this.sessions.personOf(token));
      return { answer: await this.take(person.id, message), changed: told };
    } catch (thrown) {
      return { problem: problemWith(thrown, () => 'act'), changed: told };
    }
  }

  private take(person: string, message: unknown): Promise<unknown> {
    const { act, as, evaluation, question = '', body } = soundBy(actSchema, message);
    if (as !== '1' && as !== person) throw new Refusal('people/signed-out');
    const id = evaluationIdOf(evaluation);
    const take = this.takers.get(act);
    if (!take) throw new Error(`nobody takes ${act}`);
    return take(person, id, body, question);
  }
}
