/* The library as it looks from one city: how like it each certified city is, in one line and as filters. */

import { _, people } from "../components/language.js";
import { alike, regionName } from "./advice.js";

/** @import { FacetData, Place, PlacesData } from "../types.js" */
/** @import { PlaceRow } from "../types.js" */

const SIZES = ["like", "near"];
const PLACES = ["region", "country", "part"];

/** How one certified city looks from the city that asks. */
class View {
  /**
   * @param {PlacesData} data
   * @param {Place} here
   * @param {PlaceRow} row
   * @param {number} score
   */
  constructor(data, here, [id, , country, region, population], score) {
    const larger = Math.max(population, here.population);
    const smaller = Math.min(population, here.population);
    this.score = id === here.id ? 1 : score;
    this.isHere = id === here.id;
    this.isKnown = smaller > 0;
    this.isLike = this.isKnown && larger <= data.likeSize * smaller;
    this.isNear = this.isKnown && larger < data.reach * smaller;
    this.isSameCountry = country === here.country;
    this.isSameRegion = region === here.region;
    this.isLarger = population > here.population;
    this.population = population;
    this.where =
      this.isSameRegion && data.divided.includes(country)
        ? regionName(data, { region })
        : (data.countries[country] ?? country);
  }

  /** Places of the values of the two filters that hold. */
  get sizes() {
    return [this.isLike, this.isNear].flatMap((holds, place) => (holds ? [place] : []));
  }

  get places() {
    const holds = [this.isSameCountry && this.isSameRegion, this.isSameCountry, this.isSameRegion];
    return holds.flatMap((one, place) => (one ? [place] : []));
  }

  /**
   * "Like Dayton: 144,000 people, Midwest".
   *
   * @param {string} name of the city that asks
   */
  line(name) {
    if (this.isHere) return _("From %(city)s itself", { city: name });
    const size = this.population ? _("%(number)s people", { number: people(this.population) }) : "";
    const parts = { city: name, about: [size, this.where].filter(Boolean).join(", ") };
    if (this.isLike) return _("Like %(city)s: %(about)s", parts);
    if (!this.isKnown) return _("Against %(city)s: %(about)s", parts);
    if (this.isLarger) return _("Larger than %(city)s: %(about)s", parts);
    return _("Smaller than %(city)s: %(about)s", parts);
  }
}

/**
 * What is known of each certified city, in the order of `data.cities`, as seen from `here`.
 *
 * @param {PlacesData} data
 * @param {Place} here
 */
export function views(data, here) {
  const scores = new Map(alike(data, here).map(({ city, score }) => [city.row, score]));
  return data.cities.map((row, number) => new View(data, here, row, scores.get(number) ?? 0));
}

/** The name of a place without its state or country. @param {Place} here */
export function shortName(here) {
  return here.label.split(",")[0];
}

/**
 * Filters by how like a city is: by size and by place.
 *
 * @param {PlacesData} data
 * @param {Place} here
 * @param {(View | undefined)[]} viewOf of each practice, the view of its city
 * @returns {FacetData[]}
 */
export function likenessFacets(data, here, viewOf) {
  const name = shortName(here);
  const country = data.countries[here.country] ?? here.country;
  const sizes = [_("Like size"), _("Up to %(times)s times larger or smaller", { times: data.reach })];
  const near = [
    _("Same region (%(region)s)", { region: regionName(data, here) }),
    _("Same country (%(country)s)", { country }),
    _("Same part of %(territory)s", { territory: data.territory }),
  ];
  const isCountry = !data.divided.includes(here.country); // where a region is a country or several
  const shown = isCountry ? [1, 2] : [0, 1];
  const all = [
    {
      id: "like",
      name: _("Size, against %(city)s", { city: name }),
      values: sizes.map((label, place) => /** @type {[string, string]} */ ([SIZES[place], label])),
      of: viewOf.map((view) => view?.sizes ?? []),
    },
    {
      id: "near",
      name: _("Near %(city)s", { city: name }),
      values: shown.map((place) => /** @type {[string, string]} */ ([PLACES[place], near[place]])),
      of: viewOf.map((view) => (view?.places ?? []).map((place) => shown.indexOf(place)).filter((one) => one >= 0)),
    },
  ];
  return all.filter(({ id }) => id !== "like" || here.population > 0);
}
