import { Refusal } from '../errors';

/** 416: the file has no such part; `size` is what it has. */
export class RangeNotSatisfiable extends Refusal {
  readonly status = 416;
  readonly size: number;
  constructor(size: number) {
    super('range_not_satisfiable', 'The file has no such part.');
    this.size = size;
  }
}
