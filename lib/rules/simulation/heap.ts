/** Gives back first what comes first, whatever the order in which it was put in; both in logarithmic time. */
export class Heap<T> {
  private readonly items: T[] = [];
  constructor(private readonly compare: (a: T, b: T) => number) {}

  get size(): number {
    return this.items.length;
  }

  get first(): T | undefined {
    return this.items[0];
  }

  push(item: T): void {
    const { items } = this;
    let at = items.push(item) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.compare(items[above]!, item) <= 0) break;
      items[at] = items[above]!;
      at = above;
    }
    items[at] = item;
  }

  pop(): T | undefined {
    const { items } = this;
    const top = items[0];
    const last = items.pop();
    if (items.length > 0) this.sink(last!);
    return top;
  }

  /** All that is in it, in no order. */
  values(): readonly T[] {
    return this.items;
  }

  /** Puts an item where the first was, and lets it down to its place. */
  private sink(item: T): void {
    const { items } = this;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const right = left + 1;
      const below = right < items.length && this.compare(items[right]!, items[left]!) < 0 ? right : left;
      if (below >= items.length || this.compare(item, items[below]!) <= 0) {
        items[at] = item;
        return;
      }
      items[at] = items[below]!;
      at = below;
    }
  }
}
