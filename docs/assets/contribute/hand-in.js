/* Handing in: the finished files to copy or download, and the ways to the repository. Nothing is sent from here. */

import { made } from "../components/dom.js";
import { _ } from "../components/language.js";
import { button } from "./fields.js";
import { message } from "./message.js";
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
  return filledIn(`${base}${folder}?filename=${encodeURIComponent(name)}`, "value", text);
}

/**
 * Where the repository takes a message, filled in as far as an address can hold it.
 *
 * @param {string} base address at which one is written
 * @param {{ title: string, text: string }} message
 */
export function newMessage(base, { title, text }) {
  return filledIn(`${base}?title=${encodeURIComponent(title)}`, "body", text);
}

/**
 * @param {string} bare address
 * @param {string} field
 * @param {string} text that goes into the field
 */
function filledIn(bare, field, text) {
  const url = `${bare}&${field}=${encodeURIComponent(text)}`;
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
  const { edits, creates, asks } = form.repository;
  const isMessage = files.length > 1 && asks;
  const how = isMessage
    ? _(
        "The button leads to GitHub, where an account is needed. Your practice and the new city stand there in a message: choose “Create”. A program makes one proposal of both, or says below the message what to mend; then somebody looks at it.",
      )
    : creates || edits
      ? _(
          "The button leads to GitHub, where an account is needed. Choose “Commit changes” and “Propose changes” there; a check then runs by itself, and somebody looks at it.",
        )
      : _(
          "Copy or download it, and send it to those who keep this site, or put it into the folder named above each file.",
        );
  return made(
    "div",
    { className: "pb-hand-in" },
    made("p", { textContent: how }),
    ...(isMessage ? [messagePart(asks, message(form))] : []),
    ...files.map((file) => filePart(file, isMessage ? "" : wayOf(form, file))),
  );
}

/**
 * The way to GitHub with a message.
 *
 * @param {string} base
 * @param {{ title: string, text: string }} message
 */
function messagePart(base, message) {
  const { url, isWhole } = newMessage(base, message);
  const link = outside(
    url,
    isWhole ? _("Open GitHub with the message filled in") : _("Copy the message and open GitHub"),
  );
  const { pre, said, copy } = copying(message.text, _("Text of the message"));
  const open = folded(_("Show the message"), pre);
  if (!isWhole) link.addEventListener("click", () => copy(open));
  const paste = made("p", {
    className: "pb-small",
    textContent: _("The message is too long for an address: paste it into the large box there."),
  });
  return made(
    "section",
    { className: "pb-file pb-file--message" },
    ...(isWhole ? [] : [paste]),
    made(
      "div",
      { className: "pb-buttons" },
      link,
      button(_("Copy"), () => copy(open), _("the message")),
    ),
    said,
    open,
  );
}

/**
 * The way to GitHub with one file; "" where there is none.
 *
 * @param {PracticeForm} form
 * @param {{ path: string, text: string, isThere: boolean }} file
 */
function wayOf(form, { path, text, isThere }) {
  const { edits, creates } = form.repository;
  if (isThere && edits)
    return { url: `${edits}${path}`, isWhole: false, words: _("Copy it and open the file on GitHub") };
  if (!creates) return "";
  const way = newFile(creates, path, text);
  return { ...way, words: way.isWhole ? _("Open GitHub with the file filled in") : _("Copy it and open GitHub") };
}

/**
 * @param {{ path: string, text: string }} file
 * @param {"" | { url: string, isWhole: boolean, words: string }} way to the repository
 */
function filePart({ path, text }, way) {
  const { pre, said, copy } = copying(text, _("Text of %(path)s", { path }));
  const open = folded(_("Show the file"), pre);
  const buttons = made("div", { className: "pb-buttons" });
  if (way) {
    const link = outside(way.url, way.words);
    if (!way.isWhole) link.addEventListener("click", () => copy(open));
    buttons.append(link);
  }
  const name = path.split("/").at(-1) ?? "file.yaml";
  buttons.append(
    button(_("Copy"), () => copy(open), name),
    button(_("Download"), () => download(text, name), name),
    mail(path),
  );
  const after = _(
    "The file is too long for an address, or is there already: paste it in place of all that stands there.",
  );
  return made(
    "section",
    { className: "pb-file" },
    made("h3", {}, made("code", { textContent: path })),
    ...(way && !way.isWhole ? [made("p", { className: "pb-small", textContent: after })] : []),
    buttons,
    said,
    open,
  );
}

/**
 * A text to be copied, what is said of that, and the way to do it.
 *
 * @param {string} text
 * @param {string} label
 */
function copying(text, label) {
  const said = made("p", { className: "pb-small" });
  said.setAttribute("role", "status");
  const code = made("code", { textContent: text });
  const pre = made("pre", { tabIndex: 0 }, code);
  pre.setAttribute("aria-label", label);
  const copy = async (/** @type {HTMLDetailsElement} */ around) => {
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = _("Copied.");
    } catch {
      around.open = true;
      getSelection()?.selectAllChildren(code);
      said.textContent = _("This browser does not let a page copy. The text below is selected: copy it by hand.");
    }
  };
  return { pre, said, copy };
}

/**
 * @param {string} words
 * @param {HTMLElement} inside
 */
function folded(words, inside) {
  return made("details", { className: "pb-file__text" }, made("summary", { textContent: words }), inside);
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
