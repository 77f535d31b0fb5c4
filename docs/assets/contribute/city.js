/* The step in which the city is chosen, and if it is not in the library yet, described. */

import { made } from "../components/dom.js";
import { _, around } from "../components/language.js";
import { Picker } from "../your-city/picker.js";
import { load } from "../your-city/places.js";
import { cityFile, placeFacts } from "./data.js";
import { box, group, oneOf, textField } from "./fields.js";
import { folded } from "./later.js";
import { at, idOf } from "./paths.js";
import { certification } from "./profile.js";

/** @import { PracticeForm } from "./form.js" */
/** @import { Place } from "../types.js" */
/** @import { Asked } from "./fields.js" */
/** @import { Group, Path } from "./types.js" */

const GEONAMES = "geonames";
const PROFILE = /** @type {Path} */ (["profile"]);
const STEP = /** @type {Path} */ ([...PROFILE, "certifications", 0]);
const SOURCE = "certification";

/**
 * @param {PracticeForm} form
 * @param {Asked} asked
 */
export function cityStep(form, asked) {
  const status = made("p", { className: "pb-form__found" });
  status.setAttribute("role", "status");
  const field = picker(form, asked, status);
  const about = made("div", {});
  describe(form, about);
  return made("div", {}, field, status, about);
}

/**
 * @param {PracticeForm} form
 * @param {Asked} asked
 * @param {HTMLElement} status
 */
function picker(form, asked, status) {
  const input = made("input", {
    type: "text",
    value: form.draft.label,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: false,
  });
  const places = made("div", { id: "pb-places", className: "pb-places", hidden: true });
  places.setAttribute("role", "listbox");
  places.setAttribute("aria-label", _("Cities"));
  for (const [name, value] of [
    ["role", "combobox"],
    ["aria-expanded", "false"],
    ["aria-controls", "pb-places"],
    ["aria-autocomplete", "list"],
  ])
    input.setAttribute(name, value);
  const held = made("form", { className: "pb-place" });
  const whole = box(asked, input);
  input.before(held);
  held.append(input, places);
  const picking = new Picker(held, status, (place) => choose(form, place));
  load().then(
    (data) => {
      const { city, label } = form.draft;
      const chosen = data.all.find(({ id }) => id === city);
      if (chosen) picking.here = { ...chosen, label };
      picking.data = data;
    },
    () => {
      status.textContent = _("The list of cities could not be loaded. Check the connection, and load the page again.");
    },
  );
  return whole;
}

/**
 * Take a place for the city of the draft.
 *
 * @param {PracticeForm} form
 * @param {Place} place
 */
async function choose(form, { id, label, country, region, population }) {
  const { draft } = form;
  if (draft.city === id) return;
  Object.assign(draft, { city: id, label, profile: null });
  if (!form.data.cities.some((city) => city.id === id)) {
    const [name, code, latitude, longitude] = (await placeFacts())[id] ?? [label, "", 0, 0];
    draft.profile = {
      name,
      ...(code ? { state: code } : {}),
      country,
      region,
      population: { count: String(population), year: "undated", sources: [GEONAMES] },
      government: { form: "unknown" },
      location: { latitude: String(latitude), longitude: String(longitude), sources: [GEONAMES] },
      certifications: [{ level: "", year: "", award: "new", sources: [SOURCE] }],
      sources: { [GEONAMES]: { ...form.data.placesSource }, [SOURCE]: {} },
    };
  }
  form.changed();
  form.draw(idOf(["city"]));
}

/**
 * What is known of the chosen city, or what is asked of a new one.
 *
 * @param {PracticeForm} form
 * @param {HTMLElement} about
 */
function describe(form, about) {
  const { draft } = form;
  const known = form.data.cities.find(({ id }) => id === draft.city);
  if (known) {
    about.append(
      made(
        "p",
        {},
        ...around("%(city)s: %(certification)s. It is in the library.", {
          city: made("b", { textContent: known.label }),
          certification: known.certification,
        }),
      ),
    );
    if (!draft.mends) listPractices(form, about);
  } else if (draft.profile) about.append(newCity(form));
}

/**
 * The write-ups that the city has, so that nobody writes one twice.
 *
 * @param {PracticeForm} form
 * @param {HTMLElement} about
 */
