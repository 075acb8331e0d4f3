import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OutboxMailRow } from './outbox-mail.entity';
import { Outbox } from './outbox';
import { PostOffice } from './post-office';

@Module({ imports: [TypeOrmModule.forFeature([OutboxMailRow])], providers: [Outbox, PostOffice], exports: [Outbox, PostOffice] })
export class MailModule {}
