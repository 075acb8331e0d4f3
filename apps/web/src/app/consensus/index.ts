export { DivergenceTag } from './divergence-tag';
export { Dumbbell, type DumbbellMark } from './dumbbell';
