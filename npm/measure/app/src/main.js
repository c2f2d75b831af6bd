// React and Vue in one page, and a chunk that each of them loads when needed.
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { createApp, h, ref } from "vue";

const load = async (name) => {
  const { describe } = await import("./details.js");
  return describe(name);
};

function App({ name, ...rest }) {
  const [texts, setTexts] = useState([]);
  const onClick = async () => setTexts([...texts, await load(name)]);
  return createElement("button", { ...rest, onClick }, `${name}: ${texts.join()}`);
}

createRoot(document.getElementById("react")).render(createElement(App, { name: "react", id: "first" }));

createApp({
  setup() {
    const texts = ref([]);
    const onClick = async () => (texts.value = [...texts.value, await load("vue")]);
    return () => h("button", { onClick }, `vue: ${texts.value.join()}`);
  },
}).mount("#vue");
