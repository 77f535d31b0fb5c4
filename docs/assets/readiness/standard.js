/* The standard, read from the page itself: areas, criteria and tiers stand in its HTML. */

/** {areas: [{id, name, codes}], criteria: [{code, name, area, mandatory, restsOn, checks}], byCode, tiers}. */
export function readStandard(element) {
  const criteria = [];
  const areas = Array.from(element.querySelectorAll("[data-area]"), function (section) {
    const codes = Array.from(section.querySelectorAll("[data-code]"), function (part) {
      criteria.push({
        code: part.dataset.code,
        name: part.dataset.name,
        area: section.dataset.area,
        mandatory: "mandatory" in part.dataset,
        restsOn: part.dataset.rests ? part.dataset.rests.split(" ") : [],
        checks: Array.from(part.querySelectorAll("input[type=checkbox]"), function (box) { return box.value; }),
      });
      return part.dataset.code;
    });
    return { id: section.dataset.area, name: section.dataset.name, codes: codes };
  });
  const tiers = Array.from(element.querySelectorAll("[data-tier]"), function (part) {
    return { name: part.dataset.tier, least: Number(part.dataset.least), most: Number(part.dataset.most) };
  });
  return { areas: areas, criteria: criteria, byCode: new Map(criteria.map(function (one) { return [one.code, one]; })), tiers: tiers };
}
