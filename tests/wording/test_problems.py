"""What the checker finds is told in the language of whoever mends it, to the last word that is ours."""

import ast
import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.publishing.site.preview.problems import problem_page
from generator.reading import Problem, ProblemsFoundError, read_with_hints
from generator.said import Said, TextPart, Together, about, said, said_many, together, with_parts
from generator.wording import Language, read_language
from generator.wording.problems import problem_in, text_in
from tests.builders import write_library
from tests.conftest import ROOT
from tests.hostile.corpus import corpus

TODAY = datetime.date(2026, 11, 24)
SPANISH, PORTUGUESE = (read_language(code, ROOT / "messages") for code in ("es-419", "pt-BR"))
NURSES, SPANISH_NURSES = "boulder-co/nurses.yaml", "translations/es/boulder-co/nurses.yaml"
CITY = "boulder-co/city.yaml"

KINDS = [
    # (file, what stands there, what is put in its place; a text in it in Spanish; in Portuguese)
    (NURSES, "status: ongoing", "status: ongoin", "status: “ongoin” no es un valor conocido: ¿quiso decir ongoing?",
     "status: “ongoin” não é um valor conhecido: seria ongoing?"),
    (NURSES, "status: ongoing\n", "", "falta status: Si sigue en marcha.", "falta status: Se ainda está em andamento."),
    (NURSES, "status: ongoing", "statsu: ongoing", "aquí no hay un campo statsu: ¿quiso decir status?",
     "aqui não há um campo statsu: seria status?"),
    (NURSES, "status: ongoing", "status:", "status: está sin completar: escríbalo o quite la línea",
     "status: está sem preencher: escreva-o ou retire a linha"),
    (NURSES, "started: 2018", "started: spring", "no es un número entero: solo dígitos, o unknown donde se permite",
     "não é um número inteiro: só dígitos, ou unknown onde é permitido"),
    (NURSES, "started: 2018", "started: 1066", "1066 está fuera de los límites: mayor o igual que 1800",
     "1066 está fora dos limites: maior ou igual a 1800"),
    (NURSES, "started: 2018", "started: 2031", "2031 está en el futuro: este año o antes",
     "2031 está no futuro: este ano ou antes"),
    (NURSES, "title: Boulder", f"title: {'Boulder ' * 200}", "title: tiene 1,645 caracteres: como máximo 89",
     "title: tem 1.645 caracteres: no máximo 89"),
    (NURSES, "    treated: 56%\n", "", "treated y comparison van juntos", "treated e comparison vão juntos"),
    (NURSES, "    comparison_group: callers given the usual response, by lot\n", "",
     "treated y comparison necesitan comparison_group: con quién o con qué se compara",
     "treated e comparison precisam de comparison_group: com quem ou com o que se compara"),
    (NURSES, "level: randomized-trial", "level: before-after",
     "ningún resultado justifica before-after: un resultado con before y after, o con change y period; si no",
     "nenhum resultado justifica before-after: um resultado com before e after, ou com change e period; senão"),
    (NURSES, "https://example.org/report", "https://a@example.org/", "usuario antes del servidor: omita lo que está",
     "nome de usuário antes do servidor: omita o que está antes do @"),
    (NURSES, "2020-05-24", "2020-05-34", "2020-05-34 no es un día del calendario", "2020-05-34 não é um dia do calend"),
    (NURSES, "[health]", "[health", "esto no es YAML (falta la coma o el ] que se esperaba): compare sangrías",
     "isto não é YAML (falta a vírgula ou o ] esperado): compare recuos"),
    (NURSES, "title: ", "title: &a ", "un ancla (&) no se permite: ponga entre comillas el texto que empieza con &",
     "uma âncora (&) não é permitida: ponha entre aspas o texto que começa com &"),
    (NURSES, "summary: ", "summary: Word # ", "lo que está después de # se toma por un comentario y se pierde",
     "o que está depois de # é tomado por um comentário e se perde"),
    (NURSES, "summary: ", "summary: \u202e", "el carácter invisible U+202E no se permite: bórrelo",
     "o caractere invisível U+202E não é permitido: apague-o"),
    (NURSES, "cost: $1 million to start[^report]", "cost: $1 million", "cost: esta afirmación no tiene fuente",
     "cost: esta afirmação não tem fonte"),
    (NURSES, "calls that need no ambulance", "calls [^report]", "title: las notas al pie van en las afirmaciones",
     "title: as notas de rodapé ficam nas afirmações"),
    (CITY, "region: West", "region: South", "region: CO, US no está en South", "region: CO, US não fica em South"),
    (CITY, "region: West", "region: [West]", "region: no es un texto: un solo texto, sin guion delante",
     "region: não é um texto: um só texto, sem hífen na frente"),
    (CITY, "name: Boulder", "name: TODO", "“TODO” quedó de una plantilla", "“TODO” ficou de um modelo"),
    ("topics.yaml", "id: sanitation", "id: health", "health aparece aquí dos veces: deje uno de los dos",
     "health aparece aqui duas vezes: deixe um dos dois"),
    ("standard.yaml", "mandatory: true", "rests_on: [{criterion: OD2, because: 'So it is.[^portal]'}]",
     "el criterio OD2 no existe: ¿quiso decir OD1?", "o critério OD2 não existe: seria OD1?"),
    ("boulder-co/city.yml", "", "x", "las fichas terminan en .yaml: cambie su nombre a city.yaml",
     "as fichas terminam em .yaml: mude o nome para city.yaml"),
    (SPANISH_NURSES, "", "title: 99 enfermeras\nmade_from: {title: 1}\n",
     "esto no es un código de verificación de un texto", "isto não é um código de verificação de um texto"),
    ("network.yaml", "mark: half", "mark: disc", "dos veces: deje uno de los dos", "duas vezes: deixe um dos dois"),
]  # fmt: skip
HINTS = [
    ("Fewer ambulances went out.", "All callers got help.", "ninguna afirmación de más abajo dice “all”: ¿dice más que",
     "nenhuma afirmação mais abaixo diz “all”: diz mais do que aquilo em que se apoia?"),
    ("    period: 2018 to 2019\n", "", "56% no tiene período: ¿cuándo se midió?", "56% não tem período: quando foi me"),
    ("The city put nurses", "The city will put nurses", "“will” en una fuente de 2020: ¿ya ocurrió? Diga qué",
     "“will” em uma fonte de 2020: já aconteceu? Diga o que se planejava então, ou o que há em 2024"),
    ("Callers were content.", "It is " + "very, very " * 40 + "complicated administratively.", "años de escuela, y su",
     "anos de escola, e sua frase mais longa, esta, tem"),
]  # fmt: skip


