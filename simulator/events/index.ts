// Pushing events, as the simulator offers it.
export { EventDesk, type Delivery, type Push, type PushedEvent } from './eventDesk';
export type { EventKeys } from './keys';
export { flowChange, SAMPLE_EVENTS } from './samples';
export { encrypt, seal, sign } from './sealing';
