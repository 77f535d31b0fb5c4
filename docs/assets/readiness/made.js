/** An element with these properties and these parts inside. Text is only ever text. */
export function made(tag, properties, ...parts) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...parts);
  return element;
}
