class Details extends Map {
  *names() {
    for (const [name, { length }] of this) yield `${name} (${length})`;
  }
}

export const describe = (name, ...more) => [...new Details([[name, name], ...more.map((each) => [each, each])]).names()].join();
