export default class Base { name() { return "base"; } }
export const make = () => new Base();
print((function () { return this; })());
