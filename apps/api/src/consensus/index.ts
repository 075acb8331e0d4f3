export { ConsensusModule } from './consensus.module';
