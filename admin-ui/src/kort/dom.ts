/** The little this page needs instead of a framework: it is opened on a building site, over a poor network. */

type Child = Node | string | null | false;
type Attributes = Readonly<Record<string, string | boolean | EventListener | undefined>>;

/** An element; `on…` attributes are listeners, `true` is an attribute without a value. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value) element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child !== null && child !== false));
  return element;
}
