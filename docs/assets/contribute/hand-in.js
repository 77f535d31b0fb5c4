/* Handing in: the finished files to copy or download, and the ways to the repository. Nothing is sent from here. */

import { made } from "../components/dom.js";
import { _ } from "../components/language.js";
import { button } from "./fields.js";
import { fileText } from "./yaml.js";

/** @import { PracticeForm } from "./form.js" */

/** So many characters of an address GitHub still takes; beyond them the text is copied. */
export const LONGEST_ADDRESS = 8000;

/**
 * Where the repository offers to make a file, filled in as far as an address can hold it.
 *
 * @param {string} base address in front of a folder's path
 * @param {string} path of the file
 * @param {string} text
 * @returns {{ url: string, isWhole: boolean }}
 */
export function newFile(base, path, text) {
  const [, folder, name] = /^(.*)\/([^/]*)$/.exec(path) ?? ["", "", path];
  const bare = `${base}${folder}?filename=${encodeURIComponent(name)}`;
  const url = `${bare}&value=${encodeURIComponent(text)}`;
  return url.length <= LONGEST_ADDRESS ? { url, isWhole: true } : { url: bare, isWhole: false };
}

/**
 * The files of a draft: path in the repository, text, and whether it is there already.
 *
 * @param {PracticeForm} form
 */
export function filesOf(form) {
  const { draft, data } = form;
  const files = [];
  const isCity = form.isOfCity;
  if (draft.profile) {
    const text = fileText("city", form.written("city").data, data.schemas.city);
    files.push({ path: `practices/${draft.city}/city.yaml`, text, isThere: isCity });
  }
  if (!isCity) {
    const text = fileText("practice", form.written("practice").data, data.schemas.practice);
    files.push({ path: `practices/${draft.city}/${draft.slug || "name"}.yaml`, text, isThere: Boolean(draft.mends) });
  }
  return files;
}

/**
 * The finished files, and what to do with each.
 *
 * @param {PracticeForm} form
 */
export function handIn(form) {
  const files = filesOf(form);
  const parts = files.map((file) => filePart(form, file));
  const { edits, creates } = form.repository;
  const how = [];
  if (creates || edits) {
    how.push(
      _(
        "The button leads to GitHub, where an account is needed. Choose “Commit changes” and “Propose changes” there; a check then runs by itself, and somebody looks at it.",
      ),
    );
    if (files.length > 1)
      how.push(
        _(
          "These are two files. Propose the city first; then the practice, and name the first proposal in its description, so that both are taken together. The check of the practice passes once the city is in.",
        ),
      );
  } else
    how.push(
      _(
        "Copy or download it, and send it to those who keep this site, or put it into the folder named above each file.",
      ),
    );
  const words = how.map((one) => made("p", { textContent: one }));
  return made("div", { className: "pb-hand-in" }, ...words, ...parts);
}

/**
 * @param {PracticeForm} form
 * @param {{ path: string, text: string, isThere: boolean }} file
 */
function filePart(form, { path, text, isThere }) {
  const { edits, creates } = form.repository;
  const said = made("p", { className: "pb-small" });
  said.setAttribute("role", "status");
  const copied = async () => {
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = _("Copied.");
    } catch {
      open.open = true;
      getSelection()?.selectAllChildren(code);
      said.textContent = _("This browser does not let a page copy. The text below is selected: copy it by hand.");
    }
  };
  const code = made("code", { textContent: text });
  const pre = made("pre", { tabIndex: 0 }, code);
  pre.setAttribute("aria-label", _("Text of %(path)s", { path }));
  const open = made(
    "details",
    { className: "pb-file__text" },
    made("summary", { textContent: _("Show the file") }),
    pre,
  );
  const buttons = made("div", { className: "pb-buttons" });
  if (isThere && edits) {
    const link = outside(`${edits}${path}`, _("Copy it and open the file on GitHub"));
    link.addEventListener("click", copied);
    buttons.append(link);
  } else if (creates) {
    const { url, isWhole } = newFile(creates, path, text);
    const link = outside(url, isWhole ? _("Open GitHub with the file filled in") : _("Copy it and open GitHub"));
    if (!isWhole) link.addEventListener("click", copied);
    buttons.append(link);
  }
  const name = path.split("/").at(-1) ?? "file.yaml";
  buttons.append(
    button(_("Copy"), copied, name),
    button(_("Download"), () => download(text, name), name),
    mail(path),
  );
  const after =
    isThere || (creates && !newFile(creates, path, text).isWhole)
      ? _("The file is too long for an address, or is there already: paste it in place of all that stands there.")
      : "";
  return made(
    "section",
    { className: "pb-file" },
    made("h3", {}, made("code", { textContent: path })),
    ...(after && (edits || creates) ? [made("p", { className: "pb-small", textContent: after })] : []),
    buttons,
    said,
    open,
  );
}

/**
 * @param {string} href
 * @param {string} words
 */
function outside(href, words) {
  return made(
    "a",
    { href, className: "pb-button pb-button--main", target: "_blank", rel: "noopener" },
    words,
    made("span", { className: "pb-hidden", textContent: ` ${_("(opens a new tab)")}` }),
  );
}

/** @param {string} path */
function mail(path) {
  const subject = encodeURIComponent(_("A practice for Peerbook: %(path)s", { path }));
  const body = encodeURIComponent(_("The file %(path)s is attached.", { path }));
  return made(
    "a",
    { className: "pb-button", href: `mailto:?subject=${subject}&body=${body}` },
    _("Mail"),
    made("span", { className: "pb-hidden" }, " ", _("about %(path)s; attach the downloaded file", { path })),
  );
}

/**
 * @param {string} text
 * @param {string} name
 */
function download(text, name) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  made("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
