"""The language layer: which Python a program may use, decided before and while it runs.

RestrictedPython rewrites the source so that every attribute read and every write to an object goes through a guard
here; names and builtins come from explicit lists, and `import` hands out facades made from name lists, never modules.
A violation sticks: a program that catches the error has failed all the same. This is the first filter and gives clear
messages; the boundary is the kernel layer, which is also tested with this layer off.
"""

import ast
import builtins
import importlib
import io
import re
import string
import sys
import types
from collections.abc import Callable, Mapping
from typing import Any, Final, NoReturn, cast

from RestrictedPython import compile_restricted_exec
from RestrictedPython.transformer import INSPECT_ATTRIBUTES, RestrictingNodeTransformer

FILENAME: Final = "<program>"
MAX_SOURCE: Final = 200_000  # characters

_BUILTINS: Final = (
    "abs all any ascii bin bool bytes callable chr classmethod complex dict divmod enumerate filter float format "
    "frozenset hash hex int isinstance issubclass iter len list map max min next object oct ord pow property range "
    "repr reversed round set slice sorted staticmethod str sum super tuple zip True False None NotImplemented "
    "ArithmeticError AssertionError AttributeError BaseException Exception FloatingPointError IndexError KeyError "
    "KeyboardInterrupt LookupError MemoryError NameError NotImplementedError OverflowError RecursionError "
    "RuntimeError StopIteration SyntaxError SystemExit TypeError UnicodeError ValueError ZeroDivisionError Warning"
).split()

# What each import offers. "*" is everything public the module itself lists in __all__ (or has, for C modules).
_MODULES: Final[dict[str, str]] = {
    "math": "*",
    "cmath": "*",
    "fractions": "Fraction",
    "decimal": "Decimal Context getcontext localcontext ROUND_CEILING ROUND_DOWN ROUND_FLOOR ROUND_HALF_DOWN "
    "ROUND_HALF_EVEN ROUND_HALF_UP ROUND_UP ROUND_05UP DecimalException DivisionByZero InvalidOperation",
    "statistics": "mean fmean geometric_mean harmonic_mean median median_low median_high median_grouped mode "
    "multimode quantiles pstdev pvariance stdev variance covariance correlation linear_regression NormalDist "
    "StatisticsError",
    "itertools": "*",
    "functools": "reduce partial lru_cache cache cmp_to_key total_ordering wraps cached_property",
    "collections": "Counter OrderedDict defaultdict deque namedtuple ChainMap",
    "collections.abc": "Callable Iterable Iterator Mapping Sequence Hashable Set Generator Collection",
    "random": "random randint randrange choice choices sample shuffle uniform seed gauss normalvariate triangular "
    "betavariate expovariate Random",
    "datetime": "date datetime time timedelta timezone MINYEAR MAXYEAR",
    "calendar": "isleap leapdays monthrange weekday monthcalendar month_name month_abbr day_name day_abbr",
    "re": "compile match fullmatch search findall finditer split sub subn escape I IGNORECASE M MULTILINE S DOTALL "
    "X VERBOSE A ASCII",
    "heapq": "heapify heappush heappop heappushpop heapreplace merge nlargest nsmallest",
    "bisect": "bisect bisect_left bisect_right insort insort_left insort_right",
    "operator": "add sub mul truediv floordiv mod pow neg pos abs index lt le eq ne ge gt and_ or_ xor not_ invert "
    "lshift rshift contains countOf indexOf getitem itemgetter concat truth is_ is_not matmul",
    "string": "ascii_letters ascii_lowercase ascii_uppercase digits hexdigits octdigits punctuation printable "
    "whitespace capwords",
    "numbers": "Number Complex Real Rational Integral",
    "copy": "copy deepcopy",
    "typing": "Any Callable Dict FrozenSet Generator Generic Iterable Iterator List Literal Mapping NamedTuple "
    "Optional Sequence Set Tuple Type TypeVar Union cast Final",
    "sympy": "*",
    "sympy.abc": "*",
}
_SYMPY_DENIED: Final = frozenset(
    "sympify lambdify parse_expr plot plot_implicit plot_parametric textplot plot_backends plotting preview test "
    "doctest source srepr S nsolve init_printing init_session interactive_traversal cse postorder_traversal "
    "evalf external utilities parsing printing testing interactive physics codegen".split()
)
_MAGIC: Final = frozenset(
    "init repr str eq ne lt le gt ge hash bool len iter next contains getitem setitem delitem call add radd iadd sub "
    "rsub isub mul rmul imul truediv rtruediv itruediv floordiv rfloordiv mod rmod pow rpow neg pos abs invert int "
    "float complex round floor ceil trunc index divmod rdivmod matmul and or xor lshift rshift enter exit reversed "
    "format post_init".split()
)


