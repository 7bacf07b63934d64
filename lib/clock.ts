import { v7 } from 'uuid';

/** A new id: UUIDv7, so that rows made one after another lie beside each other in their index. */
export const newId = (): string => v7();
