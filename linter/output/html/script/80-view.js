// The view as a whole, and what the reader does with it.

/** The profile of a report of no known kind. */
const COMMON = "common";

/** Shows a report in an element, in place of what was there. @param {HTMLElement} root @param {View} view @param {{ lang: Lang }} options */
function reportView(root, view, options) {
  const words = /** @type {Words} */ (WORDS[options.lang]);
  const frame = el("div", { class: "report-view", lang: options.lang === "zh" ? "zh-CN" : "en" });
  /** @type {Reader} */
  const reader = {
    view, words, frame, index: indexed(view), choice: { severity: "", chapter: "", rule: "" },
    tab: view.findings.length || !(view.counts.passed + view.counts.held) ? "findings" : "right", current: -1, fresh: true, shown: 0, trail: [],
  };
  const text = drawText(reader);
  frame.append(drawHead(reader), drawChapters(reader), drawSide(reader), text);
  listen(reader);
  root.replaceChildren(frame);
  showTab(reader, reader.tab);
  const first = frame.querySelector(".rv-text .rv-figure[data-figures]");
  first?.setAttribute("tabindex", "0");
}

/** @param {Reader} reader */
function drawHead({ view, words }) {
  const { counts, profile } = view;
  const found = SEVERITIES.filter((severity) => counts[severity]).map((severity) =>
    el("button", { type: "button", class: `rv-count rv-${STATE_OF[severity]}`, "data-do": "first", "data-severity": severity }, words.count(counts[severity], words.severities[severity])));
  const joined = found.flatMap((button, at) => (at ? [words.comma, button] : [button]));
  const rest = [
    counts.passed && (found.length ? words.passed : words.allRight)(counts.passed),
    counts.held && words.held(counts.held),
    counts.unchecked && words.unchecked(counts.unchecked),
    counts.unlooked && view.documents.length < 2 && words.unlooked(counts.figures, counts.unlooked),
  ].filter(Boolean).join(words.separator);
  const general = profile.id === COMMON && !profile.likely && profile.reason !== "指定";
  const name = general ? words.common : profile.name || profile.id || words.unrecognised;
  const files = view.documents.map((document) => document.path.replace(/^.*\//, "")).join(words.comma) || view.path;
  return el(
    "header", { class: "rv-head" },
    el("h2", { lang: "zh-CN" }, view.title || view.path),
    el("p", { class: `rv-summary${found.length ? "" : " rv-good"}` }, found.length ? [words.found, " ", ...joined, words.end] : `✓ ${words.clean}`, " ", el("span", { class: "rv-rest" }, rest && `${rest}${words.end}`)),
    el(
      "p", { class: "rv-about" },
      about(words.file, files, words), about(words.year, view.year ?? words.unknownYear, words),
      about(words.profile, profile.reason && !general ? `${name}${words.open}${profile.reason}${words.close}` : name, words),
    ),
    profile.likely && el("p", { class: "rv-unlike" }, words.unlike(profile.likely, profile.missing)),
  );
}

/** @param {string} name @param {string | number} said @param {Words} words */
const about = (name, said, words) => el("span", {}, `${name}${words.colon}`, el("bdi", {}, said));

/** @param {Reader} reader */
function drawChapters({ view, words, index }) {
  const items = view.chapters.map((chapter, at) => {
    const own = view.findings.filter((_, finding) => index.chapters[finding] === at);
    return el(
      "li", { class: `rv-depth-${Math.min(chapter.depth, 3)}` },
      el("button", { type: "button", "data-do": "chapter", "data-chapter": at, tabindex: at ? -1 : 0 }, shortened(chapter.title),
        SEVERITIES.map((severity) => counted(own.filter((fault) => fault.severity === severity).length, severity, words))),
    );
  });
  return el("nav", { class: "rv-chapters", "aria-label": words.chapters, hidden: !items.length },
    el("details", { open: matchMedia("(min-width: 1200px)").matches }, el("summary", {}, words.chapters), el("ul", { lang: "zh-CN" }, items)));
}

/** So many findings of a severity, none said as nothing. @param {number} count @param {Severity} severity @param {Words} words */
function counted(count, severity, words) {
  return count > 0 && el("span", { class: `rv-here rv-${STATE_OF[severity]}`, title: words.severities[severity] }, words.here(count));
}

/** @param {Reader} reader */
function listen(reader) {
  const { frame } = reader;
  frame.addEventListener("click", (event) => onClick(reader, event));
  frame.addEventListener("change", (event) => onChange(reader, event));
  frame.addEventListener("keydown", (event) => onFigureKey(reader, event));
  /** @param {KeyboardEvent} event */
  const onAnyKey = (event) => {
    if (!frame.isConnected) document.removeEventListener("keydown", onAnyKey);
    else onKey(reader, event);
  };
  document.addEventListener("keydown", onAnyKey);
  for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    const loose = () => {
      if (!frame.isConnected) removeEventListener(kind, loose, true);
      reader.pinned = undefined;
    };
    addEventListener(kind, loose, { passive: true, capture: true });
  }
  let waiting = false;
  const onScroll = () => {
    if (!frame.isConnected) removeEventListener("scroll", onScroll);
    else if (!waiting) requestAnimationFrame(() => { waiting = false; followChapter(reader); });
    waiting = true;
  };
  addEventListener("scroll", onScroll, { passive: true });
  listenToPrint(reader);
}

/** Whatever is open on the screen, what is printed are all findings. @param {Reader} reader */
function listenToPrint(reader) {
  /** @type {Pick<Reader, "tab" | "choice" | "shown"> | undefined} */
  let kept;
  const before = () => {
    if (!reader.frame.isConnected) {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
      return;
    }
    const { tab, choice, shown } = reader;
    kept = { tab, choice: { ...choice }, shown };
    Object.assign(reader, { tab: "findings", choice: { severity: "", chapter: "", rule: "" } });
    fillPanel(reader, Infinity);
  };
  const after = () => {
    if (!kept) return;
    Object.assign(reader, kept);
    fillPanel(reader, kept.shown);
    if (reader.tab === "findings") turnTo(reader, reader.current, false);
    kept = undefined;
  };
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
}

/** Marks the chapter that is being read. @param {Reader} reader */
function followChapter(reader) {
  const edge = innerHeight / 4;
  const { index, view, frame } = reader;
  let low = 0, high = index.blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (index.blocks[middle].element.getBoundingClientRect().top < edge) low = middle + 1;
    else high = middle;
  }
  const at = reader.pinned ?? (low ? chapterOf(view, index.blocks[low - 1]) : -1);
  const own = frame.querySelector(`[data-chapter="${at}"]`);
  const before = frame.querySelector("[data-chapter][aria-current]");
  if (own === before) return;
  before?.removeAttribute("aria-current");
  own?.setAttribute("aria-current", "true");
  if (!(own instanceof HTMLElement)) return;
  onlyStop(reader, "[data-chapter]", own);
  reveal(part(reader, ".rv-chapters"), own);
}

