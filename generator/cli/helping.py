"""What commands say of themselves, and the words of Click, in the language that is asked for."""

import contextlib
import copy
import inspect
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from generator.cli.speaking import speech_for
from generator.said import said, said_many

if TYPE_CHECKING:
    from generator.wording import Language

CLICK = (
    said("Usage:"), said("[OPTIONS]"), said("COMMAND [ARGS]..."), said("Options"), said("Commands"),
    said("Show the version and exit."), said("Show this message and exit."), said("%(prog)s, version %(version)s"),
    said("default: {default}"), said("required"), said("text"), said("integer"), said("integer range"), said("float"),
    said("file"), said("directory"), said("path"),
    said("Error: {message}"), said("Aborted!"), said("unknown error"), said("Try '{command} {option}' for help."),
    said("Invalid value: {message}"), said("Invalid value for {param_hint}: {message}"),
    said("Missing command."), said("Missing argument"), said("Missing option"),
    said("No such command {name!r}."), said("No such option {name!r}."),
    said("Option {name!r} does not take a value."), said("Argument {name!r} takes {nargs} values."),
    said("{value!r} is not a valid {number_type}."), said("{value} is not in the range {range}."),
    said("{name} {filename!r} does not exist."), said("{name} {filename!r} is a file."),
    said("{name} {filename!r} is a directory."), said("{name} {filename!r} is not readable."),
    said("{name} {filename!r} is not writable."), said("Could not open file {filename!r}: {message}"),
    said_many("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 1),
    said_many("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 1),
    said_many("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", 1),
    said_many("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 1),
)  # fmt: skip
"""The words of Click that somebody who types a command may get to see. Its other ones are for whoever programs."""
_MODULES = (click.core, click.decorators, click.exceptions, click.formatting, click.parser, click.termui, click.types)
"""Where Click has them; each takes them from a function `_`, and those with a count from `ngettext`."""


class SpokenGroup(click.Group):
    """Commands that tell their help, and what is wrong with what was typed, in the language that is asked for."""

    def main(self, args: Sequence[str] | None = None, *rest: Any, **named: Any) -> Any:
        """Run a command, as Click does; the speech is the object of its context."""
        speech = speech_for(sys.argv[1:] if args is None else args)
        if speech.language is None:
            return super().main(args, *rest, obj=speech, **named)
        with click_in(speech.language):
            return click.Group.main(spoken(self, speech.language), args, *rest, obj=speech, **named)


@contextlib.contextmanager
def click_in(language: "Language") -> Iterator[None]:
    """Let Click take its words from the catalogue of a language."""
    ours = {"_": language.translations.gettext, "ngettext": language.translations.ngettext}
    held = [(module, name, getattr(module, name)) for module in _MODULES for name in ours if hasattr(module, name)]
    for module, name, _ in held:
        setattr(module, name, ours[name])
    try:
        yield
    finally:
        for module, name, own in held:
            setattr(module, name, own)


def spoken(command: click.Command, _: "Language") -> click.Command:
    """Return a command as it is told in a language, with all below it."""
    told = copy.copy(command)
    told.help = command.help and _(inspect.cleandoc(command.help))
    told.options_metavar = command.options_metavar and _(command.options_metavar)
    told.params = [_parameter(one, _) for one in command.params]
    told._help_option = None  # else the one that Click made in another language
    if isinstance(told, click.Group) and isinstance(command, click.Group):
        told.subcommand_metavar = _(command.subcommand_metavar)
        told.commands = {name: spoken(one, _) for name, one in command.commands.items()}
    return told


def _parameter(parameter: click.Parameter, _: "Language") -> click.Parameter:
    told = copy.copy(parameter)
    told.type = copy.copy(parameter.type)
    told.type.name = _(parameter.type.name)
    if isinstance(told, click.Option) and told.help:
        told.help = _(inspect.cleandoc(told.help))
    if isinstance(told, click.Argument):
        name = _((told.name or "").upper())
        told.metavar = f"{name if told.required else f'[{name}]'}{'' if told.nargs == 1 else '...'}"
    return told
