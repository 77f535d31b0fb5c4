/* A write-up as its page will look: the markup of templates/practice.md.jinja, filled in the browser. */

import { made } from "../components/dom.js";
import { _, date } from "../components/language.js";
import { resultsIn } from "./evidence.js";
import { citations, inline } from "./markup.js";
import { at, textAt } from "./paths.js";
import { groupOf, statements } from "./texts.js";

/** @import { Draft, FormData, Group } from "./types.js" */

const LONG_FIGURE = 12;
/** As generator/wording/things.py has them. */
const STATUSES = new Map([
  ["ongoing", _("ongoing")],
  ["completed", _("completed")],
  ["discontinued", _("discontinued")],
  ["unknown", _("not known whether it still runs")],
]);

/**
 * The page of a practice as elements; nothing in it has an id, since it stands inside of another page.
 *
 * @param {FormData} data
 * @param {Draft} draft
 * @param {Group} file as `written` gives it
 */
export function preview(data, draft, file) {
  const numbers = numbered(data, file);
  const text = (/** @type {string} */ field) => inline(textAt(file, [field]), numbers);
  const head = made(
    "header",
    { className: "pb-practice__head" },
    made("p", {
      className: "pb-crumbs",
      textContent: [draft.label, ...names(data, "topics", file.topics)].join(" · "),
    }),
    made("p", { className: "pb-preview__title", textContent: textAt(file, ["title"]) || _("No title yet") }),
    made("p", { className: "pb-lead" }, text("summary")),
  );
  const body = made("div", { className: "pb-practice__body" });
  let took = false;
  for (const section of data.sections.filter(({ part }) => part === "body" || part === "took")) {
    const items = statements(file, section.field, section.inner).map((one) =>
      made("li", {}, inline(one.text, numbers)),
    );
    if (!items.length) continue;
    if (section.part === "took" && !took) body.append(heading(_("What it took")));
    took ||= section.part === "took";
    body.append(
      section.part === "took"
        ? made("p", { className: "pb-preview__part", textContent: section.heading })
        : heading(section.heading),
    );
    body.append(
      made(
        section.field === "approach" ? "ol" : "ul",
        { className: section.field === "approach" ? "pb-steps" : "" },
        ...items,
      ),
    );
  }
  if (Array.isArray(file.unknown)) {
    const items = file.unknown.map((one) => made("li", { textContent: String(one) }));
    body.append(
      made("section", { className: "pb-unknown" }, heading(_("What we don’t know")), made("ul", {}, ...items)),
    );
  }
  body.append(heading(_("Sources")), sources(file, numbers));
  return made(
    "div",
    { className: "pb-practice pb-preview" },
    head,
    figures(file, numbers),
    glance(data, draft, file, numbers),
    body,
  );
}

/** @param {string} words */
function heading(words) {
  return made("p", { className: "pb-preview__heading", textContent: words });
}

/**
 * The number of each source that is cited, in the order of the page.
 *
 * @param {FormData} data
 * @param {Group} file
 */
function numbered(data, file) {
  const texts = data.sections.flatMap(({ field, inner }) => statements(file, field, inner).map(({ text }) => text));
  const keys = Array.from(new Set(texts.flatMap(citations)));
  return new Map(keys.map((key, place) => [key, place + 1]));
}

/**
 * @param {Group} file
 * @param {Map<string, number>} numbers
 */
function figures(file, numbers) {
  const section = made("section", { className: "pb-practice__figures" }, heading(_("What changed")));
  const tiles = made("ul", { className: "pb-tiles" });
  const accounts = made("ul", { className: "pb-accounts" });
  for (const result of resultsIn(file.results)) {
    const words = inline(textAt(result, ["text"]), numbers);
    const tile = tileOf(result);
    if (!tile) accounts.append(made("li", {}, words));
    else {
      const isLong = tile.figure.length > LONG_FIGURE || tile.figure.length + tile.against.length > 2 * LONG_FIGURE;
      const figure = made(
        "p",
        { className: isLong ? "pb-figure pb-figure--long" : "pb-figure" },
        `${tile.figure} `,
        made("span", { textContent: tile.against }),
      );
      const metric = made("p", { className: "pb-tile__metric", textContent: textAt(result, ["metric"]) });
      tiles.append(
        made(
          "li",
          { className: "pb-tile" },
          figure,
          metric,
          made("p", {}, words),
          made("p", { className: "pb-tile__basis", textContent: tile.basis }),
        ),
      );
    }
  }
  if (tiles.children.length) section.append(tiles);
  if (accounts.children.length) section.append(accounts);
  if (!section.querySelector("li"))
    section.append(made("p", { textContent: _("No source that we found reports a result.") }));
  return section;
}

