"""Many submissions at once: found, checked on all processors, kept, compared and told.

``linter.audit`` is this package and can be called (``api.audit``): a room and the function of the
same name cannot both be attributes of ``linter``.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any


class _Audit(ModuleType):
    def __call__(self, *arguments: Any, **options: Any) -> Any:
        from linter.audit.api import audit

        return audit(*arguments, **options)


sys.modules[__name__].__class__ = _Audit
