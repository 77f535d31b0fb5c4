/* Cities like a place, and practices to look at first: the same rules as generator/linking/places.py and advice.py. */

import { _, listed, people } from "../components/language.js";
import { place } from "./row.js";

/** @import { Advice, Peer, Place, PlacesData } from "../types.js" */

/**
 * Certified cities that are like a place in size or lie near it, best first.
 *
 * @param {PlacesData} data
 * @param {Place} here
 * @returns {Peer[]}
 */
export function alike(data, here) {
  const peers = data.cities.map(place).flatMap((city) => {
    const size = data.size * sizeLikeness(data, here, city);
    const near = data.near * nearness(data, here, city);
    if (city.id === here.id || size + near <= 0) return [];
    const said = [];
    if (size) said.push({ weight: size, ...saySize(data, here, city) });
    if (near) said.push({ weight: near, ...sayPlace(data, here, city) });
    said.sort((one, other) => other.weight - one.weight);
    const score = rounded(data, size + near);
    return [{ city, score, reasons: said.map(({ words }) => words), short: said[0].short, like: said[0].like }];
  });
  return peers.sort((one, other) => other.score - one.score || compared(one.city.id, other.city.id));
}

/**
 * Practices of other cities that bear one of the asked tags, best first. `here` is null if it is not known which city
 * asks; `peers` is what `alike` gave for it, if somebody has asked before.
 *
 * @param {PlacesData} data
 * @param {Place | null} here
 * @param {Iterable<string>} asked
 * @param {Peer[]} peers
 * @param {Map<string, number>} [answers] how well practices answer what was asked in words, 0 to 1: no others are named
 * @returns {Advice[]}
 */
export function advise(data, here, asked, peers = here ? alike(data, here) : [], answers = undefined) {
  const peerOf = new Map(peers.map((peer) => [peer.city.row, peer]));
  const wanted = Array.from(asked).sort(compared);
  const ranked = bearing(data, wanted).flatMap((row) => {
    const [practice, city, tags, strength, adopters] = data.practices[row];
    const met = wanted.filter((tag) => tags.includes(tag));
    if (here && (data.cities[city][0] === here.id || adopters.includes(here.id))) return [];
    const answer = answers ? answers.get(practice) : 1;
    if (answer === undefined) return [];
    const peer = peerOf.get(city);
    const score =
      answer *
      (data.peer * (peer ? peer.score : 0) +
        (data.evidence * strength) / data.strongest +
        data.fit * (wanted.length ? met.length / wanted.length : 1));
    const said = reasons(data, city, peer, met, strength);
    return [{ city, advice: { practice, score: rounded(data, score), reasons: said } }];
  });
  ranked.sort(
    ({ advice: one }, { advice: other }) => other.score - one.score || compared(one.practice, other.practice),
  );
  return spread(data, ranked);
}

/**
 * The peers that are close with those first that have a write-up to read. The card of a city without one says so.
 *
 * @param {PlacesData} data
 * @param {Peer[]} peers
 */
export function readableFirst(data, peers) {
  const writing = new Set(data.practices.map(([, city]) => city));
  const isLate = (/** @type {Peer} */ { city, score }) => Number(score >= data.close && !writing.has(city.row));
  const isClose = (/** @type {Peer} */ { score }) => Number(score < data.close);
  return peers.slice().sort((one, other) => isClose(one) - isClose(other) || isLate(one) - isLate(other));
}

/**
 * Rows of the practices that bear one of the tags, each once, without a look at the others; all if no tag is given.
 *
 * @param {PlacesData} data
 * @param {string[]} tags
 */
export function bearing(data, tags) {
  if (!tags.length) return Array.from(data.practices.keys());
  data.bearers ??= bearersOf(data);
  const { bearers } = data;
  return Array.from(new Set(tags.flatMap((tag) => bearers.get(tag) ?? [])));
}

/** @param {PlacesData} data */
function bearersOf({ practices }) {
  /** @type {Map<string, number[]>} */
  const bearers = new Map();
  practices.forEach(([, , tags], row) => {
    for (const tag of tags) bearers.set(tag, [...(bearers.get(tag) ?? []), row]);
  });
  return bearers;
}

/**
 * No city stands a third time before others have stood twice, and so on.
 *
 * @param {PlacesData} data
 * @param {{ city: number, advice: Advice }[]} ranked
 */
