// Says so in a sentence where the browser is too old. Old browsers read this, so it is written as they read.
(function () {
  var root = document.documentElement;
  function tell() {
    root.setAttribute("data-state", "failed");
    document.getElementById("old").removeAttribute("hidden");
    document.getElementById("desk").setAttribute("hidden", "");
  }
  if (!window.WebAssembly || !window.Worker || !window.DecompressionStream || !window.WebAssembly.Tag) tell();
  else window.addEventListener("load", function () {
    // The page's script runs before this, unless the browser could not read it.
    if (!window.jixiao) tell();
  });
})();
