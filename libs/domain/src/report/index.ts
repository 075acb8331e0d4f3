export * from './report';
export * from './compose-report';
export * from './checklist';
export * from './lock';
export * from './report-difference';
export type { LeafChange } from './leaf-changes';
