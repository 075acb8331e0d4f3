import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleModule } from '../people';
import { InstrumentController } from './instrument.controller';
import { InstrumentRow } from './instrument.entity';
import { Instruments } from './instruments';

@Module({ imports: [PeopleModule, TypeOrmModule.forFeature([InstrumentRow])], controllers: [InstrumentController], providers: [Instruments], exports: [Instruments] })
export class InstrumentModule {}
