// A column of whole numbers that grows: of what each word has, without an object for each.

/** Numbers from -2^31 to 2^31 - 1, in a third of the memory of an array's and unseen by the collector. */
export class Column {
  private values = new Int32Array(256);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const longer = new Int32Array(2 * this.length);
      longer.set(this.values);
      this.values = longer;
    }
    this.values[this.length] = value;
    this.length += 1;
  }

  /** 0 outside the column. */
  at(place: number): number {
    return this.values[place] ?? 0;
  }
}
