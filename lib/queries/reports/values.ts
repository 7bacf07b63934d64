/** Collects the values of a statement and hands out their placeholders. */
export class Values {
  readonly list: unknown[] = [];
  readonly add = (value: unknown, type = ''): string => {
    this.list.push(value);
    return `$${this.list.length}${type}`;
  };
}
