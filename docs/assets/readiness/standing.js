/* Where a city would stand by its own answers: the same rules as generator/linking/readiness.py. */

import { listed } from "../your-city/advice.js";

/** {overall, areas: Map of tallies by id, reach, reachWithPartly, mandatoryNotMet, sentences}. */
export function standing(standard, answers) {
  const codes = standard.criteria.map(function (one) { return one.code; });
  const overall = tally(codes, answers);
  const reached = reach(overall.yes, overall.total, standard.tiers);
  const withPartly = reach(overall.yes + overall.partly, overall.total, standard.tiers);
  const mandatory = standard.criteria.filter(function (one) { return one.mandatory && given(answers, one.code) !== "yes"; })
    .map(function (one) { return one.code; });
  return {
    overall: overall,
    areas: new Map(standard.areas.map(function (area) { return [area.id, tally(area.codes, answers)]; })),
    reach: reached,
    reachWithPartly: withPartly,
    mandatoryNotMet: mandatory,
    sentences: sentences(overall, reached, withPartly, mandatory),
  };
}

/** The answer to a criterion; "" if there is none. */
export function given(answers, code) {
  return answers[code] ? answers[code].answer : "";
}

function tally(codes, answers) {
  const counts = { yes: 0, partly: 0, no: 0, "not-sure": 0, "": 0 };
  codes.forEach(function (code) { counts[given(answers, code)]++; });
  return { yes: counts.yes, partly: counts.partly, no: counts.no, notSure: counts["not-sure"], unanswered: counts[""], total: codes.length };
}

/** A number of criteria against the published shares, in whole numbers; a share between two bands is not rounded into one. */
export function reach(met, total, tiers) {
  const count = tiers.filter(function (tier) { return 100 * met >= tier.least * total; }).length;
  const tier = tiers[count - 1];
  const higher = tiers[count];
  const isBetween = Boolean(tier && higher && 100 * met > tier.most * total);
  let words = "below the band published for " + band(tiers[0]);
  if (isBetween) words = "between the bands published for " + band(tier) + " and " + band(higher);
  else if (tier) words = "in the band published for " + band(tier);
  return {
    met: met,
    total: total,
    tier: tier ? tier.name : "",
    isBetween: isBetween,
    following: higher ? higher.name : "",
    missing: higher ? Math.ceil((higher.least * total) / 100) - met : 0,
    percent: percent(met, total, tiers),
    words: words,
  };
}

function percent(met, total, tiers) {
  const whole = Math.floor((200 * met + total) / (2 * total));
  const crosses = tiers.some(function (tier) {
    return (100 * met >= tier.least * total) !== (whole >= tier.least) || (100 * met > tier.most * total) !== (whole > tier.most);
  });
  const tenths = Math.floor((2000 * met + total) / (2 * total));
  return crosses ? Math.floor(tenths / 10) + "." + (tenths % 10) : String(whole);
}

function band(tier) {
  return tier.name + " (" + tier.least + "–" + tier.most + "%)";
}

function sentences(overall, reached, withPartly, mandatory) {
  const said = ["You answered yes to " + reached.met + " of " + reached.total + " (" + reached.percent + "%). That is " + reached.words + "."];
  if (mandatory.length) said.push("Not certified without " + listed(mandatory) + ", whatever the share: " + (mandatory.length === 1 ? "it is" : "they are") + " mandatory and not answered yes.");
  if (overall.partly) said.push("With the " + overall.partly + " answered partly it would be " + withPartly.met + " of " + withPartly.total + " (" + withPartly.percent + "%), " + withPartly.words + ".");
  if (reached.following) said.push(reached.following + " begins at " + (reached.met + reached.missing) + ": " + reached.missing + " more to go.");
  if (overall.unanswered) said.push("Not answered yet, and counted as not met: " + overall.unanswered + ".");
  return said;
}
