/* What the address of the page asks for: a write-up to mend with the field that somebody came for, and a step. */

import { _ } from "../components/language.js";
import { cityFile } from "./data.js";
import { empty, last } from "./drafts.js";
import { mendingDraft, pathIn } from "./mending.js";

/** @import { PracticeForm } from "./form.js" */

/**
 * Open what the address asks for, or the draft that was open last.
 *
 * @param {PracticeForm} form
 */
export async function openAsked(form) {
  const { drafts } = form;
  const asked = new URLSearchParams(location.search);
  const mends = asked.get("mend") ?? "";
  const begun = mends && drafts.idOfMend(mends);
  if (begun) drafts.restore(begun);
  else if (mends) {
    const draft = await mendingDraft(form, mends).catch(() => null);
    if (draft) drafts.begin(draft);
    else form.tell(_("No write-up of this name is here. You can add one."));
  }
  if (!drafts.id && !drafts.restore(last())) drafts.begin(empty());
  const path = pathIn(asked.get("at") ?? "");
  if (form.draft.mends && path.length) form.go([form.isOfCity ? "profile" : "practice", ...path]);
  else form.show(stepInAddress(form), "", true);
}

/** @param {PracticeForm} form */
export function stepInAddress({ steps }) {
  const id = new URLSearchParams(location.search).get("step");
  return Math.max(
    0,
    steps.findIndex((step) => step.id === id),
  );
}

/**
 * Let the address name the step that is shown, so that the browser's own way back leads to the one before.
 *
 * @param {PracticeForm} form
 */
export function writeAddress({ steps, step }) {
  const address = new URL(location.href);
  address.searchParams.set("step", steps[step].id);
  address.searchParams.delete("at");
  history.pushState(null, "", address);
}

/**
 * Learn the names that write-ups of the city have.
 *
 * @param {PracticeForm} form
 */
export async function learnTaken(form) {
  const { city } = form.draft;
  if (form.takenOf === city) return;
  form.takenOf = city;
  const isKnown = form.data.cities.some(({ id }) => id === city);
  const found = isKnown ? await cityFile(city).catch(() => null) : null;
  form.taken = (found?.practices ?? []).map(([id]) => id);
  form.found = null;
}
