// Charts: d3's scales and axes, drawn as SVG that style sheets colour.

/**
 * Columns, one a bar.
 * @param {HTMLElement} holder
 * @param {string} title what a screen reader says before the figures
 * @param {Bar[]} bars
 */
function columns(holder, title, bars) {
  const [width, height] = [Math.max(280, holder.clientWidth), 190];
  const edge = { top: 18, right: 4, bottom: 26, left: 36 };
  const x = d3.scaleBand(bars.map(({ label }) => label), [edge.left, width - edge.right]).padding(0.18);
  const most = Math.max(1, ...bars.map(({ lengths }) => lengths[0]));
  const y = d3.scaleLinear([0, most], [height - edge.bottom, edge.top]).nice(4);
  const drawing = canvas(holder, width, height, `${title}：${bars.map(({ label, lengths }) => `${label} ${lengths[0]}`).join("，")}`);
  const whole = y.ticks(4).filter(Number.isInteger);
  const left = d3.axisLeft(y).tickValues(whole).tickSize(edge.left + edge.right - width).tickFormat((value) => grouped(Number(value)));
  drawing.append("g").attr("class", "axis grid").attr("transform", `translate(${edge.left},0)`).call(left);
  const every = Math.ceil(bars.length / (width / 46));
  const bottom = d3.axisBottom(x).tickSize(0).tickPadding(8).tickValues(x.domain().filter((_, at) => at % every === 0));
  drawing.append("g").attr("class", "axis").attr("transform", `translate(0,${height - edge.bottom})`).call(bottom);
  for (const { label, lengths: [length] } of bars) {
    if (!length) continue;
    const left = Number(x(label));
    drawing.append("rect").attr("class", "column").attr("x", left).attr("width", x.bandwidth())
      .attr("y", y(length)).attr("height", y(0) - y(length));
    drawing.append("text").attr("class", "value").attr("x", left + x.bandwidth() / 2).attr("y", y(length) - 4).text(grouped(length));
  }
}

/**
 * Lying bars in pieces, one piece a series.
 * @param {HTMLElement} holder
 * @param {string} title
 * @param {Bar[]} bars
 * @param {string[]} series names of the series; their classes are series-0, series-1 …
 */
function pieces(holder, title, bars, series) {
  const width = Math.max(280, holder.clientWidth);
  const edge = { top: 4, right: 30, bottom: 24, left: Math.min(width * 0.4, 220) };
  const height = edge.top + edge.bottom + bars.length * 24;
  const sum = (/** @type {Bar} */ bar) => bar.lengths.reduce((a, b) => a + b, 0);
  const x = d3.scaleLinear([0, Math.max(1, ...bars.map(sum))], [edge.left, width - edge.right]).nice(5);
  const y = d3.scaleBand(bars.map((_, at) => String(at)), [edge.top, height - edge.bottom]).padding(0.25);
  const said = bars.map((bar) => `${bar.label} ${bar.lengths.map((length, at) => `${series[at]} ${length}`).join("、")}`);
  const drawing = canvas(holder, width, height, `${title}：${said.join("；")}`);
  const bottom = d3.axisBottom(x).tickValues(x.ticks(5).filter(Number.isInteger)).tickSize(edge.top + edge.bottom - height).tickFormat((value) => grouped(Number(value)));
  drawing.append("g").attr("class", "axis grid").attr("transform", `translate(0,${height - edge.bottom})`).call(bottom);
  const room = Math.floor(edge.left / 12) - 1;
  bars.forEach((bar, at) => {
    const top = Number(y(String(at)));
    const label = bar.label.length > room ? `${bar.label.slice(0, room - 1)}…` : bar.label;
    drawing.append("text").attr("class", "label").attr("x", edge.left - 8).attr("y", top + y.bandwidth() / 2).text(label);
    let from = 0;
    bar.lengths.forEach((length, index) => {
      drawing.append("rect").attr("class", `series-${index}`).attr("x", x(from)).attr("width", x(from + length) - x(from))
        .attr("y", top).attr("height", y.bandwidth());
      from += length;
    });
    drawing.append("text").attr("class", "total").attr("x", x(from) + 5).attr("y", top + y.bandwidth() / 2).text(grouped(from));
  });
  const legend = series.map((name, at) => el("li", {}, svg("svg", { viewBox: "0 0 10 10", "aria-hidden": "true" }, svg("rect", { width: 10, height: 10, class: `series-${at}` })), name));
  holder.append(el("ul", { class: "legend" }, legend));
}

