import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { Session } from './session';

/** Lets the signed-in through; others sign in first and come back to the page they asked for. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  return (await session.load()) ? true : router.createUrlTree(['/logga-in'], { queryParams: { till: state.url } });
};
