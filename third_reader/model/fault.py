"""What goes wrong for a reason that is not in the content."""


class MendableError(Exception):
    """What a user can mend: settings, arguments, the machine. The message says how."""