class Refused(BaseException):
    """The program cannot be run, or was stopped: a status of the outcome and one line that says why."""

    def __init__(self, status: str, text: str) -> None:
        super().__init__(text)
        self.status, self.text = status, text


class Facade:
    """What `import` gives a program: the listed names of one module, read only."""

    def __init__(self, name: str, members: Mapping[str, object]) -> None:
        self.__dict__.update(members, __name__=name, __all__=sorted(members))

    def __repr__(self) -> str:
        return f"<module {self.__name__!r}>"


class _Rewriter(RestrictingNodeTransformer):
    """RestrictedPython's rewriting, narrowed to what needs a guard and widened to what people ordinarily write.

    Reading an item, iterating and unpacking need no guard: they only call methods the object's own type offers.
    After each assignment at the top level or in `solution`, a mark records name, line and value.
    """

    _recording = True

    def check_name(self, node: Any, name: str | None, allow_magic_methods: bool = False) -> None:
        if name is None or name == "_" or re.fullmatch(r"(?!_)\w*|_[^\W_]\w*(?<!_)", name):
            return
        if not (
            allow_magic_methods and name.startswith("__") and name.endswith("__") and name[2:-2] in _MAGIC
        ):
            self.error(node, f"the name {name!r} is reserved")

    def check_import_names(self, node: Any) -> Any:
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            return ast.copy_location(ast.Pass(), node)
        for alias in node.names:
            self.check_name(node, alias.asname or alias.name.split(".")[0].replace("*", "star"))
        return node

    def visit_Name(self, node: ast.Name) -> Any:
        if node.id == "__name__" and isinstance(node.ctx, ast.Load):
            return ast.copy_location(ast.Constant("__main__"), node)
        self.check_name(node, node.id)
        return node

    def visit_Attribute(self, node: ast.Attribute) -> Any:
        on_super = isinstance(node.value, ast.Call) and getattr(node.value.func, "id", "") == "super"
        magic = on_super and node.attr[2:-2] in _MAGIC
        if (
            node.attr.startswith("_") and node.attr != "__name__" and not magic
        ) or node.attr in INSPECT_ATTRIBUTES:
            self.error(node, f"the attribute {node.attr!r} is not allowed")
        self.node_contents_visit(node)
        if isinstance(node.ctx, ast.Load):
            call = ast.Call(ast.Name("_getattr_", ast.Load()), [node.value, ast.Constant(node.attr)], [])
            return ast.fix_missing_locations(ast.copy_location(call, node))
        return self._guard_write(node)

    def visit_Subscript(self, node: ast.Subscript) -> Any:
        self.node_contents_visit(node)
        return node if isinstance(node.ctx, ast.Load) else self._guard_write(node)

    def _guard_write(self, node: Any) -> Any:
        node.value = ast.copy_location(
            ast.Call(ast.Name("_write_", ast.Load()), [node.value], []), node.value
        )
        return ast.fix_missing_locations(node)

    def visit_Call(self, node: ast.Call) -> Any:
        return self.node_contents_visit(node)

    def guard_iter(self, node: Any) -> Any:
        return self.node_contents_visit(node)

    def visit_For(self, node: ast.For) -> Any:
        targets = self._marks(node.target)
        self.node_contents_visit(node)
        node.body[:0] = targets
        return node

    def visit_With(self, node: ast.With) -> Any:
        return self.node_contents_visit(node)

    def visit_Assign(self, node: ast.Assign) -> Any:
        marks = self._marks(*node.targets)
        return [self.node_contents_visit(node), *marks]

    def visit_AugAssign(self, node: ast.AugAssign) -> Any:
        marks = self._marks(node.target)
        return [self.node_contents_visit(node), *marks]

    def visit_AnnAssign(self, node: ast.AnnAssign) -> Any:
        if node.value is None:
            return ast.copy_location(ast.Pass(), node)
        return self.visit_Assign(ast.copy_location(ast.Assign([node.target], node.value), node))

    def _marks(self, *targets: ast.expr) -> list[ast.stmt]:
        if not self._recording:
            return []
        names = [part for target in targets for part in _plain_names(target)]
        return [
            ast.fix_missing_locations(
                ast.copy_location(
                    ast.Expr(
                        ast.Call(
                            ast.Name("_mark_", ast.Load()),
                            [ast.Constant(name.id), ast.Constant(name.lineno), ast.Name(name.id, ast.Load())],
                            [],
                        )
                    ),
                    name,
                )
            )
            for name in names
        ]

    def visit_FunctionDef(self, node: ast.FunctionDef) -> Any:
        self.check_name(node, node.name, allow_magic_methods=True)
        node.returns = None
        return self._in_scope(node, recording=self._recording and node.name == "solution")

    def visit_Lambda(self, node: ast.Lambda) -> Any:
        return self.node_contents_visit(node)

    def visit_arg(self, node: ast.arg) -> Any:
        self.check_name(node, node.arg)
        node.annotation = None
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> Any:
        if node.keywords:
            self.error(node, "class keywords are not allowed")
        self.check_name(node, node.name)
        self._in_scope(node, recording=False)
        node.keywords = [ast.keyword("metaclass", ast.Name("__metaclass__", ast.Load()))]
        return ast.fix_missing_locations(node)

    def _in_scope(self, node: Any, recording: bool) -> Any:
        outer, self._recording = self._recording, recording
        if getattr(node, "type_params", None):
            self.error(node, "type parameters are not allowed")
        self.node_contents_visit(node)
        self._recording = outer
        return node

    def visit_Module(self, node: ast.Module) -> Any:
        return self.node_contents_visit(node)

    def visit_Global(self, node: ast.Global | ast.Nonlocal) -> Any:
        for name in node.names:
            self.check_name(node, name)
        return node

    visit_Nonlocal = visit_Global

    def visit_MatchClass(self, node: ast.MatchClass) -> Any:
        if node.kwd_attrs:
            self.error(node, "attribute patterns are not allowed")
        return self.node_contents_visit(node)

    def visit_MatchName(self, node: Any) -> Any:
        self.check_name(node, node.rest if isinstance(node, ast.MatchMapping) else node.name)
        return self.node_contents_visit(node)

    def visit_plain(self, node: ast.AST) -> Any:
        return self.node_contents_visit(node)

    visit_MatchAs = visit_MatchStar = visit_MatchMapping = visit_MatchName
    visit_Match = visit_match_case = visit_MatchValue = visit_MatchSingleton = visit_plain
    visit_MatchSequence = visit_MatchOr = visit_plain


