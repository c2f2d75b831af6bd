import Base, { make } from "./base.js";
class Derived extends Base { name() { return "derived " + super.name(); } }
print(new Derived().name(), this, (() => this)(), make().name());
export default class extends Derived {}
