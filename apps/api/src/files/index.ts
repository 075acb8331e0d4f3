export { FileStorage, StorageFull, unfinishedMilliseconds, type Part } from './file-storage';
export { FilesModule, storageFor } from './files.module';
