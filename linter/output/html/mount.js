// The one-report file: shows the report that stands in it; of several, the one that is chosen.
(() => {
  "use strict";
  const root = /** @type {HTMLElement} */ (document.getElementById("report"));
  const data = /** @type {HTMLElement} */ (document.getElementById("data"));
  /** @type {View[]} */
  const views = JSON.parse(data.textContent || "[]");

  /** @param {View | undefined} view */
  function show(view) {
    if (!view) return;
    document.title = `${view.title || view.path} · ${view.lang === "zh" ? "检查结果" : "findings"}`;
    reportView(root, view, { lang: view.lang });
  }

  /** @param {View} view */
  function name(view) {
    const { error, warning } = view.counts;
    const told = view.lang === "zh" ? `须修改 ${error}，请核对 ${warning}` : `error ${error}, warning ${warning}`;
    return `${view.path}（${told}）`;
  }

  if (views.length > 1) {
    const nav = /** @type {HTMLElement} */ (document.getElementById("reports"));
    const label = document.createElement("label");
    const select = document.createElement("select");
    label.append(views[0].lang === "zh" ? `共 ${views.length} 份报告：` : `${views.length} reports: `, select);
    for (const view of views) select.append(new Option(name(view)));
    select.addEventListener("change", () => show(views[select.selectedIndex]));
    nav.append(label);
    nav.hidden = false;
  }
  show(views[0]);
})();
