import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ArchiveController } from './archive.controller';
import { PublishedResults } from './published-results';
import { PublishedResultRow } from './published-result.entity';

@Module({ imports: [TypeOrmModule.forFeature([PublishedResultRow])], controllers: [ArchiveController], providers: [PublishedResults] })
export class ArchiveModule {}
