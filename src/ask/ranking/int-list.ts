/** A list of whole numbers (0 to 4 294 967 295) in one growing typed array: millions of them without an object each. */
export class IntList {
  #values: Uint32Array<ArrayBuffer>;
  #length = 0;

  constructor(capacity = 64) {
    this.#values = new Uint32Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  /** The array itself, longer than what it holds: for loops over very many numbers. Taken anew after each push. */
  get values(): Uint32Array<ArrayBuffer> {
    return this.#values;
  }

  at(index: number): number {
    return this.#values[index]!;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const longer = new Uint32Array(Math.ceil(this.#length * 1.6));
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.#length++] = value;
  }
}

/** Rows of whole numbers of different lengths, end to end: row n lies in `values` from `start(n)` to `end(n)`. */
export class IntRows {
  readonly #values = new IntList();
  readonly #ends = new IntList();

  get size(): number {
    return this.#ends.length;
  }

  get values(): Uint32Array<ArrayBuffer> {
    return this.#values.values;
  }

  add(row: Iterable<number>): void {
    for (const value of row) this.#values.push(value);
    this.#ends.push(this.#values.length);
  }

  start(row: number): number {
    return row === 0 ? 0 : this.#ends.at(row - 1);
  }

  end(row: number): number {
    return this.#ends.at(row);
  }
}
