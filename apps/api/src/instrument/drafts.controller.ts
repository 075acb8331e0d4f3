import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, UseGuards, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { instruments, type AnswerOf, type BodyOf, type InstrumentDraftSummary, type InstrumentDraftView, type InstrumentSummary } from '@samsyn/contract';
import { Refusal } from '@samsyn/domain';
import type { z } from 'zod';
import { SchemaPipe } from '../http';
import { Caller, type SignedIn } from '../people';
import { Drafts } from './drafts';

/** Drafts are for those who may create evaluations, and for nobody else, not even to see that there are any. */
class MayCreateGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { person } = context.switchToHttp().getRequest<{ person?: SignedIn }>();
    if (!person?.mayCreate) throw new Refusal('people/not-allowed');
    return true;
  }
}

/** An id that is none answers like a draft that does not exist. */
const draftId = new ParseUUIDPipe({ exceptionFactory: () => new Refusal('wire/not-found') });

@Controller()
@UseGuards(MayCreateGuard)
export class DraftsController {
  constructor(private readonly drafts: Drafts) {}

  @Get(instruments.drafts.path)
  list(): Promise<InstrumentDraftSummary[]> {
    return this.drafts.list();
  }

  @Post(instruments.begin.path)
  @HttpCode(200)
  begin(@Caller() caller: SignedIn, @Body(new SchemaPipe(instruments.begin.body)) { basedOn, body }: z.output<typeof instruments.begin.body>): Promise<InstrumentDraftView> {
    return this.drafts.begin(caller, basedOn, body);
  }

  @Get(instruments.draft.path)
  read(@Param('draft', draftId) id: string): Promise<InstrumentDraftView> {
    return this.drafts.read(id);
  }

  @Put(instruments.save.path)
  save(@Caller() caller: SignedIn, @Param('draft', draftId) id: string, @Body(new SchemaPipe(instruments.save.body)) { edition, body }: z.output<typeof instruments.save.body>): Promise<AnswerOf<typeof instruments.save>> {
    return this.drafts.save(caller, id, edition, body);
  }

  @Post(instruments.publishDraft.path)
  @HttpCode(200)
  publish(@Param('draft', draftId) id: string, @Body(new SchemaPipe(instruments.publishDraft.body)) { edition }: BodyOf<typeof instruments.publishDraft>): Promise<InstrumentSummary> {
    return this.drafts.publish(id, edition);
  }

  @Post(instruments.removeDraft.path)
  @HttpCode(200)
  remove(@Param('draft', draftId) id: string, @Body(new SchemaPipe(instruments.removeDraft.body)) { edition }: BodyOf<typeof instruments.removeDraft>): Promise<{ removed: true }> {
    return this.drafts.remove(id, edition);
  }
}
