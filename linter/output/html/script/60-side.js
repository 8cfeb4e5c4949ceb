// What stands beside the text: findings in order of place, what is right, what could not be checked, one figure.

/** So many of a list are drawn at once, and more when they are asked for. */
const PAGE = 300;

/** The findings that are asked for. @param {Reader} reader @returns {number[]} */
function listed({ view, choice, index }) {
  return view.findings.map((_, at) => at).filter((at) => {
    const fault = view.findings[at];
    if (choice.severity && fault.severity !== choice.severity) return false;
    if (choice.rule && fault.rule !== choice.rule) return false;
    return fits(view, choice, index.chapters[at]);
  });
}

/** The relations that passed so and are asked for. @param {Reader} reader @param {State} passed @returns {number[]} */
function rights({ view, choice }, passed) {
  return view.relations.map((_, at) => at).filter((at) => {
    const { state, rule, places } = view.relations[at];
    if (state !== passed || (choice.rule && rule !== choice.rule)) return false;
    return !choice.chapter || (places.length > 0 && fits(view, choice, chapterOf(view, places[0])));
  });
}

/** Whether something of a chapter is asked for. @param {View} view @param {Choice} choice @param {number} chapter */
function fits(view, choice, chapter) {
  return !choice.chapter || (chapter >= 0 && isWithin(view, chapter, Number(choice.chapter)));
}

/** @param {Reader} reader */
function drawSide(reader) {
  const { words } = reader;
  const tabs = /** @type {Tab[]} */ (["findings", "right", "unchecked"]).map((tab) =>
    el(
      "button",
      { type: "button", role: "tab", id: `rv-tab-${tab}`, class: "rv-tab", "data-do": "tab", "data-tab": tab, "aria-controls": "rv-panel" },
      words.tabs[tab], " ", el("b", {}, countOf(reader, tab)),
    ));
  return el(
    "aside",
    { class: "rv-side", "aria-label": words.side },
    el("div", { class: "rv-tools" }, el("div", { role: "tablist", class: "rv-tabs", "aria-label": words.side }, tabs), drawFilter(reader)),
    el("div", { class: "rv-panel", id: "rv-panel", role: "tabpanel", tabindex: 0 }),
    el("div", { class: "rv-chosen", role: "region", hidden: true }),
    el("p", { class: "rv-status rv-hidden", role: "status" }),
  );
}

/** @param {Reader} reader @param {Tab} tab */
function countOf({ view }, tab) {
  return { findings: view.findings.length, right: view.counts.passed + view.counts.held, unchecked: view.unchecked.length }[tab];
}

/** @param {Reader} reader */
function drawFilter(reader) {
  const { view, words } = reader;
  const levels = SEVERITIES.filter((severity) => view.counts[severity]);
  const chips = levels.length > 1 && levels.map((severity) =>
    el("button", { type: "button", class: `rv-chip rv-${STATE_OF[severity]}`, "data-do": "severity", "data-severity": severity, "aria-pressed": "false" }, `${words.severities[severity]} `, el("b", {}, view.counts[severity])));
  /** @param {string} id @param {string} label @param {string} all @param {[string, string][]} options */
  const select = (id, label, all, options) =>
    el("label", { class: "rv-select" }, el("span", { class: "rv-hidden" }, label), el("select", { "data-choice": id }, el("option", { value: "" }, all), options.map(([value, name]) => el("option", { value }, name))));
  const chapters = view.chapters.map((chapter, at) => /** @type {[string, string]} */ ([String(at), `${"　".repeat(chapter.depth)}${shortened(chapter.title)}`]));
  return el(
    "div", { class: "rv-filter" },
    el("div", { class: "rv-stepper" }, stepper(words, -1), el("span", { class: "rv-step" }), stepper(words, 1)),
    el("div", { class: "rv-narrow" },
      chips && el("div", { class: "rv-chips", role: "group", "aria-label": words.level }, el("span", { class: "rv-only" }, words.only), chips),
      el("div", { class: "rv-selects" }, chapters.length > 0 && select("chapter", words.chapter, words.allOf.chapter, chapters), select("rule", words.rule, words.allOf.rule, []))),
  );
}

/** Offers the rules of what the open tab lists; one of another tab is no longer asked for. @param {Reader} reader */
function fillRules(reader) {
  const { view, tab, words, frame } = reader;
  /** @type {Map<string, { name: string, count: number }>} */
  const found = new Map();
  const told = tab === "findings" ? view.findings : view.relations.filter(({ state }) => state === "right" || state === "held");
  for (const { rule, name } of told) found.set(rule, { name, count: (found.get(rule)?.count || 0) + 1 });
  const sorted = [...found].sort(([, a], [, b]) => b.count - a.count || (a.name < b.name ? -1 : 1));
  if (!found.has(reader.choice.rule)) reader.choice.rule = "";
  const select = /** @type {HTMLSelectElement} */ (frame.querySelector("[data-choice=rule]"));
  select.replaceChildren(
    el("option", { value: "" }, words.allOf.rule),
    ...sorted.map(([rule, { name, count }]) => el("option", { value: rule }, `${name}${words.open}${count}${words.close}`)));
  select.value = reader.choice.rule;
  /** @type {HTMLElement} */ (select.parentElement).hidden = found.size < 2;
}

