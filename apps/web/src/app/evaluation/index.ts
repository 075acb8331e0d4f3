export { EvaluationStore } from './evaluation-store';
