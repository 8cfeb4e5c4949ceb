"""The clerk's page: one HTML file that checks reports in the browser, without a network.

``builder.page`` makes it of what lies beside this module: ``template.html``, ``style.css``, the
scripts of the page (``script/``) and of its worker (``worker/``); of Pyodide and wheels, which
``packages`` pins; and of this project's own code and compiled rules (``archive``). Python
(``desk``) runs in a worker that the page makes from its own text, so the page never freezes, and a
file that takes too long is stopped by ending the worker. The page's policy permits no connection at
all; what Pyodide would fetch lies compressed in the file. The same project, rules and title give
the same bytes.

Why no framework: the page has one list, one report (``output/html`` shows it) and a dozen controls,
which change when a file was checked and when somebody clicks. That is five hundred lines of checked
JSDoc, read and tested as the audit's page is; a framework would bring a build of its own, which the
policy's digests and the reproducible file would have to trust.
"""