/** An empty drawing in a holder. @param {HTMLElement} holder @param {number} width @param {number} height @param {string} title */
function canvas(holder, width, height, title) {
  holder.replaceChildren();
  return d3.select(holder).append("svg").attr("viewBox", `0 0 ${width} ${height}`).attr("role", "img").attr("aria-label", title).attr("class", "chart");
}

/** How scores spread: five points a column, full marks one of their own. */
function drawScores() {
  const scores = REPORTS.flatMap(({ score }) => (score === undefined ? [] : [score])).sort((a, b) => a - b);
  const note = byId("scores-note");
  if (!scores.length) {
    note.textContent = "没有报告载明自评得分。";
    return;
  }
  const top = 100;
  const low = Math.min(90, 5 * Math.floor(scores[0] / 5));
  /** @type {Bar[]} */
  const bars = [];
  for (let from = low; from < top; from += 5) {
    bars.push({ label: `${from}—${from + 5}`, lengths: [scores.filter((score) => score >= from && score < from + 5).length] });
  }
  const full = scores.filter((score) => score === top).length;
  bars.push({ label: "100", lengths: [full] });
  const more = scores.filter((score) => score > top).length;
  if (more) bars.push({ label: ">100", lengths: [more] });
  columns(byId("scores"), "自评得分分布（份）", bars);
  const middle = scores[Math.floor((scores.length - 1) / 2)];
  const share = (/** @type {number} */ part) => `${((100 * part) / scores.length).toFixed(1)}%`;
  note.textContent =
    `${grouped(scores.length)} 份载明得分，中位数 ${middle}；满分 ${grouped(full)} 份，占 ${share(full)}；` +
    `90 分以上 ${share(scores.filter((score) => score >= 90).length)}。每柱五分，含下限；满分单列。`;
}

/** How findings that must be mended spread over reports. */
function drawLoads() {
  const counts = loads("error");
  const note = byId("loads-note");
  if (!counts.length) {
    note.textContent = "没有已检查的报告。";
    return;
  }
  const steps = [[0, 0], [1, 1], [2, 2], [3, 3], [4, 4], [5, 5], [6, 9], [10, 19], [20, Infinity]];
  const name = (/** @type {number[]} */ [from, to]) => (from === to ? `${from}处` : to === Infinity ? `${from}+` : `${from}—${to}`);
  const bars = steps.map((step) => ({
    label: name(step),
    lengths: [counts.filter((count) => count >= step[0] && count <= step[1]).length],
  }));
  columns(byId("loads"), "每份报告须修改处数的分布（份）", bars);
  const total = counts.reduce((a, b) => a + b, 0);
  note.textContent = `${grouped(counts.length)} 份已检查，平均 ${(total / counts.length).toFixed(2)} 处，最多 ${Math.max(...counts)} 处。`;
}

const SINCE = ["已整改", "仍存在", "新增"];

/** What changed, in the units where most is left or new. */
function drawTrend() {
  /** @type {Map<number, number[]>} */
  const units = new Map();
  for (const { report, mended = [], left = 0, new: more = 0 } of SEASON.changes) {
    const counts = units.get(REPORTS[report].unit) || [0, 0, 0];
    units.set(REPORTS[report].unit, [counts[0] + mended.length, counts[1] + left, counts[2] + more]);
  }
  const bars = [...units].map(([unit, lengths]) => ({ label: UNITS[unit].name, lengths }));
  bars.sort((a, b) => b.lengths[1] + b.lengths[2] - a.lengths[1] - a.lengths[2] || b.lengths[0] - a.lengths[0]);
  pieces(byId("trend"), "各单位问题变化（处）", bars.slice(0, 20), SINCE);
}
