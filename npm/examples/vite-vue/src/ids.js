export function* ids(clicks) {
  for (const { id } of clicks) yield `#${id}`;
}
