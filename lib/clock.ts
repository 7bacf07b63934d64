import { v7 } from 'uuid';

/** A new id: UUIDv7, so that rows made one after another lie beside each other in their index. */
export const newId = (): string => v7();

/** The process's clock. What decides about expiry asks PostgreSQL's `now()` instead. */
export const now = (): Date => new Date();
