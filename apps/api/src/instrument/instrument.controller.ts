import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { instruments, type InstrumentSummary } from '@samsyn/contract';
import { Refusal, type Instrument } from '@samsyn/domain';
import { SchemaPipe } from '../http';
import { Caller, type SignedIn } from '../people';
import { Instruments } from './instruments';

@Controller()
export class InstrumentController {
  constructor(private readonly instruments: Instruments) {}

  @Get(instruments.list.path)
  list(): Promise<InstrumentSummary[]> {
    return this.instruments.list();
  }

  @Get(instruments.read.path)
  read(@Param('id') id: string): Promise<Instrument> {
    return this.instruments.read(id);
  }

  @Post(instruments.publish.path)
  @HttpCode(200)
  publish(@Caller() caller: SignedIn, @Body(new SchemaPipe(instruments.publish.body)) body: Instrument): Promise<InstrumentSummary> {
    if (!caller.mayCreate) throw new Refusal('people/not-allowed');
    return this.instruments.publish(body);
  }
}
