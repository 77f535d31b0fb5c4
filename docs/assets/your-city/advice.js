/* Cities like a place, and practices to look at first: the same rules as generator/linking/places.py and advice.py. */

/** A city or place from its row. */
export function place([id, label, country, region, population, state, others], row) {
  return {
    id: id, label: label, country: country, region: region, population: population, row: row,
    about: state, others: others ? others.split("|") : [],
  };
}

/** Certified cities that are like a place in size or lie near it, best first: {city, score, reasons, short}. */
export function alike(data, here) {
  return data.cities.map(place).flatMap(function (other) {
    const size = data.size * sizeLikeness(data, here, other);
    const near = data.near * nearness(data, here, other);
    if (other.id === here.id || size + near <= 0) return [];
    const said = [];
    if (size) said.push([size].concat(saySize(data, here, other)));
    if (near) said.push([near].concat(sayPlace(data, here, other)));
    said.sort(function (one, two) { return two[0] - one[0]; });
    return [{ city: other, score: rounded(data, size + near), reasons: said.map(function (one) { return one[1]; }), short: said[0][2] }];
  }).sort(function (one, two) { return two.score - one.score || compared(one.city.id, two.city.id); });
}

/** Practices of other cities that bear one of the asked tags, best first: {practice, row, score, reasons}. `here` is null
 * if it is not known which city asks; `peers` is what `alike` gave for it, if somebody has asked before. */
export function advise(data, here, asked, peers = here ? alike(data, here) : []) {
  const peerOf = new Map(peers.map(function (peer) { return [peer.city.row, peer]; }));
  const wanted = Array.from(asked).sort(compared);
  const ranked = bearing(data, wanted).flatMap(function (row) {
    const [id, city, tags, strength, adopters] = data.practices[row];
    const met = wanted.filter(function (tag) { return tags.includes(tag); });
    if (here && (data.cities[city][0] === here.id || adopters.includes(here.id))) return [];
    const peer = peerOf.get(city);
    const score = data.peer * (peer ? peer.score : 0) + (data.evidence * strength) / data.strongest
      + data.fit * (wanted.length ? met.length / wanted.length : 1);
    return [{ practice: id, row: row, score: rounded(data, score), reasons: reasons(data, city, peer, met, strength) }];
  }).sort(function (one, two) { return two.score - one.score || compared(one.practice, two.practice); });
  return spread(data, ranked);
}

/** Rows of the practices that bear one of the tags, each once, without a look at the others; all if no tag is given. */
export function bearing(data, tags) {
  if (!tags.length) return Array.from(data.practices.keys());
  if (!data.bearers) {
    data.bearers = new Map();
    data.practices.forEach(function ([, , borne], row) {
      borne.forEach(function (tag) { data.bearers.set(tag, (data.bearers.get(tag) || []).concat(row)); });
    });
  }
  return Array.from(new Set(tags.flatMap(function (tag) { return data.bearers.get(tag) || []; })));
}

/** No city stands a third time before others have stood twice, and so on. */
function spread(data, ranked) {
  const seen = new Map();
  return ranked.map(function (one) {
    const city = data.practices[one.row][1];
    const count = seen.get(city) || 0;
    seen.set(city, count + 1);
    return [Math.floor(count / data.mostOfACity), one];
  }).sort(function (one, two) { return one[0] - two[0]; }).map(function (one) { return one[1]; });
}

function reasons(data, city, peer, met, strength) {
  const said = [];
  const label = data.cities[city][1];
  if (met.length) said.push("On " + listed(met.map(function (tag) { return data.tags[tag]; })));
  if (peer && peer.score >= data.close) said.push(label + " is a city like yours: " + peer.reasons[0][0].toLowerCase() + peer.reasons[0].slice(1));
  else if (peer) said.push(label + ": " + peer.short);
  if (strength >= data.strong) said.push("Strong evidence: " + data.levels[strength]);
  else if (!met.length && !peer) said.push("Evidence: " + data.levels[strength]);
  return said;
}

function sizeLikeness(data, one, other) {
  if (!one.population || !other.population) return 0;
  return Math.max(0, 1 - Math.abs(Math.log(one.population / other.population)) / Math.log(data.reach));
}

function nearness(data, one, other) {
  if (one.country === other.country) return one.region === other.region ? 1 : data.sameCountry;
  return one.region === other.region ? data.sameRegion : 0;
}

function saySize(data, one, other) {
  const smaller = Math.min(one.population, other.population);
  const larger = Math.max(one.population, other.population);
  const size = larger <= data.likeSize * smaller ? "Like size" : "Sizes not far apart";
  return [size + " (" + people(smaller) + " against " + people(larger) + " people)", size[0].toLowerCase() + size.slice(1)];
}

function sayPlace(data, one, other) {
  if (one.country !== other.country) return ["Same part of the Americas (" + one.region + ")", "same part of the Americas"];
  if (one.region === other.region && one.country === "US") return ["Same country and region (US " + one.region + ")", "same region"];
  return ["Same country (" + (data.countries[one.country] || one.country) + ")", "same country"];
}

function people(count) {
  if (count >= 999500) return (Math.floor((count + 50000) / 100000) / 10).toString() + " million";
  const step = count >= 10000 ? 1000 : 100;
  return (Math.floor((count + step / 2) / step) * step).toLocaleString("en-US");
}

/** Names as an English list, "a, b and c"; without the "and" where a name has one itself. */
export function listed(names) {
  if (names.some(function (name) { return name.includes(" and "); })) return names.join(", ");
  return [names.slice(0, -1).join(", "), names[names.length - 1]].filter(Boolean).join(" and ");
}

function rounded(data, value) {
  const scale = 10 ** data.decimals;
  return Math.round(value * scale) / scale;
}

function compared(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}