async function listPractices(form, about) {
  const found = await cityFile(form.draft.city).catch(() => null);
  const items = (found?.practices ?? []).map(([id, title]) =>
    made("li", {}, made("a", { href: form.link(`practices/${id}/`) }, title)),
  );
  if (items.length)
    about.append(
      made("p", {
        textContent: _("Written up already. If yours is one of these, open it and choose “Something wrong here?”."),
      }),
      made("ul", {}, ...items),
    );
}

/** @param {PracticeForm} form */
function newCity(form) {
  const { profile, label } = form.draft;
  const facts = /** @type {Group} */ (profile);
  const country = form.data.countries[String(facts.country)] ?? String(facts.country);
  const filled = made(
    "p",
    {},
    ...around(
      "%(city)s is not in the library yet, so it is added together with your practice. Filled in: %(country)s, %(people)s people, and where it lies (GeoNames).",
      { city: made("b", { textContent: label }), country, people: Number(at(facts, ["population", "count"])) },
    ),
  );
  const question = oneOf(
    form,
    {
      path: ["certified"],
      label: _("Does the city hold %(certification)s, or did it once?", {
        certification: form.data.network.certification,
      }),
    },
    [
      { id: "yes", name: _("Yes") },
      { id: "no", name: _("No, or I don’t know") },
    ],
    () => form.draw(),
  );
  const more = made("div", {});
  if (form.text(["certified"]) === "no") more.append(notCertified(form));
  if (form.text(["certified"]) === "yes") more.append(...certification(form, STEP), sourceOfIt(form));
  return made("div", {}, filled, question, more);
}

/** @param {PracticeForm} form */
function notCertified(form) {
  const link = (/** @type {string} */ to, /** @type {string} */ words) => made("a", { href: form.link(to) }, words);
  const cities = link(`your-city/?city=${form.draft.city}`, _("See which certified cities are like yours"));
  const standing = link("readiness/", _("Check where your city stands"));
  return made(
    "div",
    { className: "pb-form__kindly" },
    made("p", {
      textContent: _(
        "Thank you for wanting to share. This library holds what certified cities did, because somebody else looked at how they work. So a practice of your city can’t be added yet.",
      ),
    }),
    made("p", { textContent: _("What you can do instead:") }),
    made(
      "ul",
      {},
      made(
        "li",
        {},
        ...around("%(link)s, and what they did.", {
          link: cities,
        }),
      ),
      made(
        "li",
        {},
        ...around("%(link)s against the criteria of the certification.", {
          link: standing,
        }),
      ),
      made(
        "li",
        {},
        _("If you took a practice over from a city here, open its page and add yourself under “Who took it over”."),
      ),
    ),
  );
}

/** @param {PracticeForm} form */
function sourceOfIt(form) {
  const path = [...PROFILE, "sources", SOURCE];
  const fields = [
    textField(form, { path: [...path, "title"], label: _("Title of the page") }),
    textField(form, { path: [...path, "url"], label: _("Web address"), type: "url", isOptional: true }),
  ];
  const more = [
    textField(form, { path: [...path, "publisher"], label: _("Who published it"), isOptional: true }),
    textField(form, {
      path: [...path, "date"],
      label: _("Date"),
      isOptional: true,
      help: _("As 2018, 2018-06 or 2018-06-18."),
    }),
  ];
  const isFilled = ["publisher", "date"].some((name) => form.text([...path, name]));
  return group(
    {
      path,
      label: _("Where can that be read?"),
      help: _("The announcement, or a page of the city or of the program that tells it."),
    },
    ...fields,
    folded(_("Who published it, and when"), isFilled, ...more),
  );
}

/**
 * What is wrong with the choice of the city.
 *
 * @param {PracticeForm} form
 */
export function cityProblems(form) {
  const { city, profile } = form.draft;
  if (!city) return [{ path: ["city"], words: _("Choose the city from the list.") }];
  const isNew = profile && !form.draft.mends;
  if (!isNew || form.text(["certified"]) === "yes") return [];
  const isRefused = form.text(["certified"]) === "no";
  return [
    {
      path: ["certified"],
      words: isRefused
        ? _("The library holds practices of certified cities only.")
        : _("Say whether the city is certified."),
    },
  ];
}
