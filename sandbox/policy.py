"""The language layer: which Python a program may use, decided before and while it runs.

RestrictedPython rewrites the source so that every attribute read and every write to an object goes through a guard
here; names and builtins come from the lists in allowed.toml, and `import` hands out facades made from them, never
modules. A violation sticks: a program that catches the error has failed all the same. This is the first filter and
gives clear messages; the boundary is the kernel layer, which is also tested with this layer off.
"""

# Everything here handles objects of any type, by its nature:
# pyright: reportUnknownVariableType=false, reportUnknownMemberType=false, reportUnknownArgumentType=false

import ast
import builtins
import gc
import importlib
import io
import operator
import pkgutil
import re
import string
import sys
import tomllib
import types
import warnings
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple
from collections.abc import Callable, Iterable, Mapping
from decimal import Context
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, Final, NoReturn, cast

from RestrictedPython.compile import compile_restricted_exec
from RestrictedPython.transformer import INSPECT_ATTRIBUTES, RestrictingNodeTransformer

FILENAME: Final = "<program>"
_ALLOWED: Final = tomllib.loads(Path(__file__).with_name("allowed.toml").read_text("utf-8"))["language"]
_BUILTINS: Final[list[str]] = _ALLOWED["builtins"].split()
_MAGIC: Final = frozenset(f"__{name}__" for name in _ALLOWED["special_methods"].split())
_SYMPY_HIDDEN: Final = frozenset(_ALLOWED["sympy"]["hidden_attributes"].split())
_SYMPY_CLOSED: Final = tuple(f"sympy.{part}" for part in _ALLOWED["sympy"]["closed_modules"].split())
_PRIVATE: Final = re.compile(r"_[^\W_]\w*(?<!_)")  # the guards' own names end in "_"


class Refused(BaseException):
    """The program cannot be run, or was stopped: a status of the outcome and one line that says why."""

    def __init__(self, status: str, text: str) -> None:
        super().__init__(text)
        self.status, self.text = status, text


class Facade:
    """What `import` gives a program: the listed names of one module, read only."""

    def __init__(self, name: str, members: Mapping[str, object]) -> None:
        self._facade_name, self.__all__ = name, tuple(sorted(members))
        self.__dict__.update(members)

    def __repr__(self) -> str:
        return f"<module {self._facade_name!r}>"