def found_in(folder: Path) -> list[Problem]:
    """The problems of a library, or its hints where it has none."""
    try:
        return [hint.problem for hint in read_with_hints(folder, TODAY)[1]]
    except ProblemsFoundError as error:
        return list(error.problems)


def changed(folder: Path, file: str, old: str, new: str) -> list[Problem]:
    """What is found in the small library with another text in one of its files."""
    path = write_library(folder) / file
    path.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    assert old in text
    path.write_text(text.replace(old, new) if text else new, encoding="utf-8")
    return found_in(folder)


def ours(text: TextPart) -> Iterator[Said]:
    """The messages in a text, and in what was put into them."""
    if isinstance(text, Said):
        yield text
        for part in text.parts.values():
            yield from ours(part)
    if isinstance(text, Together):
        for part in text.texts:
            yield from ours(part)


def still_english(problem: Problem, language: Language) -> list[str]:
    """What of a problem is ours and has no words in a language."""
    messages = [one for text in (problem.wrong, problem.allowed) for one in ours(text)]
    assert messages, f"{problem} knows no message"
    known = language.translations._catalog  # type: ignore[attr-defined]
    return [one.message for one in messages if one.message not in known and (one.message, 0) not in known]


@pytest.mark.parametrize(("file", "old", "new", "spanish", "portuguese"), KINDS, ids=[one[3][:30] for one in KINDS])
def test_each_kind_of_problem_is_told_in_each_language(
    tmp_path: Path, file: str, old: str, new: str, spanish: str, portuguese: str
) -> None:
    found = changed(tmp_path, file, old, new)
    for language, expected in ((SPANISH, spanish), (PORTUGUESE, portuguese)):
        lines = [str(problem_in(problem, language)).partition(f"{tmp_path}/")[2] for problem in found]
        assert any(expected in line for line in lines), lines
        assert [line for problem in found for line in still_english(problem, language)] == []


@pytest.mark.parametrize(("old", "new", "spanish", "portuguese"), HINTS, ids=[one[2][:30] for one in HINTS])
def test_hints_are_told_in_each_language(tmp_path: Path, old: str, new: str, spanish: str, portuguese: str) -> None:
    found = changed(tmp_path, NURSES, old, new)
    for language, expected in ((SPANISH, spanish), (PORTUGUESE, portuguese)):
        assert any(expected in str(problem_in(problem, language)) for problem in found), list(map(str, found))
        assert [line for problem in found for line in still_english(problem, language)] == []


def test_nothing_that_the_checker_refuses_is_told_in_english_alone(tmp_path: Path) -> None:
    number, seen = 0, set[str]()
    for hostile in (one for one in corpus() if one.expected == "refused"):
        for problem in found_in(hostile.library(tmp_path / str(number := number + 1))):
            seen |= {one.message for text in (problem.wrong, problem.allowed) for one in ours(text)}
            for language in (SPANISH, PORTUGUESE):
                assert still_english(problem, language) == [], problem
    assert len(seen) >= 30


def test_a_text_knows_its_message_and_is_its_english() -> None:
    names = together(["a", "b"])
    text = about(
        "cost", said("%(size)s of %(names)s", size=said_many("%(count)s item", "%(count)s items", 1204), names=names)
    )
    assert text == "cost: 1,204 items of a, b"
    assert with_parts(text, str.upper) == "COST: 1,204 items of A, B"
    assert text_in(said("at most %(number)s", number=1200), PORTUGUESE) == "no máximo 1.200"
    assert text_in(said("greater than %(number)s", number=9.25), PORTUGUESE) == "maior que 9,2"
    assert text_in("a name", SPANISH) == "a name"


