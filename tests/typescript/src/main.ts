import { Circle, load, type Shape } from "./shapes";

type Labelled<T> = T & { label?: string };

const größe = 2; /* 😀 */ const shapes: Labelled<Shape>[] = [new Circle(größe), new Circle(3)];

export const total = (...items: Shape[]): number => items.reduce((sum, item) => sum + item.area(), 0);

load(shapes).then((lines: string[]) => {
  for (const line of lines) console.log(line ?? "nothing", total(...shapes));
});
