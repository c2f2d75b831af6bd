// Sends visitors to the pages of their language. The runtime calls `handler`, so that it is declared at the top.
const LANGUAGES = ["en", "de", "ja"];

const preferred = ({ value = "" } = {}) => {
  const wanted = value.split(",").map((part) => part.trim().slice(0, 2));
  const [first = LANGUAGES[0]] = wanted.filter((language) => LANGUAGES.indexOf(language) >= 0);
  return first;
};

function handler({ request }) {
  const { uri, headers } = request;
  if (uri !== "/") return request;
  const location = { value: `/${preferred(headers["accept-language"])}/` };
  return { statusCode: 302, statusDescription: "Found", headers: { location } };
}