def test_parts_that_look_like_messages_or_signs_of_a_format_stay_as_they_are(tmp_path: Path) -> None:
    (problem,) = changed(tmp_path, NURSES, "[health]", "['%(word)s %s is empty']")
    assert "topics: %(word)s %s is empty no es un valor conocido" in str(problem_in(problem, SPANISH))


def run(folder: Path, *arguments: str, **variables: str) -> str:
    return CliRunner().invoke(main, ["check", str(folder), *arguments], env=variables).output


def test_the_command_tells_problems_and_how_many_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    changed(tmp_path, NURSES, "[health]", "[heath]")
    spanish = run(tmp_path, "--language", "es")
    assert "topics: heath no es un valor conocido: ¿quiso decir health?" in spanish
    assert spanish.endswith("\n1 problema en 1 archivo\n")
    assert run(tmp_path, "--language", "es-419") == spanish == run(tmp_path, PEERBOOK_LANGUAGE="es")
    assert "seria health?" in run(tmp_path, "--format", "github", "--language", "pt")
    assert '"wrong": "topics: heath não é' in run(tmp_path, "--format", "json", "--language", "pt")
    assert "topics: heath is not known" in run(tmp_path) == run(tmp_path, PEERBOOK_LANGUAGE="")
    assert "fr has no catalogue of messages: en, es, pt" in run(tmp_path, "--language", "fr")
    assert "sin problemas en 2 prácticas, 2 ciudades" in run(write_library(tmp_path / "good"), "--language", "es")


def test_mends_are_told_in_the_language(tmp_path: Path) -> None:
    changed(tmp_path, NURSES, "status: ongoing", "Status: Ongoing ")
    lines = run(tmp_path, "--fix", "--language", "es")
    assert "corregido: " in lines
    assert "Status se escribe status" in lines
    assert "se quitaron espacios al final de una línea" in lines


def test_pages_of_problems_are_in_the_language_of_the_site(tmp_path: Path) -> None:
    found = changed(tmp_path, NURSES, "[health]", "['<b>']")
    page = problem_page(found, PORTUGUESE).decode()
    assert "topics: &lt;b&gt; não é um valor conhecido" in page
    assert "is not known" not in page


TOLD = {"Problem": 3, "problem": 1, "_at": 1, "Mend": 3, "Edit": 3, "ValueError": 0, "ResultRule": 2}
"""What is called with texts that are told, and from which argument on they are."""


def bare(code: str) -> Iterator[int]:
    """Lines with calls that are given a text which knows no message."""
    tree = ast.parse(code)
    for scope in (one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef | ast.Module)):
        inside = list(ast.walk(scope)) if isinstance(scope, ast.FunctionDef) else list(ast.iter_child_nodes(tree))
        plain = {
            target.id
            for one in inside
            if isinstance(one, ast.Assign) and is_bare(one.value)
            for target in one.targets
            if isinstance(target, ast.Name)
        }
        for call in (one for part in inside for one in ast.walk(part) if isinstance(one, ast.Call)):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            for text in call.args[TOLD[name] :] if name in TOLD else ():
                if is_bare(text) or (isinstance(text, ast.Name) and text.id in plain):
                    yield text.lineno


def is_bare(text: ast.expr) -> bool:
    """Whether an expression is words without a message: an f-string, or a text with words."""
    if isinstance(text, ast.IfExp):
        return is_bare(text.body) or is_bare(text.orelse)
    if isinstance(text, ast.Tuple):
        return any(map(is_bare, text.elts))
    return isinstance(text, ast.JoinedStr) or (isinstance(text, ast.Constant) and " " in str(text.value or ""))


def test_every_problem_in_the_rooms_is_made_of_texts_that_know_their_message() -> None:
    rooms = [
        path
        for room in ("model", "reading", "contributing", "cli", "publishing/site/preview")
        for path in sorted((ROOT / "generator" / room).rglob("*.py"))
    ]
    codes = {path: path.read_text(encoding="utf-8") for path in rooms}
    assert sum(code.count("roblem(") for code in codes.values()) > 80
    assert sorted({f"{path.relative_to(ROOT)}:{line}" for path, code in codes.items() for line in bare(code)}) == []


@pytest.mark.parametrize(
    "code",
    [
        'Problem(path, 1, 1, f"{x} is wrong")',
        'Problem(path, 1, 1, said("x"), "do it so")',
        "def f():\n    wrong = f'{x}'\n    yield document.problem((), wrong)\n",
        "def f():\n    wrong = said('a b') if x else 'c d'\n    raise ValueError(wrong)\n",
    ],
)
def test_a_bare_text_would_be_found(code: str) -> None:
    assert len(set(bare(code))) == 1
