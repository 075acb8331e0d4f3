import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EvaluationModule } from '../evaluation';
import { PeopleModule } from '../people';
import { LockedReportRow } from './locked-report.entity';
import { ReportController } from './report.controller';
import { ReportService } from './report.service';

@Module({ imports: [PeopleModule, EvaluationModule, TypeOrmModule.forFeature([LockedReportRow])], controllers: [ReportController], providers: [ReportService] })
export class ReportModule {}