/** A button that leads one finding on or back. @param {Words} words @param {1 | -1} by */
function stepper(words, by) {
  const [name, letter] = by > 0 ? [`${words.next} ›`, "N"] : [`‹ ${words.previous}`, "P"];
  return el(
    "button", { type: "button", class: "rv-go", "data-do": by > 0 ? "next" : "previous", "aria-keyshortcuts": letter, title: words.keys },
    name, el("kbd", { "aria-hidden": "true" }, letter),
  );
}

/** Fill the panel with what its tab and the filter ask for. @param {Reader} reader @param {number} [shown] how many of a list are drawn */
function fillPanel(reader, shown = PAGE) {
  reader.shown = shown;
  const { frame, tab, words } = reader;
  const panel = part(reader, ".rv-panel");
  panel.setAttribute("aria-labelledby", `rv-tab-${tab}`);
  for (const button of frame.querySelectorAll("[role=tab]")) {
    const own = button instanceof HTMLElement && button.dataset.tab === tab;
    button.setAttribute("aria-selected", String(own));
    button.setAttribute("tabindex", own ? "0" : "-1");
  }
  fillRules(reader);
  panel.replaceChildren(...{ findings: panelOfFindings, right: panelOfRights, unchecked: panelOfUnchecked }[tab](reader));
  panel.scrollTop = 0;
  part(reader, ".rv-filter").hidden = tab === "unchecked";
  part(reader, ".rv-stepper").hidden = tab !== "findings" || !reader.view.findings.length;
  const chips = frame.querySelector(".rv-chips");
  if (chips instanceof HTMLElement) chips.hidden = tab !== "findings";
  const found = listed(reader).length;
  part(reader, ".rv-status").textContent = tab === "findings" ? words.count(found, words.tabs.findings) : "";
}

/** @param {Reader} reader @returns {Node[]} */
function panelOfFindings(reader) {
  const { words, view } = reader;
  const found = listed(reader);
  if (!view.findings.length) return [el("p", { class: "rv-remark rv-good" }, `✓ ${words.nothing}`)];
  return found.length ? paged(reader, found, drawCard) : nothingFits(words);
}

/** @param {Words} words @returns {Node[]} */
function nothingFits(words) {
  return [el("p", { class: "rv-remark" }, `${words.none} `, el("button", { type: "button", class: "rv-plain", "data-do": "clear" }, words.clear))];
}

/** The first of a list, and a button for more. @param {Reader} reader @param {number[]} found @param {(reader: Reader, at: number) => Node} draw */
function paged(reader, found, draw) {
  const drawn = found.slice(0, reader.shown).map((at) => draw(reader, at));
  const rest = found.length - drawn.length;
  if (rest > 0) drawn.push(el("p", { class: "rv-remark" }, el("button", { type: "button", class: "rv-plain", "data-do": "more" }, reader.words.more(rest))));
  return drawn;
}

/** @param {Reader} reader @returns {Node[]} */
function panelOfRights(reader) {
  const { words, choice } = reader;
  const [found, held] = [rights(reader, "right"), rights(reader, "held")];
  if (!found.length && !held.length && (choice.rule || choice.chapter)) return nothingFits(words);
  const note = found.length ? `✓ ${words.rights}` : words.noRights;
  const drawn = paged(reader, [...found, ...held], drawRelation);
  if (held.length && found.length < reader.shown) {
    drawn.push(el(
      "details", { class: "rv-helds", open: !found.length || reader.shown > PAGE }, el("summary", {}, words.heldMore(held.length)),
      el("p", { class: "rv-remark" }, words.helds), drawn.splice(found.length)));
  }
  return [el("p", { class: `rv-remark${found.length ? " rv-good" : ""}` }, note), ...drawn];
}

/** What could not be checked, by rule and reason. @param {Reader} reader @returns {Node[]} */
function panelOfUnchecked(reader) {
  const { view, words } = reader;
  /** @type {Map<string, Unchecked[]>} */
  const groups = new Map();
  for (const item of view.unchecked) {
    const name = JSON.stringify([item.rule, item.reason]);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return [
    el("p", { class: "rv-remark" }, groups.size ? words.uncheckeds : words.noUncheckeds),
    ...[...groups.values()].map((items) => drawUnchecked(reader, items)),
  ];
}

/** @param {Reader} reader @param {Unchecked[]} items of one rule and reason */
function drawUnchecked(reader, items) {
  const { words } = reader;
  const subjects = items.slice(0, 3 * MANY).map(({ place, subject }, at) =>
    place && place.start < place.end
      ? link(key(place), shortened(subject) || words.goTo, [fileOf(reader, place, items[at - 1]?.place), place.where].filter(Boolean).join(" "))
      : subject && el("span", {}, shortened(subject)));
  const rest = items.length - subjects.length;
  return el(
    "article", { class: "rv-entry" },
    el("p", {}, items[0].reason),
    el("p", { class: "rv-links" }, subjects, rest > 0 && el("span", {}, words.more(rest))),
    el("p", { class: "rv-rule" }, words.checkedFor(items[0].name)),
  );
}

/** A part of the frame by its class. @param {Reader} reader @param {string} selector */
function part({ frame }, selector) {
  return /** @type {HTMLElement} */ (frame.querySelector(selector));
}
