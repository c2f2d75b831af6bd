// Scripts of a page are there before they are asked for.
import { first } from "./a.js";
export const later = () => import("./a.js");
later().then((ns) => {
  print(first, ns.first, ns.default(), ns === ns);
  return Promise.all([later(), import(`./a.js`)]);
}).then(([one, two]) => print(one.first === two.first));
