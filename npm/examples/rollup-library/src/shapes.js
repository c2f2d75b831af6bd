export class Shape {
  get area() {
    return 0;
  }
  toString() {
    return `${this.constructor.name} of ${this.area}`;
  }
}

export class Square extends Shape {
  constructor({ side = 1, ...rest } = {}) {
    super();
    Object.assign(this, { ...rest, side });
  }
  get area() {
    return this.side ** 2;
  }
}
