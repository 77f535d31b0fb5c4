/* In which order to close the gaps, and what shows how: the same rules as generator/linking/readiness.py. */

import { _, listed, many } from "../components/language.js";
import { advise, alike, bearing } from "../your-city/advice.js";
import { given } from "./standing.js";

/** @import { Answer, Answers, Criterion, Peer, Place, PlacesData, Standard, Step } from "../types.js" */
/** @typedef {{ criterion: Criterion, answer: Answer, shown: number, like: number, urgency: number[] }} Gap */

const PRACTICES_OF_A_STEP = 3;
const NAMED = 4;
/** @type {Answer[]} */
const LEAST_LEFT = ["partly", "not-sure", "no"];
/** @type {Record<Answer, string>} */
const ANSWERED = {
  yes: _("You answered yes"),
  partly: _("You answered partly"),
  no: _("You answered no"),
  "not-sure": _("You answered not sure"),
};

/**
 * The gaps in the order in which to close them. `here` is null if it is not known which city asks.
 *
 * @param {Pick<Standard, "criteria">} standard
 * @param {Answers} answers
 * @param {Place | null} here
 * @param {PlacesData} data
 * @returns {Step[]}
 */
export function plan({ criteria }, answers, here, data) {
  const resting = restingOn(criteria.filter((one) => given(answers, one.code) !== "yes"));
  const peers = here ? alike(data, here) : [];
  const close = new Set(peers.filter((peer) => peer.score >= data.close).map((peer) => peer.city.row));
  const gaps = criteria.flatMap((criterion, position) => {
    const answer = given(answers, criterion.code);
    if (!answer || !LEAST_LEFT.includes(answer)) return [];
    const shown = citiesThatShow(data, criterion.code, here);
    const like = shown.filter((city) => close.has(city)).length;
    const urgency = [
      criterion.mandatory ? 0 : 1,
      -others(resting, criterion).length,
      -(here ? like : shown.length),
      LEAST_LEFT.indexOf(answer),
      position,
    ];
    return [{ criterion, answer, shown: shown.length, like, urgency }];
  });
  gaps.sort((one, other) => {
    const place = one.urgency.findIndex((value, number) => value !== other.urgency[number]);
    return place < 0 ? 0 : one.urgency[place] - other.urgency[place];
  });
  return inOrder(gaps, resting).map((gap) => ({
    criterion: gap.criterion.code,
    answer: gap.answer,
    reasons: reasons(gap, others(resting, gap.criterion)),
    ...practices(data, here, gap.criterion, peers),
  }));
}

/**
 * For each criterion not met the codes of the others that rest on it, directly or through another one.
 *
 * @param {Criterion[]} notMet
 * @returns {Map<string, string[]>}
 */
function restingOn(notMet) {
  const needs = new Map(notMet.map((one) => [one.code, one.restsOn]));
  /** @type {Map<string, string[]>} */
  const found = new Map(notMet.map((one) => [one.code, []]));
  for (const code of needs.keys()) {
    /** @type {Set<string>} */
    const below = new Set();
    const rest = [code];
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
      for (const one of needs.get(next) ?? []) {
        if (!needs.has(one) || below.has(one)) continue;
        below.add(one);
        rest.push(one);
      }
    }
    below.delete(code);
    for (const needed of below) found.get(needed)?.push(code);
  }
  return found;
}

/**
 * @param {Map<string, string[]>} resting
 * @param {Criterion} criterion
 */
function others(resting, { code }) {
  return resting.get(code) ?? [];
}

/**
 * The gaps as ranked, save that each comes right after those it rests on.
 *
 * @param {Gap[]} ranked
 * @param {Map<string, string[]>} resting
 */
function inOrder(ranked, resting) {
  /** @type {Set<Gap>} */
  const placed = new Set();
  /**
   * @param {Gap} gap
   * @returns {Gap[]}
   */
  const place = (gap) => {
    if (placed.has(gap)) return [];
    placed.add(gap);
    const needed = ranked.filter((other) => others(resting, other.criterion).includes(gap.criterion.code));
    return needed.flatMap(place).concat(gap);
  };
  return ranked.flatMap(place);
}

/**
 * Rows of the cities with a write-up that shows the criterion, the place itself left out.
 *
 * @param {PlacesData} data
 * @param {string} code
 * @param {Place | null} here
 */
function citiesThatShow(data, code, here) {
  const rows = bearing(data, [`criterion:${code}`]).map((row) => data.practices[row][1]);
  return Array.from(new Set(rows)).filter((city) => !here || data.cities[city][0] !== here.id);
}

/**
 * @param {Gap} gap
 * @param {string[]} resting
 */
function reasons({ criterion, answer, shown, like }, resting) {
  const said = [];
  if (criterion.mandatory) said.push(_("Mandatory: no city is certified without it"));
  if (resting.length) {
    const more = resting.length - NAMED;
    const named = more > 0 ? resting.slice(0, NAMED).concat(_("%(count)s more", { count: more })) : resting;
    said.push(many("%(names)s rests on it", "%(names)s rest on it", named.length, { names: listed(named) }));
  }
  if (like) said.push(many("Shown by %(count)s city like yours", "Shown by %(count)s cities like yours", like));
  else if (shown) said.push(many("Shown by %(count)s city", "Shown by %(count)s cities", shown));
  return said.length ? said : [ANSWERED[answer]];
}

/**
 * Practices that show a criterion, or else those of its area, and what to know about them.
 *
 * @param {PlacesData} data
 * @param {Place | null} here
 * @param {Criterion} criterion
 * @param {Peer[]} peers
 * @returns {Pick<Step, "practices" | "note">}
 */
function practices(data, here, { code, area }, peers) {
  const tag = `criterion:${code}`;
  const showing = advise(data, here, [tag], peers).slice(0, PRACTICES_OF_A_STEP);
  if (showing.length) return { practices: showing, note: "" };
  const ownDoes = bearing(data, [tag]).length > 0;
  const near = advise(data, here, [`area:${area}`], peers).slice(0, PRACTICES_OF_A_STEP);
  return { practices: near, note: noneShows(ownDoes, near.length > 0) };
}

/**
 * @param {boolean} ownDoes
 * @param {boolean} areFromArea
 */
function noneShows(ownDoes, areFromArea) {
  if (ownDoes && areFromArea) {
    return _("No write-up of another city shows this criterion yet; these are from the same practice area");
  }
  if (ownDoes) return _("No write-up of another city shows this criterion or its practice area yet");
  if (areFromArea) return _("No write-up shows this criterion yet; these are from the same practice area");
  return _("No write-up shows this criterion or its practice area yet");
}