function spread(data, ranked) {
  /** @type {Map<number, number>} */
  const seen = new Map();
  const rounds = ranked.map(({ city, advice }) => {
    const count = seen.get(city) ?? 0;
    seen.set(city, count + 1);
    return { round: Math.floor(count / data.mostOfACity), advice };
  });
  return rounds.sort((one, other) => one.round - other.round).map(({ advice }) => advice);
}

/**
 * @param {PlacesData} data
 * @param {number} city
 * @param {Peer | undefined} peer
 * @param {string[]} met
 * @param {number} strength
 */
function reasons(data, city, peer, met, strength) {
  const said = [];
  const label = data.cities[city][1];
  if (met.length) said.push(_("On %(names)s", { names: listed(met.map((tag) => data.tags[tag])) }));
  if (peer && peer.score >= data.close) said.push(peer.like);
  else if (peer) said.push(`${label}: ${peer.short}`);
  if (strength >= data.strong) said.push(_("Strong evidence: %(level)s", { level: data.levels[strength] }));
  else if (!met.length && !peer) said.push(_("Evidence: %(level)s", { level: data.levels[strength] }));
  return said;
}

/**
 * @param {PlacesData} data
 * @param {Place} one
 * @param {Place} other
 */
function sizeLikeness(data, one, other) {
  if (!one.population || !other.population) return 0;
  return Math.max(0, 1 - Math.abs(Math.log(one.population / other.population)) / Math.log(data.reach));
}

/**
 * @param {PlacesData} data
 * @param {Place} one
 * @param {Place} other
 */
function nearness(data, one, other) {
  if (one.country === other.country) return one.region === other.region ? 1 : data.sameCountry;
  return one.region === other.region ? data.sameRegion : 0;
}

/**
 * @param {PlacesData} data
 * @param {Place} one
 * @param {Place} other
 */
function saySize(data, one, other) {
  const smaller = Math.min(one.population, other.population);
  const larger = Math.max(one.population, other.population);
  const parts = { city: other.label, smaller: people(smaller), larger: people(larger) };
  if (larger <= data.likeSize * smaller) {
    return {
      words: _("Like size (%(smaller)s against %(larger)s people)", parts),
      short: _("like size"),
      like: _("%(city)s is a city like yours: like size (%(smaller)s against %(larger)s people)", parts),
    };
  }
  return {
    words: _("Sizes not far apart (%(smaller)s against %(larger)s people)", parts),
    short: _("sizes not far apart"),
    like: _("%(city)s is a city like yours: sizes not far apart (%(smaller)s against %(larger)s people)", parts),
  };
}

/**
 * @param {PlacesData} data
 * @param {Place} one
 * @param {Place} other
 */
function sayPlace(data, one, other) {
  if (one.country !== other.country) {
    const region = regionName(data, one);
    const { territory } = data;
    return {
      words: _("Same part of %(territory)s (%(region)s)", { territory, region }),
      short: _("same part of %(territory)s", { territory }),
      like: _("%(city)s is a city like yours: same part of %(territory)s (%(place)s)", {
        city: other.label,
        territory,
        place: region,
      }),
    };
  }
  if (one.region === other.region && data.divided.includes(one.country)) {
    const region = data.regions[one.region][1];
    return {
      words: _("Same country and region (%(region)s)", { region }),
      short: _("same region"),
      like: _("%(city)s is a city like yours: same country and region (%(place)s)", {
        city: other.label,
        place: region,
      }),
    };
  }
  const country = data.countries[one.country] ?? one.country;
  return {
    words: _("Same country (%(country)s)", { country }),
    short: _("same country"),
    like: _("%(city)s is a city like yours: same country (%(place)s)", { city: other.label, place: country }),
  };
}

/**
 * The name of the region that a place lies in.
 *
 * @param {PlacesData} data
 * @param {{ region: string }} one
 */
export function regionName(data, { region }) {
  return data.regions[region]?.[0] ?? region;
}

/**
 * @param {PlacesData} data
 * @param {number} value
 */
function rounded(data, value) {
  const scale = 10 ** data.decimals;
  return Math.round(value * scale) / scale;
}

/**
 * @param {string} one
 * @param {string} other
 */
function compared(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}