class _Rewriter(RestrictingNodeTransformer):
    """RestrictedPython's rewriting, narrowed to what needs a guard and widened to what people ordinarily write.

    Reading an item, iterating and unpacking need no guard: they only call methods the object's own type offers.
    After each assignment at the top level or in `solution`, a mark records name, line and value.
    """

    _recording = True

    def check_name(self, node: Any, name: str | None, allow_magic_methods: bool = False) -> None:
        if not name or name == "_" or (allow_magic_methods and name in _MAGIC):
            return
        if name.startswith("_") and not _PRIVATE.fullmatch(name):
            self.error(node, f"the name {name!r} is reserved")

    def _inside(self, node: Any) -> Any:
        return self.node_contents_visit(node)

    def _leaf(self, node: Any) -> Any:
        return node

    def _naming(self, node: Any) -> Any:
        """Whatever binds names: check them, and what is below."""
        for field in ("name", "names", "arg", "rest"):
            names = getattr(node, field, None) or []
            for name in [names] if isinstance(names, str) else names:
                self.check_name(node, name)
        return self._inside(node)

    # Harmless as they are: each only calls what the guards have let through.
    guard_iter = visit_Call = visit_Module = visit_Lambda = visit_With = visit_Match = _inside
    visit_match_case = visit_MatchSingleton = visit_MatchSequence = visit_MatchOr = _inside
    # Nothing below them to look at, and they are half of all nodes.
    visit_Load = visit_Store = visit_Del = visit_Constant = _leaf
    visit_Add = visit_Sub = visit_Mult = visit_Div = _leaf
    visit_Global = visit_Nonlocal = visit_MatchAs = visit_MatchStar = visit_MatchMapping = _naming

    def visit_Name(self, node: ast.Name) -> Any:
        if node.id == "__name__" and isinstance(node.ctx, ast.Load):
            return ast.copy_location(ast.Constant("__main__"), node)
        self.check_name(node, node.id)
        return node

    def visit_Attribute(self, node: ast.Attribute) -> Any:
        on_super = isinstance(node.value, ast.Call) and getattr(node.value.func, "id", "") == "super"
        private = bool(_PRIVATE.fullmatch(node.attr))
        loading = isinstance(node.ctx, ast.Load)
        special = private or (loading and node.attr == "__name__") or (on_super and node.attr in _MAGIC)
        if (node.attr.startswith("_") and not special) or node.attr in INSPECT_ATTRIBUTES:
            self.error(node, f"the attribute {node.attr!r} is not allowed")
        self._inside(node)
        if loading:
            return _call("_getattr_", node, node.value, node.attr)
        node.value = _call("_own_" if private else "_write_", node, node.value)
        return node

    def visit_Subscript(self, node: ast.Subscript) -> Any:
        self._inside(node)
        if not isinstance(node.ctx, ast.Load):
            node.value = _call("_write_", node, node.value)
        return node

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> Any:
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            return ast.copy_location(ast.Pass(), node)
        for alias in node.names:
            self.check_name(node, alias.name)
            self.check_name(node, alias.asname)
        return node

    visit_ImportFrom = visit_Import

    def visit_For(self, node: ast.For) -> Any:
        self._inside(node)
        node.body[:0] = self._marks(node.target)
        return node

    def visit_Assign(self, node: ast.Assign) -> Any:
        return [self._inside(node), *self._marks(*node.targets)]

    def visit_AugAssign(self, node: ast.AugAssign) -> Any:
        return [self._inside(node), *self._marks(node.target)]

    def visit_AnnAssign(self, node: ast.AnnAssign) -> Any:
        plain = ast.Assign([node.target], node.value) if node.value else ast.Pass()
        return self.visit(ast.copy_location(plain, node))

    def _marks(self, *targets: ast.expr) -> list[ast.stmt]:
        names = [name for target in targets for name in _names(target)] if self._recording else []
        marks = [_call("_mark_", n, n.id, n.lineno, ast.Name(n.id, ast.Load(), **_place(n))) for n in names]
        return [ast.Expr(mark, **_place(mark)) for mark in marks]

    def visit_FunctionDef(self, node: ast.FunctionDef) -> Any:
        self.check_name(node, node.name, allow_magic_methods=True)
        node.returns = None
        outer, self._recording = self._recording, self._recording and node.name == "solution"
        self._inside(node)
        self._recording = outer
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> Any:
        if node.keywords:
            self.error(node, "class keywords are not allowed")
        outer, self._recording = self._recording, False
        self._naming(node)
        self._recording = outer
        maker = ast.Name("__metaclass__", ast.Load(), **_place(node))
        node.keywords = [ast.keyword("metaclass", maker, **_place(node))]
        return node

    def visit_arg(self, node: ast.arg) -> Any:
        node.annotation = None
        return self._naming(node)

    def visit_MatchValue(self, node: Any) -> Any:
        if isinstance(getattr(node, "value", None), ast.Attribute) or getattr(node, "kwd_attrs", None):
            self.error(node, "attributes in patterns are not allowed")
        return self._inside(node)

    visit_MatchClass = visit_MatchValue


def _call(guard: str, where: ast.expr, *arguments: ast.expr | str | int) -> ast.Call:
    """The call of a guard, in the place of `where`; text and numbers become constants."""
    place = _place(where)
    parts = [ast.Constant(a, **place) if isinstance(a, (str, int)) else a for a in arguments]
    return ast.Call(ast.Name(guard, ast.Load(), **place), parts, [], **place)


def _place(node: ast.expr | ast.stmt) -> dict[str, Any]:
    return {name: getattr(node, name) for name in ("lineno", "col_offset", "end_lineno", "end_col_offset")}


def _names(target: ast.expr) -> list[ast.Name]:
    parts: list[ast.expr] = getattr(target, "elts", [])
    return [target] if isinstance(target, ast.Name) else [name for part in parts for name in _names(part)]


def _compile(source: str) -> types.CodeType:
    try:
        result = compile_restricted_exec(ast.parse(source, FILENAME), FILENAME, policy=_Rewriter)
    except (SyntaxError, ValueError) as error:
        line, text = (error.lineno or 0, error.msg) if isinstance(error, SyntaxError) else (0, str(error))
        raise Refused("syntax_error", one_line(type(error).__name__, line, text, source)) from None
    if result.errors:
        raise Refused("policy_violation", result.errors[0][0].lower() + result.errors[0][1:])
    return cast(types.CodeType, result.code)


