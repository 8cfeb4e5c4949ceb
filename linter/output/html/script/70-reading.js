// Where the reader is: the finding at hand, the figure that was opened, and what of the text is lit.

const MOTION = matchMedia("(prefers-reduced-motion: no-preference)");

/** Goes to a place in the text. @param {Reader} reader @param {string} place @returns {HTMLElement | undefined} */
function goTo(reader, place) {
  reader.fresh = false;
  const at = reader.index.byKey.get(place);
  const found = (at === undefined ? undefined : reader.index.figures[at].pieces[0]) || blockAt(reader, place);
  if (!found) return undefined;
  found.scrollIntoView({ block: "center", inline: "nearest", behavior: MOTION.matches ? "smooth" : "auto" });
  for (const before of reader.frame.querySelectorAll(".rv-flash")) before.classList.remove("rv-flash");
  void found.offsetWidth;
  found.classList.add("rv-flash");
  return found;
}

/** The block in which a place stands. @param {Reader} reader @param {string} place */
function blockAt({ index }, place) {
  const [document, start] = place.split(":").map(Number);
  return index.blocks.filter((block) => block.document === document && block.start <= start).pop()?.element;
}

/** Light up the pieces of figures, and no other. @param {Reader} reader @param {string} name a class @param {Iterable<number>} figures */
function light({ frame, index }, name, figures) {
  for (const piece of frame.querySelectorAll(`.rv-text .${name}`)) piece.classList.remove(name);
  for (const at of figures) for (const piece of index.figures[at].pieces) piece.classList.add(name);
}

/** The figures of places. @param {Reader} reader @param {Spot[]} places */
function figuresOf({ index }, places) {
  return places.map((spot) => index.byKey.get(key(spot))).filter((at) => at !== undefined);
}

/** Makes a finding the one at hand. @param {Reader} reader @param {number} at @param {boolean} [move] whether the text goes there */
function turnTo(reader, at, move = true) {
  const { view, frame, words, index: known } = reader;
  reader.current = at;
  if (move) reader.fresh = false;
  for (const card of frame.querySelectorAll(".rv-current")) card.classList.remove("rv-current");
  const found = listed(reader);
  const index = found.indexOf(at);
  if (index >= reader.shown) fillPanel(reader, index + PAGE);
  part(reader, ".rv-step").textContent = found.length ? `${reader.fresh || index < 0 ? "–" : index + 1} / ${found.length}` : "";
  if (at < 0) return;
  const fault = view.findings[at];
  light(reader, "rv-lit", reader.fresh ? [] : figuresOf(reader, fault.places));
  const card = frame.querySelector(`.rv-panel [data-finding="${at}"]`);
  if (card instanceof HTMLElement) {
    card.classList.toggle("rv-current", !reader.fresh);
    reachable(frame, card);
    if (move) reveal(part(reader, ".rv-panel"), card);
  }
  if (!move) return;
  goTo(reader, key(fault.places[0]));
  pin(reader, known.chapters[at]);
  part(reader, ".rv-status").textContent = `${words.step(index + 1, found.length)}${words.colon}${words.severities[fault.severity]}${words.separator}${fault.message}`;
}

/** Of the cards' controls Tab leads to those of one alone. @param {HTMLElement} frame @param {HTMLElement} card */
function reachable(frame, card) {
  for (const control of frame.querySelectorAll(".rv-panel > [data-finding] button")) control.setAttribute("tabindex", card.contains(control) ? "0" : "-1");
}

/** Scrolls a list so that an item of it is seen. @param {HTMLElement} list @param {HTMLElement} item */
function reveal(list, item) {
  const outer = list.getBoundingClientRect();
  const inner = item.getBoundingClientRect();
  if (inner.top < outer.top || inner.bottom > outer.bottom) list.scrollTop += inner.top - outer.top - 8;
}

/** One finding on or back, in a circle. @param {Reader} reader @param {number} by */
function step(reader, by) {
  const { frame } = reader;
  if (reader.tab !== "findings") showTab(reader, "findings");
  const found = listed(reader);
  if (!found.length) return;
  // To the finding at which a list opens the text has not gone yet.
  const index = reader.fresh ? -1 : found.indexOf(reader.current);
  const to = index < 0 ? (by > 0 ? 0 : found.length - 1) : (index + by + found.length) % found.length;
  const narrow = getComputedStyle(part(reader, ".rv-chosen")).position === "fixed";
  const own = figuresOf(reader, reader.view.findings[found[to]].places.slice(0, 1));
  if (narrow && own.length) showFigure(reader, [covering(reader, own[0])]);
  else closeFigure(reader);
  turnTo(reader, found[to]);
  const card = frame.querySelector(".rv-panel .rv-current");
  // Whoever steps by a button steps on by it; whoever steps by a key goes on in the card.
  if (card instanceof HTMLElement && !narrow && !document.activeElement?.matches("[data-do=next], [data-do=previous]")) focusOn(card);
}

