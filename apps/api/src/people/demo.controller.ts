import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { people, type AnswerOf } from '@samsyn/contract';
import { Refusal } from '@samsyn/domain';
import { Repository } from 'typeorm';
import * as z from 'zod';
import { Public, SchemaPipe, SETTINGS, type Settings } from '../http';
import { Accounts } from './accounts';
import { PersonRow } from './people-rows.entity';

const demoPersonSchema = z.object({ email: z.email().endsWith('.example'), name: z.string(), organisation: z.string(), role: z.string(), note: z.string(), mayCreate: z.boolean().default(false) });

/** Demo persons and their links. Exists only with SAMSYN_DEMO=1; every other installation answers as if it were not there. */
@Public()
@Controller()
export class DemoController {
  private readonly shownPeople = new Map<string, AnswerOf<typeof people.demo>['people'][number]>();

  constructor(
    private readonly accounts: Accounts,
    @InjectRepository(PersonRow) private readonly persons: Repository<PersonRow>,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get(people.demo.path)
  list(): AnswerOf<typeof people.demo> {
    return this.settings.SAMSYN_DEMO === '1' ? { demo: true, people: [...this.shownPeople.values()] } : { demo: false, people: [] };
  }

  /** Adds or finds a demo person and answers with a link that may be used again until the next start. */
  @Post('demo/people')
  @HttpCode(200)
  async add(@Body(new SchemaPipe(demoPersonSchema)) body: z.output<typeof demoPersonSchema>): Promise<{ id: string; link: string }> {
    if (this.settings.SAMSYN_DEMO !== '1') throw new Refusal('wire/not-found');
    const person = await this.accounts.findOrCreate(body);
    await this.persons.update(person.id, { mayCreate: body.mayCreate, demo: true });
    const shown = this.shownPeople.get(body.email);
    const link = shown?.link ?? (await this.accounts.linkFor(person, 'demo'));
    this.shownPeople.set(body.email, { name: body.name, organisation: body.organisation, role: body.role, note: body.note, link });
    return { id: person.id, link };
  }
}
