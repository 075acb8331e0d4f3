import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleModule } from '../people';
import { Drafts } from './drafts';
import { DraftsController } from './drafts.controller';
import { InstrumentDraftRow } from './instrument-draft.entity';
import { InstrumentController } from './instrument.controller';
import { InstrumentRow } from './instrument.entity';
import { Instruments } from './instruments';

@Module({
  imports: [PeopleModule, TypeOrmModule.forFeature([InstrumentRow, InstrumentDraftRow])],
  controllers: [InstrumentController, DraftsController],
  providers: [Instruments, Drafts],
  exports: [Instruments],
})
export class InstrumentModule {}
