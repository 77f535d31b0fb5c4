/* Places of the Americas, certified cities and tags of practices: the file that generator/publishing/your_city.py makes. */

import { ROOT } from "../search/store.js";
import { fold } from "../search/words.js";
import { place } from "./advice.js";

const FORMAT = 1;

let loading = null;

/** The data, fetched once; `all` holds every place, the largest first. */
export function load() {
  if (!loading) {
    loading = fetched();
    loading.catch(function () { loading = null; });
  }
  return loading;
}

async function fetched() {
  const head = await (await found("index.json", { cache: "no-cache" })).json();
  if (head.format !== FORMAT) throw new Error("this script does not know the format of the places");
  const packed = await found(head.folder + "/data.bin");
  const data = await new Response(packed.body.pipeThrough(new DecompressionStream("deflate"))).json();
  data.all = data.cities.concat(data.places).map(place);
  data.all.forEach(function (one) { one.folded = fold(one.label); });
  data.all.sort(function (one, other) { return other.population - one.population; });
  return data;
}

async function found(name, options) {
  const response = await fetch(new URL("your-city/" + name, ROOT), options);
  if (!response.ok) throw new Error("the places are not there");
  return response;
}
