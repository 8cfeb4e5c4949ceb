// A bureau's own rules and profiles.

/** Lays the files over the shipped rules, and checks everything anew. @param {Dropped[]} files */
async function useOwn(files) {
  const names = new Set(files.map(({ name }) => name));
  engine.own = [...engine.own.filter(({ name }) => !names.has(name)), ...files];
  try {
    /** @type {Answer<Laid>} */
    const { value } = await ask({ ask: "rules" }, engine.own, true);
    engine.about = value;
    const refused = new Set(value.refused.map(({ file }) => file));
    engine.own = engine.own.filter(({ name }) => !refused.has(name));
    const profile = value.own.filter((own) => names.has(own.file) && own.profile).pop()?.profile;
    if (profile) list.profile = profile;
    if (!value.profiles.some(({ id }) => id === list.profile)) list.profile = "";
    showOwn(value);
    showAbout();
    regroup();
  } catch (trouble) {
    troubled(trouble);
  }
}

/** @param {Laid} laid */
function showOwn({ own, refused }) {
  const used = own.map((one) => el("li", {}, one.profile ? say("ownProfile", one.file, one.profile) : say("ownRules", one.file, one.rules.length, one.rules.join("、"))));
  const wrong = refused.map(({ file, line, message }) =>
    el("li", { class: "alert" }, line ? say("refusedAt", file, line, message) : say("refused", file, message)));
  byId("own-list").replaceChildren(...wrong, ...used);
  byId("drop-own").hidden = !own.length;
  /** @type {HTMLDetailsElement} */ (byId("own")).open = true;
  byId("own").scrollIntoView({ block: "nearest" });
}

/** What is known of the rules: the profiles to choose from, and the line at the end. */
function showAbout() {
  const { about } = engine;
  if (about) byId("made").textContent = say("made", about.version, about.rules);
  const profiles = about?.profiles || [];
  const select = /** @type {HTMLSelectElement} */ (byId("profile"));
  select.replaceChildren(
    el("option", { value: "" }, say("automatic")),
    ...profiles.map(({ id, name }) => el("option", { value: id }, name)),
  );
  select.value = list.profile;
}
