import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ArchiveModule } from './archive';
import { ConsensusModule } from './consensus';
import { databaseOptions } from './database';
import { DocumentsModule } from './documents';
import { EvaluationModule } from './evaluation';
import { CrossSiteGuard, RefusalFilter, SETTINGS, type Settings } from './http';
import { InstrumentModule } from './instrument';
import { InterviewsModule } from './interviews';
import { LiveModule } from './live';
import { PeopleModule, SignedInGuard } from './people';
import { ReportModule } from './report';
import { ScoringModule } from './scoring';

@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        { module: SettingsModule, global: true, providers: [{ provide: SETTINGS, useValue: settings }], exports: [SETTINGS] },
        TypeOrmModule.forRoot({ ...databaseOptions(settings.DATABASE_URL, settings.POOL_SIZE, 'app'), retryAttempts: 1 }),
        PeopleModule, LiveModule, InstrumentModule, EvaluationModule, DocumentsModule, ScoringModule, ConsensusModule, InterviewsModule, ReportModule, ArchiveModule,
      ],
      providers: [
        { provide: APP_FILTER, useClass: RefusalFilter },
        { provide: APP_GUARD, useClass: CrossSiteGuard },
        { provide: APP_GUARD, useExisting: SignedInGuard },
      ],
    };
  }
}

@Module({})
class SettingsModule {}
