import type { Routes } from '@angular/router';
import { signedIn } from '../people';

/** The page map. Swedish addresses; each page is its own chunk. `data.title` names it for the window; `framed` pages stand in the evaluation's own main region. */
export const routes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: () => import('./start').then((page) => page.Start), data: { title: 'start' } },
  { path: 'logga-in', loadComponent: () => import('../people/sign-in').then((page) => page.SignIn), data: { title: 'signIn' } },
  { path: 'lank/:token', loadComponent: () => import('../people/use-link').then((page) => page.UseLink), data: { title: 'link' } },
  { path: 'konto', canActivate: [signedIn], loadComponent: () => import('../people/account').then((page) => page.Account), data: { title: 'account' } },
  { path: 'arkiv', loadComponent: () => import('../archive/archive-page').then((page) => page.ArchivePage), data: { title: 'archive' } },
  { path: 'arkiv/:entry', loadComponent: () => import('../archive/archive-entry-page').then((page) => page.ArchiveEntryPage), data: { title: 'archiveEntry' } },
  { path: 'utvarderingar', canActivate: [signedIn], loadComponent: () => import('../evaluation/my-evaluations').then((page) => page.MyEvaluations), data: { title: 'mine' } },
  { path: 'utvarderingar/ny', canActivate: [signedIn], loadComponent: () => import('../evaluation/new-evaluation').then((page) => page.NewEvaluation), data: { title: 'create' } },
  {
    path: 'utvardering/:id',
    canActivate: [signedIn],
    loadComponent: () => import('./evaluation-frame').then((page) => page.EvaluationFrame),
    children: [
      { path: '', pathMatch: 'full', loadComponent: () => import('../evaluation/overview').then((page) => page.Overview), data: { title: 'overview', framed: true } },
      { path: 'installningar', loadComponent: () => import('../evaluation/settings').then((page) => page.Settings), data: { title: 'settings', framed: true } },
      { path: 'poangark', loadComponent: () => import('../scoring/score-sheet').then((page) => page.ScoreSheet), data: { title: 'sheet', framed: true } },
      { path: 'poangark/:question', loadComponent: () => import('../scoring/score-sheet').then((page) => page.ScoreSheet), data: { title: 'sheet', framed: true } },
      { path: 'samsyn', loadComponent: () => import('../consensus/divergence-board').then((page) => page.DivergenceBoard), data: { title: 'board', framed: true } },
      { path: 'samsyn/:question', loadComponent: () => import('../consensus/divergence-board').then((page) => page.DivergenceBoard), data: { title: 'board', framed: true } },
      { path: 'rapport', loadComponent: () => import('../report/report-page').then((page) => page.ReportPage), data: { title: 'report', framed: true } },
      { path: 'rapport/:version', loadComponent: () => import('../report/report-page').then((page) => page.ReportPage), data: { title: 'report', framed: true } },
      { path: 'las', loadComponent: () => import('../report/lock-page').then((page) => page.LockPage), data: { title: 'lock', framed: true } },
      { path: 'handelselogg', loadComponent: () => import('../evaluation/ledger-page').then((page) => page.LedgerPage), data: { title: 'ledger', framed: true } },
    ],
  },
  { path: '**', loadComponent: () => import('./nothing-here').then((page) => page.NothingHere), data: { title: 'nothing' } },
];
