import { Body, Controller, Get, Header, HttpCode, Param, Post, Res } from '@nestjs/common';
import { reports, type AnswerOf, type BodyOf, type LockState } from '@samsyn/contract';
import type { Report } from '@samsyn/domain';
import type { Response } from 'express';
import { EvaluationIdPipe } from '../evaluation';
import { SchemaPipe } from '../http';
import { Caller, type SignedIn } from '../people';
import { reportCsv } from './report-csv';
import { ReportService } from './report.service';

@Controller()
export class ReportController {
  constructor(private readonly reports: ReportService) {}

  @Get(reports.lockState.path)
  lockState(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<LockState> {
    return this.reports.lockState(caller.id, id);
  }

  @Post(reports.sign.path)
  @HttpCode(200)
  sign(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(reports.sign.body)) body: BodyOf<typeof reports.sign>): Promise<LockState> {
    return this.reports.sign(caller.id, id, body.fingerprint, body.reason);
  }

  @Post(reports.unlock.path)
  @HttpCode(200)
  unlock(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(reports.unlock.body)) body: BodyOf<typeof reports.unlock>): Promise<LockState> {
    return this.reports.unlock(caller.id, id, body.reason);
  }

  @Get(reports.preview.path)
  preview(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<AnswerOf<typeof reports.preview>> {
    return this.reports.preview(caller.id, id);
  }

  @Get('evaluations/:id/report/:version.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  async csv(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Param('version') version: string, @Res({ passthrough: true }) response: Response): Promise<string> {
    const row = await this.reports.read(caller.id, id, version);
    response.setHeader('content-disposition', `attachment; filename="samsyn-version-${row.version}.csv"`);
    return reportCsv(JSON.parse(row.body) as Report);
  }

  @Get(reports.read.path)
  async read(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Param('version') version: string): Promise<AnswerOf<typeof reports.read>> {
    const row = await this.reports.read(caller.id, id, version);
    return { report: JSON.parse(row.body) as Report, hash: row.hash, lockedAt: row.lockedAt.toISOString() };
  }
}
