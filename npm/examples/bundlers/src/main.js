import { Counter } from "./counter.js";
import { ids } from "./ids.js";

const counter = new Counter();
const [details, output] = [document.getElementById("details"), document.querySelector("output")];

const show = async ({ clicks, ...rest }) => {
  await null;
  output.textContent = `clicked ${clicks.length} times`;
  details.textContent = [...ids(clicks)].join();
  return rest;
};

document.querySelector("button").addEventListener("click", () => show(counter.click()));
document.getElementById("fail").addEventListener("click", () => {
  throw new Error(`thrown on purpose ${counter.clicks.length}`);
});
show(counter);
