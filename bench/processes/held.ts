// What a run of the engine handled, kept so that the worker can tell how much memory the items themselves take.

export const held: { items?: unknown } = {};