/**
 * A result as its tile tells it, the same as generator/publishing/tiles.py; null for one without a figure.
 *
 * @param {Group} result
 */
export function tileOf(result) {
  const text = (/** @type {string} */ field) => textAt(result, [field]);
  const other = text("comparison_group");
  const basis = [other && _("against %(other)s", { other }), text("period")].filter(Boolean).join(" · ");
  const target = text("target") ? _("target %(target)s", { target: text("target") }) : "";
  if (result.no_effect) return { figure: _("No effect"), against: _("found"), basis };
  if (other && text("treated"))
    return { figure: text("treated"), against: _("against %(other)s", { other: text("comparison") }), basis };
  if (!other && text("before"))
    return { figure: `${text("before")} → ${text("after")}`, against: text("change"), basis };
  if (!other && text("change")) return { figure: text("change"), against: "", basis };
  const figure = text("change") || text("value");
  return other || figure ? { figure, against: target, basis } : null;
}

/**
 * @param {FormData} data
 * @param {Draft} draft
 * @param {Group} file
 * @param {Map<string, number>} numbers
 */
function glance(data, draft, file, numbers) {
  const level = data.levels.find(({ id }) => id === at(file, ["evidence", "level"]));
  const meter = made("span", { className: "pb-meter" });
  meter.setAttribute("aria-hidden", "true");
  const evidence = made("span", { className: "pb-evidence" }, meter, ` ${level?.name ?? _("Not said yet")}`);
  evidence.dataset.level = String(level?.strength ?? 0);
  const note = made("span", { className: "pb-small" }, inline(textAt(file, ["evidence", "note"]), numbers));
  const began = file.started === "unknown" ? _("year not known") : textAt(file, ["started"]);
  const rows = [
    row(_("Evidence"), evidence, note),
    row(_("City"), draft.label),
    row(_("Started"), [began, STATUSES.get(textAt(file, ["status"]))].filter(Boolean).join(" · ")),
    row(_("Cost"), file.cost ? inline(textAt(file, ["cost"]), numbers) : _("not known from our sources")),
    row(_("Kind of answer"), names(data, "methods", file.methods).join(", ")),
    row(_("Practice area"), names(data, "areas", file.areas).join(", ")),
  ];
  const criteria = names(data, "criteria", file.criteria).join(", ");
  if (criteria) rows.push(row(_("Helps with criteria"), criteria));
  return made("aside", { className: "pb-practice__glance" }, heading(_("At a glance")), made("dl", {}, ...rows));
}

/**
 * @param {string} name
 * @param {...(Node | string)} value
 */
function row(name, ...value) {
  return made("div", {}, made("dt", { textContent: name }), made("dd", {}, ...value));
}

/**
 * @param {FormData} data
 * @param {"topics" | "methods" | "areas" | "criteria"} register
 * @param {import("./types.js").Json | undefined} ids
 */
function names(data, register, ids) {
  return (Array.isArray(ids) ? ids : []).map(
    (id) => data.registers[register].find((one) => one.id === id)?.name ?? String(id),
  );
}

/**
 * @param {Group} file
 * @param {Map<string, number>} numbers
 */
function sources(file, numbers) {
  const items = Array.from(numbers.keys(), (key) => {
    const source = groupOf(at(file, ["sources", key]));
    const title = textAt(source, ["title"]) || key;
    const url = textAt(source, ["url"]);
    const name = /^https?:/i.test(url) ? made("a", { href: url, rel: "external nofollow" }, title) : title;
    const rest = [textAt(source, ["publisher"]), date(textAt(source, ["date"])) || _("undated")]
      .filter(Boolean)
      .join(", ");
    return made("li", {}, name, `. ${rest}`);
  });
  return made("ol", { className: "pb-sources" }, ...items);
}
