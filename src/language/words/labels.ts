// A column of strings of which most come many times: lemmas, tags.
import { Column } from './column.ts';

export class Labels {
  private readonly different: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly column = new Column();

  push(label: string): void {
    let number = this.numbers.get(label);
    if (number === undefined) {
      number = this.different.length;
      this.different.push(label);
      this.numbers.set(label, number);
    }
    this.column.push(number);
  }

  /** Empty outside the column. */
  at(place: number): string {
    return this.different[this.column.at(place)] ?? '';
  }
}
