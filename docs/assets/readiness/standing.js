/* Where a city would stand by its own answers: the same rules as generator/linking/readiness.py. */

import { _, listed, many, number } from "../components/language.js";

/** @import { Answers, Reach, Standard, Standing, Tally, Tier } from "../types.js" */

/**
 * @param {Pick<Standard, "areas" | "criteria" | "tiers">} standard
 * @param {Answers} answers
 * @returns {Standing}
 */
export function standing({ areas, criteria, tiers }, answers) {
  const codes = criteria.map((one) => one.code);
  const overall = tally(codes, answers);
  const reached = reach(overall.yes, overall.total, tiers);
  const withPartly = reach(overall.yes + overall.partly, overall.total, tiers);
  const mandatory = criteria
    .filter((one) => one.mandatory && given(answers, one.code) !== "yes")
    .map((one) => one.code);
  return {
    overall,
    areas: new Map(areas.map((area) => [area.id, tally(area.codes, answers)])),
    reach: reached,
    reachWithPartly: withPartly,
    mandatoryNotMet: mandatory,
    sentences: sentences(overall, reached, withPartly, mandatory),
  };
}

/**
 * The answer to a criterion; "" if there is none.
 *
 * @param {Answers} answers
 * @param {string} code
 */
export function given(answers, code) {
  return answers[code]?.answer ?? "";
}

/**
 * @param {string[]} codes
 * @param {Answers} answers
 * @returns {Tally}
 */
function tally(codes, answers) {
  const counts = { yes: 0, partly: 0, no: 0, "not-sure": 0, "": 0 };
  for (const code of codes) counts[given(answers, code)]++;
  const { yes, partly, no } = counts;
  return { yes, partly, no, notSure: counts["not-sure"], unanswered: counts[""], total: codes.length };
}

/**
 * A number of criteria against the published shares, in whole numbers; a share between two bands is not rounded into
 * one.
 *
 * @param {number} met
 * @param {number} total
 * @param {Tier[]} tiers
 * @returns {Reach}
 */
export function reach(met, total, tiers) {
  const count = tiers.filter((tier) => 100 * met >= tier.least * total).length;
  /** @type {Tier | undefined} */
  const tier = tiers[count - 1];
  /** @type {Tier | undefined} */
  const higher = tiers[count];
  const isBetween = Boolean(tier && higher && 100 * met > tier.most * total);
  let words = _("below the band published for %(tier)s", { tier: band(tiers[0]) });
  if (tier) words = _("in the band published for %(tier)s", { tier: band(tier) });
  if (tier && higher && isBetween) {
    const parts = { tier: band(tier), above: band(higher) };
    words = _("between the bands published for %(tier)s and %(above)s", parts);
  }
  return {
    met,
    total,
    tier: tier ? tier.name : "",
    isBetween,
    following: higher ? higher.name : "",
    missing: higher ? Math.ceil((higher.least * total) / 100) - met : 0,
    percent: percent(met, total, tiers),
    words,
  };
}

/**
 * The share in whole percents, or with a decimal where the whole number would cross the edge of a band.
 *
 * @param {number} met
 * @param {number} total
 * @param {Tier[]} tiers
 */
function percent(met, total, tiers) {
  const whole = Math.floor((200 * met + total) / (2 * total));
  const crosses = tiers.some(
    ({ least, most }) => 100 * met >= least * total !== whole >= least || 100 * met > most * total !== whole > most,
  );
  const tenths = Math.floor((2000 * met + total) / (2 * total));
  return crosses ? `${Math.floor(tenths / 10)}.${tenths % 10}` : String(whole);
}

/** The share as the language writes it, with its decimal if it has one. @param {Reach} reach */
export function percentOf({ percent }) {
  return number(Number(percent), percent.includes(".") ? 1 : 0);
}

/** @param {Tier} tier */
function band({ name, least, most }) {
  return `${name} (${least}–${most}%)`;
}

/**
 * @param {Tally} overall
 * @param {Reach} reached
 * @param {Reach} withPartly
 * @param {string[]} mandatory
 */
function sentences(overall, reached, withPartly, mandatory) {
  const { met, total, words, following, missing } = reached;
  const parts = { met, total, percent: percentOf(reached), band: words };
  const said = [_("You answered yes to %(met)s of %(total)s (%(percent)s%%). That is %(band)s.", parts)];
  if (mandatory.length) {
    said.push(
      many(
        "Not certified without %(codes)s, whatever the share: it is mandatory and not answered yes.",
        "Not certified without %(codes)s, whatever the share: they are mandatory and not answered yes.",
        mandatory.length,
        { codes: listed(mandatory) },
      ),
    );
  }
  if (overall.partly) {
    said.push(
      _("With the %(partly)s answered partly it would be %(met)s of %(total)s (%(percent)s%%), %(band)s.", {
        partly: overall.partly,
        met: withPartly.met,
        total: withPartly.total,
        percent: percentOf(withPartly),
        band: withPartly.words,
      }),
    );
  }
  if (following) {
    const next = { level: following, count: met + missing, missing };
    said.push(_("%(level)s begins at %(count)s: %(missing)s more to go.", next));
  }
  if (overall.unanswered) {
    said.push(_("Not answered yet, and counted as not met: %(count)s.", { count: overall.unanswered }));
  }
  return said;
}
