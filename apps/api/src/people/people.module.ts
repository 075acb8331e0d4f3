import { Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MailModule } from '../mail';
import { Accounts } from './accounts';
import { DemoController } from './demo.controller';
import { PeopleController } from './people.controller';
import { PersonRow, SessionRow, SignInLinkRow } from './people-rows.entity';
import { Sessions } from './sessions';
import { SignedInGuard } from './signed-in.guard';

@Module({
  imports: [MailModule, ThrottlerModule.forRoot([{ ttl: 60_000, limit: 300 }]), TypeOrmModule.forFeature([PersonRow, SessionRow, SignInLinkRow])],
  controllers: [PeopleController, DemoController],
  providers: [Accounts, Sessions, SignedInGuard],
  exports: [Accounts, Sessions, SignedInGuard],
})
export class PeopleModule {}