/** @param {Reader} reader @param {Tab} tab */
function showTab(reader, tab) {
  reader.tab = tab;
  closeFigure(reader);
  reader.fresh = true;
  fillPanel(reader);
  if (tab === "findings") turnTo(reader, listed(reader)[0] ?? -1, false);
}

/** Opens a figure: every relation it stands in, in place of the list. @param {Reader} reader @param {number[][]} trail the last is opened */
function showFigure(reader, trail) {
  reader.trail = trail;
  const { index, view, words } = reader;
  const over = trail[trail.length - 1].map((at) => index.figures[at]);
  const [figure] = over;
  const relations = [...new Set(over.flatMap((one) => one.relations))];
  relations.sort((a, b) => STATES.indexOf(view.relations[a].state) - STATES.indexOf(view.relations[b].state));
  const told = new Set(relations.map((at) => view.relations[at].finding));
  const alone = [...new Set(over.flatMap((one) => one.findings))].filter((at) => !told.has(at));
  const seen = new Set();
  const entries = relations.filter((at) => {
    const { finding } = view.relations[at];
    return finding === undefined || (!seen.has(finding) && seen.add(finding));
  });
  const before = trail.length > 1 ? index.figures[trail[trail.length - 2][0]].text : "";
  const chosen = part(reader, ".rv-chosen");
  chosen.setAttribute("aria-label", figure.text);
  chosen.replaceChildren(
    el("div", { class: "rv-chosen-head" },
      el("button", { type: "button", "data-do": "back", class: "rv-back" }, `‹ ${words.back}${before ? ` ${shortened(before)}` : ""}`),
      el("span", { class: "rv-steps" }, stepper(words, -1), stepper(words, 1)),
      el("button", { type: "button", "data-do": "close", class: "rv-close", "aria-label": words.shut }, "×")),
    el("h3", { tabindex: -1 }, `“${shortened(figure.text)}”`, el("small", {}, [figure.spot.where, words.takesPart(entries.length + alone.length)].filter(Boolean).join("　"))),
    el("div", { class: "rv-entries" }, alone.map((at) => drawCard(reader, at)), entries.map((at) => drawRelation(reader, at))),
  );
  chosen.hidden = false;
  chosen.scrollTop = 0;
  reader.frame.classList.add("rv-with-chosen");
  light(reader, "rv-lit", []);
  light(reader, "rv-chosen-figure", [figure.at]);
  light(reader, "rv-linked", relations.flatMap((at) => figuresOf(reader, view.relations[at].places)).filter((at) => at !== figure.at));
  part(reader, ".rv-status").textContent = `${figure.text}${words.colon}${words.takesPart(entries.length + alone.length)}`;
}

/** A figure, and those that it stands in. @param {Reader} reader @param {number} at @returns {number[]} */
function covering({ index }, at) {
  const { document, start, end } = index.figures[at].spot;
  const over = index.figures.filter(({ spot }) => spot.document === document && spot.start <= start && end <= spot.end);
  return [at, ...over.map((figure) => figure.at).filter((other) => other !== at)];
}

/** @param {Reader} reader */
function closeFigure(reader) {
  if (!reader.trail.length) return;
  reader.trail = [];
  part(reader, ".rv-chosen").hidden = true;
  reader.frame.classList.remove("rv-with-chosen");
  light(reader, "rv-chosen-figure", []);
  light(reader, "rv-linked", []);
  const fault = reader.view.findings[reader.current];
  if (fault && !reader.fresh) light(reader, "rv-lit", figuresOf(reader, fault.places));
}

/** Back to the figure from which one came, or to the list. @param {Reader} reader */
function back(reader) {
  const [last] = reader.trail.slice(-1);
  if (last === undefined) return;
  const before = reader.trail.slice(0, -1);
  if (before.length) {
    showFigure(reader, before);
    focusOn(goTo(reader, key(reader.index.figures[before[before.length - 1][0]].spot)));
  } else {
    closeFigure(reader);
    focusOn(reader.index.figures[last[0]].pieces[0]);
  }
}

/** @param {HTMLElement | undefined} element */
function focusOn(element) {
  element?.focus({ preventScroll: true });
}
