export { InstrumentModule } from './instrument.module';
export { Instruments } from './instruments';
