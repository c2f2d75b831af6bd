class Base {
  constructor(clicks = []) {
    this.clicks = clicks;
  }
}

export class Counter extends Base {
  click() {
    this.clicks = [...this.clicks, { id: this.clicks.length }];
    return this;
  }
}
