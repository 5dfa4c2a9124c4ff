"""What Jinja compiles templates to, where a fifth of a build would go into what ours never need.

Text that is written out is no `Markup` first, and macros of plain arguments are called without looking for
other ones. Our own templates, which hold no text of a site and no name that may be lacking, read attributes
and call functions as Python does. The bytes are the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from keyword import iskeyword
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro as JinjasMacro
from jinja2.utils import missing
from markupsafe import Markup
from markupsafe import escape as escaped

from digest.publish.frame.compiled.folder import templates_dir

_IMPORT = "from jinja2.runtime import "
_needs_care = re.compile("[&<>'\"]").search
_markup: Callable[[str], Markup] = partial(str.__new__, Markup)


def escape(value: Any) -> str:
    """Return a value as HTML: `markupsafe.escape`, for what is only written out."""
    if type(value) is str:
        return str(escaped(value)) if _needs_care(value) else value
    return value if type(value) is Markup else str(escaped(value))


class Macro(JinjasMacro):
    """A macro that is called with positional arguments and its own names."""

    def __call__(self, *arguments: Any, **named: Any) -> str:
        """Return what Jinja's own would."""
        is_special = self.catch_kwargs or self.catch_varargs or self.caller
        if is_special or len(arguments) > self._argument_count or self._environment.is_async:
            return super().__call__(*arguments, **named)
        left = self.arguments[len(arguments) :]
        if not named:
            return _markup(self._func(*arguments, *[missing] * len(left)))
        if not named.keys() <= set(left):
            return super().__call__(*arguments, **named)
        return _markup(self._func(*arguments, *(named.get(name, missing) for name in left)))


class Quick(CodeGenerator):
    """Writes the code of templates."""

    def writeline(self, x: str, node: nodes.Node | None = None, extra: int = 0) -> None:
        """Write a line; behind Jinja's names, ours."""
        super().writeline(x, node, extra)
        if x.startswith(_IMPORT):
            super().writeline(f"from {__name__} import Macro, escape")

    @property
    def _is_ours(self) -> bool:
        return bool(self.filename) and str(self.filename).startswith(f"{templates_dir()}/")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write how an attribute is read."""
        if not self._is_ours:
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802 - Jinja's name
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002 - Jinja's
    ) -> None:
        """Write how a function is called."""
        are_strange = node.dyn_args or node.dyn_kwargs or any(iskeyword(one.key) for one in node.kwargs)
        if not self._is_ours or forward_caller or are_strange:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for at, argument in enumerate((*node.args, *node.kwargs)):
            self.write(", " if at else "")
            self.visit(argument, frame)
        self.write(")")
