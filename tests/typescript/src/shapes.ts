export interface Shape { readonly name: string; area(): number }

export enum Unit { Metre = "m", Foot = "ft" }

export class Circle implements Shape {
  readonly name: string = "circle";
  constructor(private radius: number, public unit: Unit = Unit.Metre) {}
  area(): number { return Math.PI * this.radius ** 2; }
}

export async function load<T extends Shape>(shapes: Iterable<T>): Promise<string[]> {
  const lines: string[] = [];
  for (const { name, ...rest } of shapes) lines.push(`${name}: ${JSON.stringify(rest)}`);
  return lines;
}