/** Marks a chapter that was gone to at once: a short one never comes to the top. @param {Reader} reader @param {number} chapter */
function pin(reader, chapter) {
  reader.pinned = chapter;
  followChapter(reader);
}

/** @param {Reader} reader @param {MouseEvent} event */
function onClick(reader, event) {
  const target = event.target instanceof Element ? event.target : null;
  const figure = target?.closest("[data-figures]");
  if (figure instanceof HTMLElement) {
    if (!String(getSelection())) openFigure(reader, figure, false);
    return;
  }
  const control = target?.closest("[data-do]");
  if (control instanceof HTMLElement) ACTIONS[control.dataset.do || ""]?.(reader, control);
  else {
    const card = target?.closest(".rv-panel [data-finding]");
    if (card instanceof HTMLElement && !String(getSelection())) turnTo(reader, Number(card.dataset.finding));
  }
}

/** @type {Record<string, (reader: Reader, control: HTMLElement) => void>} */
const ACTIONS = {
  previous: (reader) => step(reader, -1),
  next: (reader) => step(reader, 1),
  back,
  close: closeFigure,
  tab: (reader, control) => showTab(reader, /** @type {Tab} */ (control.dataset.tab)),
  severity: (reader, control) => {
    const severity = /** @type {Severity} */ (control.dataset.severity);
    choose(reader, { severity: reader.choice.severity === severity ? "" : severity });
  },
  clear: (reader) => choose(reader, { severity: "", chapter: "", rule: "" }),
  more: (reader) => {
    const panel = part(reader, ".rv-panel");
    const [at, drawn] = [panel.scrollTop, panel.querySelectorAll("article").length];
    fillPanel(reader, reader.shown + PAGE);
    panel.scrollTop = at;
    const next = panel.querySelectorAll("article")[drawn]?.querySelector("button");
    if (next instanceof HTMLElement) focusOn(next);
  },
  first: (reader, control) => {
    reader.tab = "findings";
    choose(reader, { severity: /** @type {Severity} */ (control.dataset.severity), chapter: "", rule: "" });
    turnTo(reader, listed(reader)[0] ?? -1);
  },
  chapter: (reader, control) => {
    const chapter = reader.view.chapters[Number(control.dataset.chapter)];
    const block = blockAt(reader, `${chapter.document}:${chapter.start}`);
    block?.scrollIntoView({ block: "start", behavior: MOTION.matches ? "smooth" : "auto" });
    pin(reader, Number(control.dataset.chapter));
  },
  go: (reader, control) => {
    const place = control.dataset.place || "";
    const at = reader.index.byKey.get(place);
    const card = control.closest(".rv-panel [data-finding]");
    reader.fresh = false;
    if (card instanceof HTMLElement) turnTo(reader, Number(card.dataset.finding), false);
    const piece = goTo(reader, place);
    const [document, start] = place.split(":").map(Number);
    pin(reader, chapterOf(reader.view, { document, start }));
    if (at !== undefined && reader.trail.length) {
      const before = reader.trail.findIndex(([shown]) => shown === at);
      showFigure(reader, before < 0 ? [...reader.trail, covering(reader, at)] : reader.trail.slice(0, before + 1));
    }
    if (piece?.matches("[data-figures]")) rove(reader, piece);
  },
  copy: async (reader, control) => {
    const at = Number(control.closest("[data-finding]")?.getAttribute("data-finding"));
    const done = await copied(asText(reader, at));
    control.textContent = done ? reader.words.copied : reader.words.notCopied;
    part(reader, ".rv-status").textContent = control.textContent;
    setTimeout(() => { control.textContent = reader.words.copy; }, 2000);
  },
  right: (reader, control) => {
    reader.frame.classList.toggle("rv-without-right", control instanceof HTMLInputElement && !control.checked);
  },
};

