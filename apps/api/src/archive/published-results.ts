import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { publishedResults } from './printed-results';
import { PublishedResultRow } from './published-result.entity';

/** Loads the published results the product ships, once each. */
@Injectable()
export class PublishedResults implements OnModuleInit {
  constructor(@InjectRepository(PublishedResultRow) private readonly rows: Repository<PublishedResultRow>) {}

  async onModuleInit(): Promise<void> {
    await this.rows.createQueryBuilder().insert().values(publishedResults.map((body) => ({ id: body.id, body }))).orIgnore().execute();
  }
}
