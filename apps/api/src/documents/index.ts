export { Coverage } from './coverage';
export { DocumentsModule } from './documents.module';
export { UploadsDoor } from './uploads-door';
