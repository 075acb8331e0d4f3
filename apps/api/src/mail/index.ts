export { calendarFile, type CalendarEvent, type CalendarPerson } from './calendar-file';
export { repliesInMail, type CalendarReply } from './calendar-reply';
export { MailModule } from './mail.module';
export { Outbox, type Mail } from './outbox';
export { OutboxMailRow } from './outbox-mail.entity';
export { PostOffice, type Message, type Outcome } from './post-office';
export { dayInWords, instantOf, minuteInWords, timeInWords } from './wall-clock';
