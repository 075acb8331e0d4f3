import { Module } from '@nestjs/common';
import { PeopleModule } from '../people';
import { LiveGateway } from './live.gateway';

@Module({ imports: [PeopleModule], providers: [LiveGateway], exports: [LiveGateway] })
export class LiveModule {}
