"""What there is thousands of on a site, and what goes from process to process."""


class Packed:
    """A frozen dataclass that is pickled as its class and its values, in their order.

    Dataclasses with slots are pickled otherwise by themselves, and that takes twice as long.
    """

    __slots__ = ()
    __match_args__: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """Give what a copy is made of."""
        return type(self), tuple([getattr(self, name) for name in self.__match_args__])
