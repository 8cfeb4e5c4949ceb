// Builds what the page takes of d3: node vendor.mjs TARGET, where npm has installed package.json.
import { readFileSync } from "node:fs";
import { build } from "esbuild";

const PACKAGES = ["array", "axis", "color", "format", "interpolate", "scale", "selection"];
const versions = PACKAGES.map((name) => {
  const { version } = JSON.parse(readFileSync(`node_modules/d3-${name}/package.json`, "utf8"));
  return `d3-${name} ${version}`;
});
const licence = readFileSync("node_modules/d3-axis/LICENSE", "utf8");
await build({
  entryPoints: ["charts.js"],
  outfile: process.argv[2],
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "d3",
  target: "es2019",
  charset: "utf8",
  legalComments: "none",
  banner: { js: `/*! ${versions.join(", ")}\n\n${licence.trim()}\n*/` },
});
