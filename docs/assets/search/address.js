/* What the address of the Find page says: the words, the city, the values of each facet, the order. */

/** @typedef {{ q: string, city: string, sort: string, facets: Map<string, Set<string>> }} State */

/** @returns {State} */
export function readState() {
  const asked = new URLSearchParams(location.search);
  /** @type {State} */
  const state = {
    q: asked.get("q") || "",
    city: asked.get("city") || "",
    sort: asked.get("sort") || "",
    facets: new Map(),
  };
  for (const key of new Set(asked.keys())) {
    if (!["q", "city", "sort"].includes(key)) state.facets.set(key, new Set(asked.getAll(key)));
  }
  return state;
}

/**
 * @param {State} state
 * @param {boolean} replaces whether one step back skips what was there
 */
export function writeState(state, replaces) {
  const said = new URLSearchParams();
  if (state.q.trim()) said.set("q", state.q.trim());
  if (state.city) said.set("city", state.city);
  for (const [facet, values] of state.facets) for (const value of values) said.append(facet, value);
  if (state.sort) said.set("sort", state.sort);
  const text = said.toString();
  const url = location.pathname + (text ? `?${text}` : "");
  if (url === location.pathname + location.search) return;
  if (replaces) history.replaceState(history.state, "", url);
  else history.pushState(null, "", url);
}

/**
 * The same filters with a value taken away or added.
 *
 * @param {Map<string, Set<string>>} facets
 * @param {string} facet
 * @param {string} value
 * @param {boolean} isOn
 */
export function toggled(facets, facet, value, isOn) {
  const values = new Set(facets.get(facet));
  if (isOn) values.add(value);
  else values.delete(value);
  const others = new Map(facets);
  if (values.size) others.set(facet, values);
  else others.delete(facet);
  return others;
}
