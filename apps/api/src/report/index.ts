export { LockedReportRow } from './locked-report.entity';
export { ReportModule } from './report.module';
