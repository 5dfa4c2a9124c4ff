import pytest

from digest import languages


@pytest.mark.parametrize(
    ("items", "reader", "listed"),
    [
        (("Pedro", "Inés"), "es", "Pedro e Inés"),
        (("Pedro", "Irma"), "es-MX", "Pedro e Irma"),
        (("español", "inglés"), "es", "español e inglés"),
        (("agua", "hielo"), "es", "agua y hielo"),
        (("Marta", "Iago"), "es", "Marta y Iago"),
        (("padres", "hijos"), "es", "padres e hijos"),
        (("Rosa", "Yves"), "es", "Rosa e Yves"),
        (("Rosa", "Yolanda"), "es", "Rosa y Yolanda"),
        (("A", "<bdi>Íñigo</bdi>"), "es", "A e <bdi>Íñigo</bdi>"),
        (("A", "«Il Faro»"), "es", "A e «Il Faro»"),
        (("Irma", "Pedro"), "es", "Irma y Pedro"),
        (("Inés",), "es", "Inés"),
        (("Anna", "Elena"), "it", "Anna ed Elena"),
        (("Anna", "Irene"), "it", "Anna e Irene"),
        (("Anna", "Irene"), "en", "Anna and Irene"),
        (("Anna", "Inês"), "pt", "Anna e Inês"),
    ],
)
def test_the_last_item_of_a_list_is_joined_by_its_sound(
    items: tuple[str, ...], reader: str, listed: str
) -> None:
    assert languages.listed(items, reader=reader) == listed


@pytest.mark.parametrize(
    ("items", "listed"),
    [
        (("Lima", "Oslo"), "Lima u Oslo"),
        (("mes", "hora"), "mes u hora"),
        (("7", "8"), "7 u 8"),
        (("10", "11"), "10 u 11"),
        (("100", "110"), "100 o 110"),
        (("Oslo", "Lima"), "Oslo o Lima"),
    ],
)
def test_alternatives_in_spanish_are_joined_by_their_sound(items: tuple[str, ...], listed: str) -> None:
    assert languages.listed(items, reader="es", style="or") == listed
