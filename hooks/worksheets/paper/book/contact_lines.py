"""Who answers for a copy, as the first pages of its book say it."""

from ...editions.brand import Brand


def contact_lines(brand: Brand) -> list[str]:
    """Who it is and how to reach them, one line each."""
    reach = brand.contacts
    lines = [brand.legal_name, *reach.address, reach.phone, reach.hours, reach.email, reach.web]
    return [line for line in lines if line]
