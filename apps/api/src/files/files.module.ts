import { Module } from '@nestjs/common';
import path from 'node:path';
import { SETTINGS, type Settings } from '../http';
import { BucketStorage } from './bucket-storage';
import { FileStorage } from './file-storage';
import { FolderStorage } from './folder-storage';

/** One storage for the whole installation: a bucket when one is configured, a folder otherwise. */
export function storageFor(settings: Settings): FileStorage {
  const { S3_BUCKET: bucket, S3_REGION: region, S3_ENDPOINT: endpoint, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  const folder = new FolderStorage(path.resolve(settings.FILES_DIR));
  if (bucket === undefined) return folder;
  return new BucketStorage({ bucket, region, forcePathStyle: settings.S3_PATH_STYLE === '1', ...(endpoint !== undefined && { endpoint }), ...(accessKeyId !== undefined && secretAccessKey !== undefined && { credentials: { accessKeyId, secretAccessKey } }) }, folder);
}

@Module({ providers: [{ provide: FileStorage, useFactory: storageFor, inject: [SETTINGS] }], exports: [FileStorage] })
export class FilesModule {}
