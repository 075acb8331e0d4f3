export * from './access';
export * from './coverage';
export * from './reminders';
export * from './request';
export * from './retention';
export * from './working-days';
