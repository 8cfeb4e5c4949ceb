// What the page's charts take of d3.
export { axisBottom, axisLeft } from "d3-axis";
export { scaleBand, scaleLinear } from "d3-scale";
export { select } from "d3-selection";
