/* In which order to close the gaps, and what shows how: the same rules as generator/linking/readiness.py. */

import { advise, alike, bearing, listed } from "../your-city/advice.js";
import { WORDS } from "./assessment.js";
import { given } from "./standing.js";

const PRACTICES_OF_A_STEP = 3;
const NAMED = 4;
const LEAST_LEFT = ["partly", "not-sure", "no"];

/** The gaps in the order in which to close them: {criterion, answer, reasons, practices, note}. `here` may be null. */
export function plan(standard, answers, here, data) {
  const resting = restingOn(standard.criteria.filter(function (one) { return given(answers, one.code) !== "yes"; }));
  const peers = here ? alike(data, here) : [];
  const close = new Set(peers.filter(function (peer) { return peer.score >= data.close; }).map(function (peer) { return peer.city.row; }));
  const gaps = standard.criteria.flatMap(function (criterion, position) {
    const answer = given(answers, criterion.code);
    if (!LEAST_LEFT.includes(answer)) return [];
    const shown = citiesThatShow(data, criterion.code, here);
    const like = shown.filter(function (city) { return close.has(city); }).length;
    const urgency = [
      criterion.mandatory ? 0 : 1,
      -resting.get(criterion.code).length,
      -(here ? like : shown.length),
      LEAST_LEFT.indexOf(answer),
      position,
    ];
    return [{ criterion: criterion, answer: answer, shown: shown.length, like: like, urgency: urgency }];
  }).sort(function (one, other) {
    const place = one.urgency.findIndex(function (value, number) { return value !== other.urgency[number]; });
    return place < 0 ? 0 : one.urgency[place] - other.urgency[place];
  });
  return inOrder(gaps, resting).map(function (gap) {
    const { criterion, answer } = gap;
    return {
      criterion: criterion.code,
      answer: answer,
      reasons: reasons(gap, resting.get(criterion.code)),
      ...practices(data, here, criterion, peers),
    };
  });
}

/** For each criterion not met the codes of the others that rest on it, directly or through another one. */
function restingOn(notMet) {
  const needs = new Map(notMet.map(function (one) { return [one.code, one.restsOn]; }));
  const found = new Map(notMet.map(function (one) { return [one.code, []]; }));
  for (const code of needs.keys()) {
    const below = new Set();
    const rest = [code];
    while (rest.length) {
      needs.get(rest.pop()).forEach(function (one) {
        if (!needs.has(one) || below.has(one)) return;
        below.add(one);
        rest.push(one);
      });
    }
    below.delete(code);
    below.forEach(function (needed) { found.get(needed).push(code); });
  }
  return found;
}

/** The gaps as ranked, save that each comes right after those it rests on. */
function inOrder(ranked, resting) {
  const placed = new Set();
  const place = function (gap) {
    if (placed.has(gap)) return [];
    placed.add(gap);
    const needed = ranked.filter(function (other) { return resting.get(other.criterion.code).includes(gap.criterion.code); });
    return needed.flatMap(place).concat(gap);
  };
  return ranked.flatMap(place);
}

/** Rows of the cities with a write-up that shows the criterion, the place itself left out. */
function citiesThatShow(data, code, here) {
  const rows = bearing(data, ["criterion:" + code]).map(function (row) { return data.practices[row][1]; });
  return Array.from(new Set(rows)).filter(function (city) { return !here || data.cities[city][0] !== here.id; });
}

function reasons({ criterion, answer, shown, like }, resting) {
  const said = [];
  if (criterion.mandatory) said.push("Mandatory: no city is certified without it");
  if (resting.length) {
    const more = resting.length - NAMED;
    const named = more > 0 ? resting.slice(0, NAMED).concat(more + " more") : resting;
    said.push(listed(named) + (resting.length === 1 ? " rests on it" : " rest on it"));
  }
  if (like) said.push("Shown by " + cities(like) + " like yours");
  else if (shown) said.push("Shown by " + cities(shown));
  if (!said.length) said.push("You answered " + WORDS[answer]);
  return said;
}

function cities(count) {
  return count + (count === 1 ? " city" : " cities");
}

/** Practices that show a criterion, or else those of its area, and what to know about them. */
function practices(data, here, criterion, peers) {
  const tag = "criterion:" + criterion.code;
  const showing = advise(data, here, [tag], peers).slice(0, PRACTICES_OF_A_STEP);
  if (showing.length) return { practices: showing, note: "" };
  const whose = bearing(data, [tag]).length ? "No write-up of another city" : "No write-up";
  const near = advise(data, here, ["area:" + criterion.area], peers).slice(0, PRACTICES_OF_A_STEP);
  const note = near.length ? " shows this criterion yet; these are from the same practice area" : " shows this criterion or its practice area yet";
  return { practices: near, note: whose + note };
}
