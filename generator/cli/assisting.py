"""`peerbook mcp`: answers assistants; `peerbook graph`: writes the graph for other programs."""

import sys
from pathlib import Path

import click

from generator.cli.library import LIBRARY, read, unwritten

SETTINGS = Path("mkdocs.yml")


@click.command("mcp")
@LIBRARY
@click.option("--http", is_flag=True, help="Over HTTP on this machine, instead of standard input and output.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(1, 65535), help="For --http.")
@click.option("--site-url", default="", help="Where the site stands, for addresses in answers; else as in mkdocs.yml.")
def mcp_command(practices: Path, http: bool, port: int, site_url: str) -> None:
    """Answer assistants over the Model Context Protocol.

    Without --http, an assistant starts this command and talks to it over standard input and output. With it, the
    server listens on http://127.0.0.1:PORT/mcp, for this machine alone.
    """
    from generator.mcp import make_server

    server = make_server(read(practices), _with_slash(site_url or _of_settings()))
    try:
        if http:
            click.echo(f"Listening on http://127.0.0.1:{port}/mcp", err=True)
            server.run("streamable-http", host="127.0.0.1", port=port, stateless_http=True, json_response=True)
        else:
            server.run("stdio")
    except (KeyboardInterrupt, BrokenPipeError):
        sys.exit(0)


@click.command()
@LIBRARY
@click.option("--format", "form", type=click.Choice(["graphml", "gexf", "json"]), default="graphml", show_default=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file; without it, standard output.")
def graph(practices: Path, form: str, out: Path | None) -> None:
    """Write the graph of practices, cities and topics, each link with its reasons, for networkx, Gephi and others."""
    from generator.linking import link
    from generator.publishing.data import graph_bytes, worded_graph

    made = worded_graph(link(read(practices)))
    content = graph_bytes(made, form)
    if out is None:
        sys.stdout.buffer.write(content)
        return
    try:
        out.write_bytes(content)
    except OSError as error:
        raise click.ClickException(unwritten(error)) from None
    click.echo(f"{made.number_of_nodes():,} nodes and {made.number_of_edges():,} edges are in {out}")


def _of_settings() -> str:
    """The address in the settings of the site, if there are any here."""
    import yaml

    try:
        settings = yaml.safe_load(SETTINGS.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError, UnicodeDecodeError):
        return ""
    return str(settings.get("site_url") or "") if isinstance(settings, dict) else ""


def _with_slash(address: str) -> str:
    return f"{address.rstrip('/')}/" if address else ""
