import type { Routes } from '@angular/router';
import { signedIn } from '../people';

/** The page map. Swedish addresses; each page is its own chunk. `data.title` names it for the window; `framed` pages stand in the evaluation's own main region. */
export const routes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: () => import('./start').then((page) => page.Start), data: { title: 'start' } },
  { path: 'logga-in', loadComponent: () => import('../people/sign-in').then((page) => page.SignIn), data: { title: 'signIn' } },
  { path: 'lank/:token', loadComponent: () => import('../people/use-link').then((page) => page.UseLink), data: { title: 'link' } },
  { path: 'lamna/:token', loadComponent: () => import('../documents/delegated-page').then((page) => page.DelegatedPage), data: { title: 'handIn' } },
  { path: 'konto', canActivate: [signedIn], loadComponent: () => import('../people/account').then((page) => page.Account), data: { title: 'account' } },
  { path: 'arkiv', loadComponent: () => import('../archive/archive-page').then((page) => page.ArchivePage), data: { title: 'archive' } },
  { path: 'arkiv/:entry', loadComponent: () => import('../archive/archive-entry-page').then((page) => page.ArchiveEntryPage), data: { title: 'archiveEntry' } },
  { path: 'utvarderingar', canActivate: [signedIn], loadComponent: () => import('../evaluation/my-evaluations').then((page) => page.MyEvaluations), data: { title: 'mine' } },
  { path: 'utvarderingar/ny', canActivate: [signedIn], loadComponent: () => import('../evaluation/new-evaluation').then((page) => page.NewEvaluation), data: { title: 'create' } },
  { path: 'modeller', canActivate: [signedIn], loadComponent: () => import('../instrument/models-page').then((page) => page.ModelsPage), data: { title: 'models' } },
  { path: 'modeller/utkast/:draft', canActivate: [signedIn], loadComponent: () => import('../instrument/draft-editor').then((page) => page.DraftEditor), data: { title: 'draft' } },
  { path: 'modeller/utkast/:draft/prova', canActivate: [signedIn], loadComponent: () => import('../scoring/try-out').then((page) => page.TryOut), data: { title: 'tryOut' } },
  { path: 'modeller/jamfor/:before/:after', canActivate: [signedIn], loadComponent: () => import('../instrument/differences-page').then((page) => page.DifferencesPage), data: { title: 'differences' } },
  { path: 'modeller/:id', canActivate: [signedIn], loadComponent: () => import('../instrument/version-page').then((page) => page.VersionPage), data: { title: 'model' } },
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
      { path: 'underlag', pathMatch: 'full', loadComponent: () => import('../documents/requests-page').then((page) => page.RequestsPage), data: { title: 'material', framed: true } },
      { path: 'sjalvbeskrivning', loadComponent: () => import('../documents/description-page').then((page) => page.DescriptionPage), data: { title: 'written', framed: true } },
      { path: 'underlag/sok', loadComponent: () => import('../documents/search-page').then((page) => page.SearchPage), data: { title: 'search', framed: true } },
      { path: 'underlag/las/:version', loadComponent: () => import('../scoring/cite-page').then((page) => page.CitePage), data: { title: 'reading', framed: true } },
      { path: 'tackning', loadComponent: () => import('../documents/coverage-page').then((page) => page.CoveragePage), data: { title: 'coverage', framed: true } },
      { path: 'underlag/:piece', loadComponent: () => import('../evaluation/training-page').then((page) => page.TrainingPage), data: { title: 'material', framed: true } },
      { path: 'rapport', loadComponent: () => import('../report/report-page').then((page) => page.ReportPage), data: { title: 'report', framed: true } },
      { path: 'rapport/:version', loadComponent: () => import('../report/report-page').then((page) => page.ReportPage), data: { title: 'report', framed: true } },
      { path: 'las', loadComponent: () => import('../report/lock-page').then((page) => page.LockPage), data: { title: 'lock', framed: true } },
      { path: 'handelselogg', loadComponent: () => import('../evaluation/ledger-page').then((page) => page.LedgerPage), data: { title: 'ledger', framed: true } },
    ],
  },
  { path: '**', loadComponent: () => import('./nothing-here').then((page) => page.NothingHere), data: { title: 'nothing' } },
];
