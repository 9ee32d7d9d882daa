"""Where the data stands and under which licence: the one place that says so."""

DATA = "/data/"
LICENCE = "CC-BY-4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
