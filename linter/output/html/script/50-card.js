// A finding as a card, and a relation as an entry: what is wrong, the arithmetic, what to write, where else.

const MANY = 12;
const LONG = 48;

/** @param {string} text */
const shortened = (text) => (text.length > LONG ? `${text.slice(0, LONG)}…` : text);

/** A message without the arithmetic behind it, which stands below. @param {Fault} fault */
function messageOf(fault) {
  const { message, calculation } = fault;
  if (!calculation || !message.endsWith(calculation)) return message;
  return message.slice(0, -calculation.length).replace(/[：:\s]+$/, "");
}

/** Whether a message already says a part of a finding. @param {string} message @param {string} part */
const says = (message, part) => message.replace(/\s/g, "").includes(part.replace(/\s/g, ""));

/** @param {Reader} reader @param {number} at @returns {HTMLElement} */
function drawCard(reader, at) {
  const { view, words } = reader;
  const fault = view.findings[at];
  const message = messageOf(fault);
  const severity = words.severities[fault.severity];
  const [place, ...others] = fault.places;
  const placed = place.end > 0; // What is said of a whole file has no place in it.
  return el(
    "article",
    { class: `rv-card rv-${STATE_OF[fault.severity]}`, "data-finding": at, tabindex: -1, "aria-label": `${at + 1} ${severity}` },
    el(
      "div", { class: "rv-card-head" },
      el("span", { class: "rv-badge" }, at + 1),
      el("strong", { class: "rv-severity" }, severity),
      el("span", { class: "rv-where" }, whereOf(reader, fault)),
      el("button", { type: "button", class: "rv-copy", tabindex: -1, "data-do": "copy", "aria-label": words.copyOf }, words.copy),
    ),
    el("p", { class: "rv-message" }, message),
    el(
      "dl", { class: "rv-told" },
      fault.calculation && !says(message, fault.calculation) && term(words.calculation, el("span", { class: "rv-arithmetic" }, fault.calculation)),
      fault.suggestion && !says(message, fault.suggestion) && term(words.suggestion, el("span", { class: "rv-suggestion" }, fault.suggestion)),
      placed && term(words.place, drawPlaces(reader, [place], place)),
      others.length > 0 && term(words.also, drawPlaces(reader, others, place)),
    ),
    fault.first && el("p", { class: "rv-first" }, words.first(fault.first.map((other) => other + 1).join(words.comma))),
    fault.milder && el("p", { class: "rv-milder" }, words.milder),
    el("p", { class: "rv-rule" }, fault.name, fault.basis && `${words.separator}${words.basis}${words.colon}${fault.basis}`, " ", el("code", { lang: "en" }, fault.rule)),
  );
}

/** Where a finding stands: of several files the file, the chapter, the place. @param {Reader} reader @param {Fault} fault */
function whereOf(reader, fault) {
  const [place] = fault.places;
  return [fileOf(reader, place), fault.section, place.end > 0 && fault.where].filter(Boolean).join("　");
}

/** The name of a place's file, where the report has several and the place before was in another one. @param {Reader} reader @param {Spot} spot @param {Spot} [before] */
function fileOf({ view }, spot, before) {
  const told = view.documents.length < 2 || before?.document === spot.document;
  return told ? "" : view.documents[spot.document].path.replace(/^.*\//, "");
}

/** @param {Reader} reader @param {number} at */
function drawRelation(reader, at) {
  const { view, words } = reader;
  const relation = view.relations[at];
  if (relation.finding !== undefined) return drawCard(reader, relation.finding);
  const passed = relation.state === "right" || relation.state === "held";
  return el(
    "article",
    { class: `rv-entry rv-${relation.state}`, "data-relation": at },
    el("p", {}, el("strong", { class: "rv-severity" }, passed ? "✓ " : `${words.states[relation.state]} `), saidOf(relation, words)),
    drawPlaces(reader, relation.places),
    relation.state !== "held" && el("p", { class: "rv-rule" }, words.checkedFor(relation.name)),
  );
}

/** What was checked; where nothing was computed anew, first what was looked at. @param {Relation} relation @param {Words} words */
function saidOf({ name, state, calculation }, words) {
  if (state !== "held") return calculation || name;
  return calculation ? `${name}${words.colon}${calculation}` : name;
}

/** Links to places, each with its words and, where it is another, its line; of very many the first. @param {Reader} reader @param {Spot[]} places @param {Spot} [own] the one that was told before */
function drawPlaces(reader, places, own) {
  const links = places.slice(0, MANY).map((spot, at) => drawLink(reader, spot, places[at - 1], own));
  const rest = places.length - links.length;
  return el("span", { class: "rv-links" }, links, rest > 0 && el("span", {}, reader.words.more(rest)));
}

/** @param {Reader} reader @param {Spot} spot @param {Spot} [before] the link before it @param {Spot} [own] */
function drawLink(reader, spot, before, own) {
  const { index, words } = reader;
  const at = index.byKey.get(key(spot));
  const text = at === undefined ? "" : index.figures[at].text;
  const last = before ?? own;
  const same = last && last.document === spot.document && last.where === spot.where;
  const where = same ? "" : [fileOf(reader, spot, last), spot.where].filter(Boolean).join(" ");
  return link(key(spot), shortened(text) || words.goTo, where);
}

/** What leads to a place. @param {string} place @param {string} text @param {string} where */
function link(place, text, where) {
  return el(
    "button", { type: "button", class: "rv-link", "data-do": "go", "data-place": place },
    el("span", { class: "rv-quote" }, text), where && el("small", {}, where),
  );
}

/** A term with what is said of it. @param {string} name @param {...Child} said */
function term(name, ...said) {
  return el("div", {}, el("dt", {}, name), el("dd", {}, said));
}

/** A finding as text, to send to someone. @param {Reader} reader @param {number} at */
function asText(reader, at) {
  const { view, words } = reader;
  const fault = view.findings[at];
  const message = messageOf(fault);
  const place = [fault.section, fault.places[0].end > 0 && fault.where, fault.quote && `“${shortened(fault.quote)}”`].filter(Boolean).join(" ");
  return [
    [words.severities[fault.severity], message],
    [words.place, place],
    [words.calculation, says(message, fault.calculation) ? "" : fault.calculation],
    [words.suggestion, says(message, fault.suggestion) ? "" : fault.suggestion],
    [words.basis, fault.basis],
    [words.file, view.documents[fault.places[0].document].path],
    [words.rule, `${fault.name} ${fault.rule}`],
  ].filter(([, said]) => said).map(([name, said]) => `${name}${words.colon}${said}`).join("\n");
}

/** Puts a text on the clipboard, the old way where the new one is not allowed. @param {string} text */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = /** @type {HTMLTextAreaElement} */ (el("textarea", { class: "rv-hidden", "aria-hidden": "true" }));
    area.value = text;
    document.body.append(area);
    const before = document.activeElement;
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    return done;
  }
}
