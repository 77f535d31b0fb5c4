"""`peerbook mcp`: answers assistants; `peerbook graph`: writes the graph for other programs."""

import sys
from pathlib import Path
from typing import Any

import click

from generator.cli.library import LIBRARY, read, unwritten
from generator.cli.speaking import LANGUAGE, Speech
from generator.said import said

SETTINGS = Path("mkdocs.yml")


@click.command("mcp")
@LIBRARY
@click.option("--http", is_flag=True, help="Over HTTP on this machine, instead of standard input and output.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(1, 65535), help="For --http.")
@click.option("--site-url", default="", help="Where the site stands, for addresses in answers; else as in mkdocs.yml.")
@LANGUAGE
def mcp_command(practices: Path, http: bool, port: int, site_url: str, speech: Speech) -> None:
    """Answer assistants over the Model Context Protocol.

    Without --http, an assistant starts this command and talks to it over standard input and output. With it, the
    server listens on http://127.0.0.1:PORT/mcp, for this machine alone.
    """
    from generator.mcp import make_server
    from generator.wording import ENGLISH

    address = _address(site_url, speech.folder)
    server = make_server(read(practices, speech), address, speech.folder, speech.language or ENGLISH)
    try:
        if http:
            click.echo(speech(said("Listening on %(url)s", url=f"http://127.0.0.1:{port}/mcp")), err=True)
            server.run("streamable-http", host="127.0.0.1", port=port, stateless_http=True, json_response=True)
        else:
            server.run("stdio")
    except (KeyboardInterrupt, BrokenPipeError):
        sys.exit(0)


@click.command()
@LIBRARY
@click.option("--format", "form", type=click.Choice(["graphml", "gexf", "json"]), default="graphml", show_default=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file; without it, standard output.")
@LANGUAGE
def graph(practices: Path, form: str, out: Path | None, speech: Speech) -> None:
    """Write the graph of practices, cities and topics, each link with its reasons, for networkx, Gephi and others."""
    from generator.linking import link
    from generator.publishing.data import graph_bytes, worded_graph

    library = read(practices, speech)
    _, language = speech.library(library)
    made = worded_graph(link(library), language)
    content = graph_bytes(made, form)
    if out is None:
        sys.stdout.buffer.write(content)
        return
    try:
        out.write_bytes(content)
    except OSError as error:
        raise click.ClickException(speech(unwritten(error))) from None
    written = said(
        "%(nodes)s nodes and %(edges)s edges are in %(file)s",
        nodes=made.number_of_nodes(),
        edges=made.number_of_edges(),
        file=str(out),
    )
    click.echo(speech(written))


def _address(site_url: str, folder: str) -> str:
    """Where the site in a language stands: below the first one, if the settings here name its folder."""
    settings = _settings()
    first = _with_slash(site_url or str(settings.get("site_url") or ""))
    named: Any = settings.get("plugins")
    plugins = [one for one in named if isinstance(one, dict)] if isinstance(named, list) else []
    languages = next((one["peerbook"].get("languages") for one in plugins if one.get("peerbook")), None)
    return f"{first}{folder}/" if folder and folder in (languages or ()) else first


def _settings() -> dict[str, Any]:
    """The settings of the site, if there are any here."""
    import yaml

    try:
        settings = yaml.safe_load(SETTINGS.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError, UnicodeDecodeError):
        return {}
    return settings if isinstance(settings, dict) else {}


def _with_slash(address: str) -> str:
    return f"{address.rstrip('/')}/" if address else ""
