// Pyodide asks in this way whether scripts can be imported here. None can: all that it needs is in the page.
globalThis.importScripts = () => {
  throw new Error("no script is imported");
};
