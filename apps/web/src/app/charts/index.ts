export { AreaBars, type ChartArea } from './area-bars';
export { ChartFigure, type FigureWords, type LegendItem } from './chart-figure';
export { Profile } from './profile';
