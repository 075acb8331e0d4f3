import { Module } from '@nestjs/common';
import { PeopleModule } from '../people';
import { Acts } from './acts';
import { LiveGateway } from './live.gateway';

@Module({ imports: [PeopleModule], providers: [Acts, LiveGateway], exports: [Acts, LiveGateway] })
export class LiveModule {}
