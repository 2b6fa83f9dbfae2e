"""The command line: parse, call, print, exit code. Results go to stdout, chatter to stderr.

Exit codes: 0 done · 2 the input or an option cannot be used · 3 the store cannot be used · 4 no such id ·
130 interrupted (the store is consistent; the same command goes on).
"""

import sys

import click

from samecopy import __version__
from samecopy.cli.corpora import add, families
from samecopy.cli.fetch import fetch
from samecopy.cli.files import read, statements, stories, times
from samecopy.cli.look import compare, export, rejected, show
from samecopy.cli.run import run
from samecopy.errors import SamecopyError

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="samecopy")
def samecopy() -> None:
    """Ten sources, or one source ten times?

    Given a pile of news pages, samecopy says which carry the same copy and what each changed, which
    report the same event, and behind every statement how many independent reports and primary
    sources there are at most.
    """


for command in (run, fetch, show, compare, export, rejected, families, add, stories, read, times, statements):
    samecopy.add_command(command)


def main() -> None:
    """Entry point: errors become one line on stderr and an exit code, never a traceback."""
    try:
        code = samecopy.main(standalone_mode=False)
    except SamecopyError as error:
        _fail(str(error), error.exit_code)
    except click.exceptions.Abort:
        _fail("interrupted; what was done is kept, the same command goes on", 130)
    except KeyboardInterrupt:
        _fail("interrupted; what was done is kept, the same command goes on", 130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    else:
        sys.exit(code if isinstance(code, int) else 0)


def _fail(message: str, code: int) -> None:
    click.echo(f"samecopy: {message}", err=True)
    sys.exit(code)
