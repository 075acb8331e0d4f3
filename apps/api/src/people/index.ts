export { Accounts } from './accounts';
export { PeopleModule } from './people.module';
export { PersonRow } from './people-rows.entity';
export { operatorsLink } from './sign-in-links';
export { sessionCookie, Sessions, type SignedIn } from './sessions';
export { Caller, SignedInGuard } from './signed-in.guard';
export { hashOfToken, newToken } from './tokens';
