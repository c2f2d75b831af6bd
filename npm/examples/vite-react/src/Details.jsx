import { ids } from "./ids.js";

export default function Details({ clicks, ...rest }) {
  const fail = () => {
    throw new Error(`thrown on purpose ${Object.keys(rest).length}`);
  };
  return (
    <section>
      <p id="details">{[...ids(clicks)].join()}</p>
      <button id="fail" onClick={fail}>
        fail
      </button>
    </section>
  );
}
