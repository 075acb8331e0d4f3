import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OutboxMailRow } from './outbox-mail.entity';
import { Outbox } from './outbox';

@Module({ imports: [TypeOrmModule.forFeature([OutboxMailRow])], providers: [Outbox], exports: [Outbox] })
export class MailModule {}