def one_line(kind: str, line: int, text: str, source: str) -> str:
    """An error as one line to repair a program from: kind, line, message, the line itself."""
    lines = source.splitlines()
    quoted = f" | {lines[line - 1].strip()[:200]}" if 0 < line <= len(lines) else ""
    return " ".join(f"{kind}{f' at line {line}' if line else ''}: {text[:300]}{quoted}".split())


class Run:
    """One program's run: its guards, what it printed, the numbers it named, and its first violation."""

    def __init__(self) -> None:
        self.violation: Refused | None = None
        self.assigned: dict[str, tuple[int, Any]] = {}  # name -> (line, value), in order of last assignment
        self._classes: set[type] = set()
        self._room = 0
        self._out = io.StringIO()
        self._globals = self._guards()  # before the fork: making them costs more than most programs

    def stdout(self) -> str:
        return self._out.getvalue()

    def execute(self, source: str, namespace: dict[str, Any], stdout_bytes: int, *, language: bool) -> Any:
        """Run the program in `namespace` and return `answer`, or what `solution()` returns.

        Raises Refused when the program is not allowed, is not Python or gives no answer; anything it raises itself
        comes through. `language=False` leaves every check out.
        """
        self._room = stdout_bytes
        if language:
            code = _compile(source)
            namespace.update(self._globals)
        else:
            code = compile(source, FILENAME, "exec")
            namespace.update(__name__="__main__", __builtins__=builtins)
            sys.stdout = sys.stderr = cast(Any, types.SimpleNamespace(write=self.write, flush=lambda: None))
        gc.enable()  # off until here: compiling makes no cycles worth looking for
        exec(code, namespace)
        if "answer" in namespace:
            return namespace["answer"]
        if not callable(namespace.get("solution")):
            raise Refused("result_error", "the program neither assigns `answer` nor defines `solution()`")
        return namespace["solution"]()

    def refuse(self, text: str, status: str = "policy_violation") -> NoReturn:
        """Stop the program for good: even if it catches this, the run has failed."""
        frame = sys._getframe(1)  # pyright: ignore[reportPrivateUsage]
        while frame and frame.f_code.co_filename != FILENAME:
            frame = frame.f_back
        where = f"line {frame.f_lineno}: " if frame else ""
        self.violation = self.violation or Refused(status, where + text)
        raise self.violation

    def write(self, text: str) -> int:
        self._room -= len(str.encode(text, "utf-8", "replace"))  # a subclass may say anything of itself
        if self._room < 0:
            self.refuse("the program prints more than it may", "output_limit")
        return self._out.write(text)

    def _guards(self) -> dict[str, Any]:
        offered: dict[str, Any] = {name: getattr(builtins, name) for name in _BUILTINS}
        for name in dir(builtins):
            if name not in offered and not name.startswith("_"):
                offered[name] = lambda *_, name=name, **__: self.refuse(f"{name}() is not allowed")  # pyright: ignore
        offered |= {"__import__": self._import, "__build_class__": builtins.__build_class__}
        offered |= {"getattr": self._getattr, "hasattr": self._hasattr, "setattr": self._setattr}
        offered |= {"print": self._print, "type": self._type}
        guards = {"_getattr_": self._read, "_write_": self._write, "_own_": self._own, "_mark_": self._mark}
        return {"__builtins__": offered, "__name__": "__main__", "__metaclass__": self._class, **guards}

    def _mark(self, name: str, line: int, value: Any) -> None:
        self.assigned.pop(name, None)
        self.assigned[name] = (line, value)

    def _print(
        self, *parts: Any, sep: str = " ", end: str = "\n", file: Any = None, flush: bool = False
    ) -> None:
        print(*parts, sep=sep, end=end, file=cast(Any, self))

    def _class(self, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
        for base in bases:
            if not self._trusts(base) and (not issubclass(base, BaseException) or base is Refused):
                self.refuse(f"a class cannot inherit from {base.__name__}")
        made = type(name, bases, body)
        self._classes.add(made)
        return made

    def _type(self, value: Any, *more: Any) -> type:
        if more or isinstance(value, (type, Refused)):
            self.refuse("type() only tells the type of a value")
        return type(value)

    def _import(self, name: str, _globals: Any, _locals: Any, wanted: Any = (), level: int = 0) -> Any:
        if type(wanted) is list:  # not a statement but a C function's own import; it ignores the result
            return None
        facade = _facades.get(name)
        if facade is None or level:
            self.refuse(f"import of {name!r} is not allowed; there are {', '.join(sorted(_facades))}")
        for item in wanted or ():
            if item != "*" and item not in facade.__dict__:
                self.refuse(f"{name}.{item} is not available")
        return facade if wanted else _facades[name.partition(".")[0]]

    def _read(self, value: Any, name: str) -> Any:
        """`value.name`, for a name the rewriter has found harmless in itself: by the value's type and its module."""
        kind = cast("type[Any]", type(value))
        if name[0] == "_" and _PRIVATE.fullmatch(name):
            return getattr(self._own(value, name), name)
        formats = name in ("format", "format_map")
        if kind in _exposed and not (formats and kind is str):
            return getattr(value, name)
        if formats:
            if isinstance(value, str) or value is str:
                return _formatter(self, name, () if value is str else (value,))
            if kind is super or (isinstance(value, type) and issubclass(value, str)):
                self.refuse(f"{name} is not allowed here")
        if not self._readable(value, kind, name):
            what = value if kind is Facade else f"a {kind.__name__}"
            self.refuse(f"the attribute {name!r} of {what} is not allowed")
        return getattr(value, name)

    def _readable(self, value: Any, kind: type, name: str) -> bool:
        if kind is Facade:
            return name in value.__dict__
        if kind is types.FunctionType:
            return name == "__name__" or (_is_ours(value) and name in value.__dict__)
        if isinstance(value, BaseException):
            return name in ("args", "value") or (kind in self._classes and not hasattr(BaseException, name))
        if isinstance(value, type) and name == "__name__":
            return True
        line = (value if isinstance(value, type) else kind).__mro__
        if kind is super:
            line = value.__self_class__.__mro__
            line = line[line.index(value.__thisclass__) + 1 :]
        for base in line:
            if name in vars(base):  # whoever gives the attribute decides, not who inherits it
                return self._trusts(base, name) or (issubclass(base, BaseException) and name in _MAGIC)
        return self._trusts(line[0], name)

    def _trusts(self, kind: type, name: str = "") -> bool:
        """Whether programs may read this attribute of this class, or inherit from it."""
        if _is_sympy(kind):
            return name not in _SYMPY_HIDDEN
        return (kind in _exposed or kind in self._classes) and name != "mro"

    def _own(self, value: Any, name: str = "") -> Any:
        """`value`, if it is an instance of one of the program's own classes, which set `name` (if given) themselves."""
        ours = [vars(kind) for kind in type(value).__mro__ if kind in self._classes]
        if not ours or (name and not any(name in names for names in [*ours, getattr(value, "__dict__", {})])):
            self.refuse("a name that begins with '_' is for a program's own objects")
        return value

    def _getattr(self, value: Any, name: Any, *default: Any) -> Any:
        if type(name) is not str or name.startswith("_") or name in INSPECT_ATTRIBUTES:
            self.refuse("an attribute of that name is not allowed")
        try:
            return self._read(value, name)
        except AttributeError:
            if default:
                return default[0]
            raise

    def _hasattr(self, value: Any, name: Any) -> bool:
        if type(name) is str and name in _MAGIC:
            return hasattr(type(value), name)
        return self._getattr(value, name, self) is not self

    def _setattr(self, value: Any, name: Any, new: Any) -> None:
        if type(name) is not str or name.startswith("_"):
            self.refuse("an attribute of that name is not allowed")
        setattr(self._write(value), name, new)

    def _write(self, value: Any) -> Any:
        """`value`, if a program may change it."""
        kind = type(value)
        ours = kind in self._classes or (isinstance(value, type) and value in self._classes)
        if not ours and not _is_ours(value) and kind not in _writable:
            self.refuse(f"changing a {kind.__name__} is not allowed")
        return value


def _formatter(run: Run, method: str, text: tuple[Any, ...]) -> Callable[..., str]:
    """str.format or str.format_map (of `text`, if bound) with the attribute guard on `{0.name}`.

    A function, which shows nothing; a partial would show the run.
    """
    formatter, guard = string.Formatter(), run._getattr  # pyright: ignore[reportPrivateUsage]

    def get_field(field: str, args: Any, kwargs: Any) -> Any:
        first, *rest = re.findall(r"^[^.\[]*|\.[^.\[]+|\[[^\]]*\]", field)
        value: Any = formatter.get_value(int(first) if first.isdigit() else first, args, kwargs)
        for part in rest:
            key = part[1:-1]
            value = guard(value, part[1:]) if part[0] == "." else value[int(key) if key.isdigit() else key]
        return value, first

    def formatted(*arguments: Any, **named: Any) -> str:
        pattern, *rest = (*text, *arguments)
        return (
            formatter.vformat(pattern, (), *rest)
            if method == "format_map"
            else formatter.vformat(pattern, rest, named)
        )

    formatter.get_field = get_field  # type: ignore[method-assign]
    return formatted


def _is_ours(value: object) -> bool:
    """Whether this is a function that the program defines."""
    return type(value) is types.FunctionType and value.__code__.co_filename == FILENAME


def _is_sympy(kind: type) -> bool:
    return str(kind.__module__).startswith("sympy.") and not str(kind.__module__).startswith(_SYMPY_CLOSED)


# --- made once, in the zygote ----------------------------------------------------------------------------------------

_facades: dict[str, Facade] = {}
_exposed: set[type] = set()  # types whose public attributes may be read
_writable: set[type] = {list, dict, OrderedDict, defaultdict, deque, Counter, ChainMap, Context}


def preload(kind: str) -> None:
    """Import and wrap all that a program may import; for kind "sympy" that too, with its evaluators replaced."""
    warnings.simplefilter("ignore")
    for name in _ALLOWED["sympy"]["standard_library_late"].split():
        importlib.import_module(name)
    cached = lru_cache(len)
    samples = (re.compile(""), re.match("", ""), {}.keys(), {}.values(), {}.items(), (i for i in ()), cached)
    _expose([type(sample) for sample in (*samples, cached.cache_info())])
    _expose(getattr(builtins, name) for name in _BUILTINS)
    for name, members in _ALLOWED["modules"].items():
        if kind == "sympy" or not name.startswith("sympy"):
            _facades[name] = _facade(name, members.split())
    _facades["collections"].__dict__.update(namedtuple=_namedtuple, abc=_facades["collections.abc"])
    _facades["functools"].__dict__.update(cache=_lru_cache(None), lru_cache=_lru_cache, wraps=_wraps)
    if kind == "sympy":
        _tame_sympy()
        _facades["sympy"].__dict__.update(lambdify=_lambdify, parse_expr=_parse, abc=_facades["sympy.abc"])


def _facade(name: str, members: list[str]) -> Facade:
    module = importlib.import_module(name)
    found = {name: getattr(module, name) for name in members if hasattr(module, name)}
    if not name.startswith("sympy"):
        _expose(found.values())
    return Facade(name, found)


def _expose(things: Iterable[object]) -> None:
    for thing in things:
        if isinstance(thing, type) and not issubclass(thing, BaseException) and thing is not super:
            _exposed.update(thing.__mro__)


def _namedtuple(name: str, fields: Any, *, defaults: Any = None) -> type:
    made = cast(Any, namedtuple)(name, fields, defaults=defaults)
    _exposed.add(made)
    return made


# What functools makes of a function shows all attributes of that: only a program's own functions may have any.


def _bare(function: Callable[..., Any]) -> Callable[..., Any]:
    return function if _is_ours(function) else lambda *arguments, **named: function(*arguments, **named)


def _lru_cache(maxsize: Any = 128, typed: bool = False) -> Any:
    if callable(maxsize):
        return lru_cache(128, typed)(_bare(maxsize))
    return lambda function: lru_cache(maxsize, typed)(_bare(function))  # type: ignore[misc]


def _wraps(function: Callable[..., Any]) -> Any:
    def decorate(wrapper: Any) -> Any:
        if not _is_ours(wrapper):
            raise TypeError("wraps() decorates a function of the program")
        return wraps(_bare(function))(wrapper)

    return decorate


def _tame_sympy() -> None:
    """Load what sympy loads late, and put readers and closures of our own where sympy evaluates text."""
    sympy: Any = importlib.import_module("sympy")
    sys.modules.update(dict.fromkeys(("numpy", "scipy", "matplotlib", "IPython"), cast(Any, None)))
    never = re.compile(_ALLOWED["sympy"]["never_loaded"], re.VERBOSE)
    for module in pkgutil.walk_packages(sympy.__path__, "sympy.", onerror=lambda _: None):
        if not never.search(module.name):
            importlib.import_module(module.name)
    real = {vars(sys.modules["sympy.parsing.sympy_parser"])["parse_expr"]: _parse, sympy.lambdify: _lambdify}
    for name, module in list(sys.modules.items()):
        if name.startswith(("sympy", "mpmath")):
            for attribute, value in list(vars(module).items()):
                if isinstance(value, types.FunctionType) and value in real:
                    setattr(module, attribute, real[value])
    for name in ("sympy.parsing.sympy_parser", "sympy.utilities.lambdify", "mpmath.identification"):
        vars(sys.modules[name]).update(eval=_no_evaluation, exec=_no_evaluation)
    maker: Any = sys.modules["sympy.core.function"].UndefinedFunction
    make = maker.__new__

    def make_function(kind: type, name: str, **assumptions: Any) -> Any:  # and no bases or body of a class
        if any(word == "bases" or word.startswith("_") for word in assumptions):
            _no_evaluation()
        return make(kind, name, **assumptions)

    maker.__new__ = make_function
    _writable.add(sympy.MutableDenseMatrix)
    x, y = sympy.symbols("x y")  # one of each common kind of work, to fill sympy's caches
    str([sympy.solve(x**2 - 2, x), sympy.solve([x + y - 3, x - y - 1], [x, y]), sympy.Rational(1, 3).evalf()])
    str([sympy.integrate(x * sympy.sin(x), x), sympy.factor(x**2 - 1), sympy.simplify((x**2 - 1) / (x - 1))])
    str([sympy.limit(sympy.sin(x) / x, x, 0), sympy.diff(sympy.exp(x), x).subs(x, 1), sympy.factorint(84)])


def _no_evaluation(*_: object) -> NoReturn:
    raise Refused("policy_violation", "evaluating text is not allowed")


def _lambdify(args: Any, expr: Any, *_: object, **__: object) -> Callable[..., Any]:
    """sympy.lambdify without generated code: substitute; an int where whole, else a float (or mpmath's, if given)."""
    sympy: Any = sys.modules["sympy"]
    names = list(args) if isinstance(args, (list, tuple)) else [args]

    def function(*numbers: Any) -> Any:
        value = sympy.sympify(expr).subs(dict(zip(names, numbers, strict=True)))
        if any(type(number).__module__.startswith("mpmath") for number in numbers):
            context: Any = sys.modules["mpmath"].mp
            return value.evalf(context.dps)._to_mpmath(context.prec)
        return int(value) if value.is_Integer else float(value) if value.is_real else value

    return function


_OPERATORS: Final[dict[type, Callable[..., Any]]] = {
    getattr(ast, name): getattr(operator, function)
    for name, function in zip(
        "Add Sub Mult Div Mod Pow USub UAdd".split(),
        "add sub mul truediv mod pow neg pos".split(),
        strict=True,
    )
}


def _parse(text: str, local_dict: Mapping[str, Any] | None = None, *_: object, **__: object) -> Any:
    """sympy.parse_expr on arithmetic alone: numbers, names, operators, and calls of sympy's functions."""
    sympy: Any = sys.modules["sympy"]

    def build(node: ast.AST) -> Any:
        match node:
            case ast.Constant(float()):
                return sympy.Float(ast.get_source_segment(text, node))
            case ast.Constant(int() as number):
                return sympy.Integer(number)
            case ast.BinOp(left, op, right) if type(op) in _OPERATORS:
                return _OPERATORS[type(op)](build(left), build(right))
            case ast.UnaryOp(op, operand) if type(op) in _OPERATORS:
                return _OPERATORS[type(op)](build(operand))
            case ast.Name(name):
                known = (local_dict or {}).get(name, getattr(sympy, name, None))
                return known if isinstance(known, sympy.Basic) else sympy.Symbol(name)
            case ast.Call(ast.Name(name), arguments, []):
                function = getattr(sympy, name, None)
                known = isinstance(function, sympy.FunctionClass) or name in ("sqrt", "Rational")
                return cast(Any, function if known else sympy.Function(name))(*map(build, arguments))
            case ast.List(parts) | ast.Tuple(parts):
                return sympy.Tuple(*map(build, parts))
            case _:
                raise SyntaxError("only arithmetic can be read")

    text = text.strip().replace("^", "**")
    return build(ast.parse(text, mode="eval").body)
