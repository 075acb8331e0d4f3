export { Announcer } from './announcer';
export { Icon, type IconName } from './icon';
export { Missing } from './missing';
export { Mark, markPath } from './mark';
export { clock, dayOfMonth, dayRange, longDay, shortDay } from './times';
export { Trouble } from './trouble';
export { Waiting } from './waiting';
export { areaName } from './area-name';
