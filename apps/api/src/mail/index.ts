export { MailModule } from './mail.module';
export { Outbox } from './outbox';
export { OutboxMailRow } from './outbox-mail.entity';