def _plain_names(target: ast.expr) -> list[ast.Name]:
    if isinstance(target, ast.Name):
        return [target]
    if isinstance(target, ast.Starred):
        return []
    return [name for part in getattr(target, "elts", []) for name in _plain_names(part)]


class Run:
    """One program's run: its guards, what it printed, the numbers it named, and its first violation."""

    def __init__(self, stdout_bytes: int) -> None:
        self.violation: tuple[str, str] | None = None
        self.assigned: dict[str, tuple[int, Any]] = {}  # name -> (line, value), in order of last assignment
        self._classes: set[type] = set()
        self._room = stdout_bytes
        self._out = io.StringIO()

    def stdout(self) -> str:
        return self._out.getvalue()

    def execute(self, source: str, namespace: dict[str, Any], *, language: bool) -> Any:
        """Run the program in `namespace` and return `answer`, or what `solution()` returns.

        Raises Refused when the program is not allowed, is not Python or gives no answer; anything it raises itself
        comes through. `language=False` leaves every check out.
        """
        if language:
            code = self._compile(source)
            namespace.update(self._guards())
        else:
            code = compile(source, FILENAME, "exec")
            namespace.update(__name__="__main__", __builtins__=builtins)
            sys.stdout = sys.stderr = cast("Any", types.SimpleNamespace(write=self.write, flush=lambda: None))
        exec(code, namespace)
        if "answer" in namespace:
            return namespace["answer"]
        if "solution" not in namespace:
            raise Refused("result_error", "the program neither assigns `answer` nor defines `solution()`")
        return namespace["solution"]()

    def _compile(self, source: str) -> types.CodeType:
        if len(source) > MAX_SOURCE:
            raise Refused("policy_violation", f"the source is longer than {MAX_SOURCE} characters")
        try:
            tree = ast.parse(source, FILENAME)
        except (SyntaxError, ValueError) as error:
            line = getattr(error, "lineno", None)
            text = getattr(error, "text", None) or ""
            where = f" at line {line}" if line else ""
            message = f"{type(error).__name__}{where}: {getattr(error, 'msg', error)} | {text[:200].strip()}"
            raise Refused("syntax_error", " ".join(message.split())) from None
        result = compile_restricted_exec(tree, FILENAME, policy=_Rewriter)
        if result.errors:
            raise Refused("policy_violation", result.errors[0])
        return cast("types.CodeType", result.code)

    def refuse(self, text: str) -> NoReturn:
        """Stop the program for good: even if it catches this, the run has failed."""
        frame = sys._getframe(1)
        while frame and frame.f_code.co_filename != FILENAME:
            frame = frame.f_back
        where = f"Line {frame.f_lineno}: " if frame else ""
        self.violation = self.violation or ("policy_violation", where + text)
        raise Refused(*self.violation)

    def write(self, text: str) -> int:
        self._room -= len(text.encode("utf-8", "replace"))
        if self._room < 0:
            self.violation = self.violation or ("output_limit", "the program prints more than it may")
            raise Refused(*self.violation)
        return self._out.write(text)

    def _guards(self) -> dict[str, Any]:
        allowed: dict[str, Any] = {name: getattr(builtins, name) for name in _BUILTINS}
        for name in set(dir(builtins)) - set(allowed):
            if not name.startswith("_") and name not in ("copyright", "credits", "license"):
                allowed[name] = _Denied(self, name)
        allowed |= {
            "__import__": self._import,
            "__build_class__": builtins.__build_class__,
            "getattr": self._getattr_default,
            "hasattr": self._hasattr,
            "setattr": lambda value, name, new: setattr(self._write(value), self._public(name), new),
            "print": self._print,
            "type": self._type,
        }
        return {
            "__builtins__": allowed,
            "__name__": "__main__",
            "__metaclass__": self._class,
            "_getattr_": self._getattr,
            "_write_": self._write,
            "_mark_": self._mark,
        }

    def _mark(self, name: str, line: int, value: Any) -> None:
        self.assigned.pop(name, None)
        self.assigned[name] = (line, value)

    def _print(
        self,
        *parts: Any,
        sep: str | None = None,
        end: str | None = None,
        file: Any = None,
        flush: bool = False,
    ) -> None:
        print(*parts, sep=sep, end=end, file=cast("Any", self))

    def _class(self, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
        made = type(name, bases, body)
        self._classes.add(made)
        return made

    def _type(self, value: Any, *more: Any) -> type:
        if more or isinstance(value, type):
            self.refuse("type() only tells the type of a value")
        return type(value)

    def _import(
        self, name: str, _globals: Any = None, _locals: Any = None, wanted: Any = (), level: int = 0
    ) -> Any:
        facade = _facades.get(name)
        if facade is None or level:
            self.refuse(f"import of {name!r} is not allowed; there are {', '.join(sorted(_facades))}")
        for item in wanted or ():
            if item != "*" and item not in facade.__dict__:
                self.refuse(f"{name}.{item} is not available")
        return facade if wanted else _facades[name.partition(".")[0]]

    def _public(self, name: Any) -> str:
        if type(name) is not str or name.startswith("_") or name in INSPECT_ATTRIBUTES:
            self.refuse(f"the attribute {str(name)!r} is not allowed")
        return name

    def _getattr(self, value: Any, name: str) -> Any:
        kind = type(value)
        if kind is Facade:
            if name not in value.__dict__ or name.startswith("__"):
                self.refuse(f"{value!r} has no {name!r} here")
            return value.__dict__[name]
        if kind is super or (name == "__name__" and isinstance(value, (type, types.FunctionType))):
            return getattr(value, name)
        self._public(name)
        if name in ("format", "format_map") and (isinstance(value, str) or value is str):
            return self._formatter(value, name)
        if isinstance(value, type):
            allowed = (value in self._classes or value in _exposed or _is_sympy(value)) and name != "mro"
        elif kind in self._classes:
            allowed = name != "with_traceback"
        elif isinstance(value, BaseException):
            allowed = name in ("args", "value", "code")
        elif kind is types.FunctionType:
            allowed = value.__code__.co_filename == FILENAME and name in value.__dict__
        else:
            allowed = kind in _exposed or (_is_sympy(kind) and name not in _SYMPY_HIDDEN)
        if not allowed:
            self.refuse(f"the attribute {name!r} of {kind.__name__!r} is not allowed")
        return getattr(value, name)

    def _getattr_default(self, value: Any, name: str, *default: Any) -> Any:
        try:
            return self._getattr(value, self._public(name))
        except AttributeError:
            if default:
                return default[0]
            raise

    def _hasattr(self, value: Any, name: str) -> bool:
        try:
            self._getattr(value, self._public(name))
        except AttributeError:
            return False
        return True

    def _write(self, value: Any) -> Any:
        kind = type(value)
        if kind in _writable or kind in self._classes or (isinstance(value, type) and value in self._classes):
            return value
        if kind is types.FunctionType and value.__code__.co_filename == FILENAME:
            return value
        self.refuse(f"changing a {kind.__name__!r} is not allowed")

    def _formatter(self, value: Any, name: str) -> Callable[..., str]:
        formatter = _Formatter(self._getattr)

        def format_text(text: str, *arguments: Any, **named: Any) -> str:
            return formatter.vformat(text, arguments, named)

        def format_map(text: str, mapping: Any) -> str:
            return formatter.vformat(text, (), mapping)

        chosen: Callable[..., str] = format_text if name == "format" else format_map
        return chosen if value is str else lambda *a, **k: chosen(value, *a, **k)


class _Denied:
    """A builtin a program may not use: touching it in any way but naming it is a violation."""

    def __init__(self, run: Run, name: str) -> None:
        self.__run, self.__name = run, name

    def __call__(self, *_: Any, **__: Any) -> NoReturn:
        self.__run.refuse(f"{self.__name}() is not allowed")


class _Formatter(string.Formatter):
    """str.format with the attribute guard on `{0.name}`."""

    def __init__(self, read: Callable[[Any, str], Any]) -> None:
        self._read = read

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> Any:
        first, *rest = re.findall(r"^[^.\[]*|\.[^.\[]+|\[[^\]]*\]", field_name)
        value = self.get_value(int(first) if first.isdigit() else first, args, kwargs)
        for part in rest:
            key = part[1:-1]
            value = (
                self._read(value, part[1:]) if part[0] == "." else value[int(key) if key.isdigit() else key]
            )
        return value, first


# --- made once, in the zygote -----------------------------------------------------------------------------------------

_facades: dict[str, Facade] = {}
_exposed: set[type] = set()
_writable: set[type] = set()
_SYMPY_HIDDEN: Final = frozenset("num context to_mpmath sympify lambdify plot".split())


def _is_sympy(kind: type) -> bool:
    return kind.__module__.startswith("sympy.") and kind.__module__ in sys.modules


def preload(kind: str) -> None:
    """Import and wrap everything a program may import; for kind "sympy", sympy too, made safe and warmed."""
    from collections import OrderedDict, defaultdict, deque, Counter, ChainMap
    from decimal import Context

    for name, members in _MODULES.items():
        if name.startswith("sympy") and kind != "sympy":
            continue
        module = importlib.import_module(name)
        names = members.split()
        if members == "*":
            names = [n for n in getattr(module, "__all__", None) or dir(module) if not n.startswith("_")]
        if name == "sympy":
            names = [n for n in names if n not in _SYMPY_DENIED]
        found = {n: getattr(module, n) for n in names if hasattr(module, n)}
        found = {n: v for n, v in found.items() if not isinstance(v, types.ModuleType)}
        _facades[name] = Facade(name, found)
        _exposed.update(v for v in found.values() if isinstance(v, type) and v is not type)
    for name in [n for n in _facades if "." in n]:
        parent, _, child = name.partition(".")
        _facades[parent].__dict__[child] = _facades[name]
    _exposed.update(v for v in (getattr(builtins, n) for n in _BUILTINS) if isinstance(v, type))
    samples: list[Any] = [
        re.compile(""),
        re.match("", ""),
        {}.keys(),
        {}.values(),
        {}.items(),
        (i for i in ()),
    ]
    samples += [functools_cache_type(), None, NotImplemented]
    _exposed.update(type(sample) for sample in samples)
    _writable.update((list, dict, bytearray, OrderedDict, defaultdict, deque, Counter, ChainMap, Context))


def functools_cache_type() -> object:
    import functools

    return functools.lru_cache(len)
