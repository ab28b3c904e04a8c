export { countRequests, overdrawn } from './count-requests.ts';
export { drawStorm } from './draw-storm.ts';
export { findWrongs } from './find-wrongs.ts';
export { playStorm } from './play-storm.ts';
