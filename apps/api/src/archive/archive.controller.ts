import { Controller, Get } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { archive, type ArchiveEntry } from '@samsyn/contract';
import { Repository } from 'typeorm';
import { Public } from '../http';
import { PublishedResultRow } from './published-result.entity';

/** Published results, open to everyone. */
@Public()
@Controller()
export class ArchiveController {
  constructor(@InjectRepository(PublishedResultRow) private readonly rows: Repository<PublishedResultRow>) {}

  @Get(archive.list.path)
  async list(): Promise<{ entries: ArchiveEntry[] }> {
    return { entries: (await this.rows.find({ order: { id: 'ASC' } })).map((row) => ({ ...row.body, evaluation: row.evaluationId })) };
  }
}