/** @param {Reader} reader @param {Partial<Choice>} choice */
function choose(reader, choice) {
  reader.choice = { ...reader.choice, ...choice };
  for (const chip of reader.frame.querySelectorAll("[data-do=severity]")) {
    chip.setAttribute("aria-pressed", String(chip.getAttribute("data-severity") === reader.choice.severity));
  }
  for (const select of reader.frame.querySelectorAll("select")) {
    select.value = reader.choice[/** @type {"chapter" | "rule"} */ (select.dataset.choice)];
  }
  showTab(reader, reader.tab);
}

/** @param {Reader} reader @param {Event} event */
function onChange(reader, event) {
  const select = event.target;
  if (select instanceof HTMLSelectElement) choose(reader, { [select.dataset.choice || ""]: select.value });
}

/** @param {Reader} reader @param {HTMLElement} piece @param {boolean} byKey */
function openFigure(reader, piece, byKey) {
  rove(reader, piece);
  showFigure(reader, [(piece.dataset.figures || "").split(" ").map(Number)]);
  if (byKey) focusOn(part(reader, ".rv-chosen h3"));
}

/** Makes a piece the one that Tab leads to. @param {Reader} reader @param {HTMLElement} piece */
function rove(reader, piece) {
  onlyStop(reader, ".rv-text [data-figures]", piece);
  focusOn(piece);
}

/** Of many that arrows go through, the only one that is a stop of Tab. @param {Reader} reader @param {string} selector @param {HTMLElement} own */
function onlyStop({ frame }, selector, own) {
  frame.querySelector(`${selector}[tabindex='0']`)?.setAttribute("tabindex", "-1");
  own.tabIndex = 0;
}

/** Keys on a figure in the text and on tabs. @param {Reader} reader @param {KeyboardEvent} event */
function onFigureKey(reader, event) {
  const target = event.target;
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const down = by || { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (target.matches("[data-figures]")) {
    if (event.key === "Enter" || event.key === " ") openFigure(reader, target, true);
    else if (by) besides(reader, ".rv-text [data-figures]", target, by, (next) => { rove(reader, next); next.scrollIntoView({ block: "nearest" }); });
    else return;
  } else if (target.matches("[data-chapter]") && down) {
    besides(reader, "[data-chapter]", target, down, (next) => { onlyStop(reader, "[data-chapter]", next); next.focus(); });
  } else if (target.matches("[role=tab]") && by) {
    besides(reader, "[role=tab]", target, by, (next) => { next.click(); next.focus(); });
  } else return;
  event.preventDefault();
}

/** @param {Reader} reader @param {string} selector @param {HTMLElement} own @param {number} by @param {(next: HTMLElement) => void} act */
function besides({ frame }, selector, own, by, act) {
  const all = [...frame.querySelectorAll(selector)];
  const next = all[all.indexOf(own) + by];
  if (next instanceof HTMLElement) act(next);
}

/** @param {Reader} reader @param {KeyboardEvent} event */
function onKey(reader, event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (event.target instanceof Element && event.target.closest("input:not([type=checkbox]), select, textarea, dialog, [contenteditable]")) return;
  if (event.key === "n" || event.key === "N") step(reader, 1);
  else if (event.key === "p" || event.key === "P") step(reader, -1);
  else if (event.key === "Escape" && reader.trail.length) back(reader);
  else return;
  event.preventDefault();
}
