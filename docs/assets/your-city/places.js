/* Places of the Americas, certified cities and tags of practices: the file that generator/publishing/your_city.py makes. */

import { ROOT } from "../search/store.js";
import { place } from "./advice.js";
import { findable } from "./names.js";

let loading = null;

/** The data, fetched once; `all` holds every place, the largest first. */
export function load() {
  loading = loading || fetch(new URL("your-city/data.bin", ROOT)).then(async function (response) {
    if (!response.ok) throw new Error("the places are not there");
    const data = await new Response(response.body.pipeThrough(new DecompressionStream("deflate"))).json();
    data.all = data.cities.concat(data.places).map(place);
    data.all.forEach(findable);
    data.all.sort(function (one, other) { return other.population - one.population; });
    return data;
  });
  loading.catch(function () { loading = null; });
  return loading;
}
