"""What parsers and the system say of a file, in their English: known here, so that the catalogue has it."""

from generator.said import said

_KNOWN = frozenset(
    [
        # libyaml, scanner.c and parser.c
        said("block sequence entries are not allowed in this context"),
        said("could not find expected ':'"),
        said("could not find expected directive name"),
        said("did not find expected ',' or ']'"),
        said("did not find expected ',' or '}'"),
        said("did not find expected '-' indicator"),
        said("did not find expected <document start>"),
        said("did not find expected alphabetic or numeric character"),
        said("did not find expected comment or line break"),
        said("did not find expected hexdecimal number"),
        said("did not find expected key"),
        said("did not find expected node content"),
        said("did not find expected whitespace or line break"),
        said("exceeded maximum nesting depth"),
        said("found a tab character that violates indentation"),
        said("found a tab character where an indentation space is expected"),
        said("found an indentation indicator equal to 0"),
        said("found character that cannot start any token"),
        said("found invalid Unicode character escape code"),
        said("found unexpected ':'"),
        said("found unexpected document indicator"),
        said("found unexpected end of stream"),
        said("found unknown directive name"),
        said("found unknown escape character"),
        said("mapping keys are not allowed in this context"),
        said("mapping values are not allowed in this context"),
        said("not readable"),
        # json of Python
        said("Expecting value"),
        said("Expecting property name enclosed in double quotes"),
        said("Expecting ':' delimiter"),
        said("Expecting ',' delimiter"),
        said("Illegal trailing comma before end of object"),
        said("Illegal trailing comma before end of array"),
        said("Unterminated string starting at"),
        said("Invalid control character at"),
        said("Invalid \\escape"),
        said("Invalid \\uXXXX escape"),
        said("Extra data"),
        # csv of Python
        said("line contains NUL"),
        said("unexpected end of data"),
        said("',' expected after '\"'"),
        said("';' expected after '\"'"),
        said("'\t' expected after '\"'"),
        said("field larger than field limit (131072)"),
        said("new-line character seen in unquoted field - do you need to open the file with newline=''?"),
        # the system
        said("No such file or directory"),
        said("Permission denied"),
        said("Is a directory"),
        said("Not a directory"),
        said("File name too long"),
        said("Too many levels of symbolic links"),
        said("Input/output error"),
        said("File exists"),
        said("No space left on device"),
        said("Disk quota exceeded"),
        said("Read-only file system"),
        said("Address already in use"),
    ]
)


def named(text: str) -> str:
    """Return the words of a parser or of the system as a text that the catalogue may have."""
    return said(text) if text in _KNOWN else text
