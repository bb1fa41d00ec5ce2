"""Word problems of our own with drawn numbers: the text, the steps a teacher would take, and one formula as a check.

`numbers` draws values that make sense by construction (divisions come out even, nobody gives away more than he has),
so nothing is computed here. In `steps` each line is `variable = expression # what the step does.`
"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

NAMES = (
    "Ada Amir Anouk Bilal Chiara Dario Elif Emeka Farah Goran Hana Ines Jonas Kaito Lena Mateo Mina Nadia Oskar Priya "
    "Quinn Rosa Sami Tariq Uma Viktor Wanda Yara Zeno"
).split()
THINGS = (
    "apples badges beads buttons cards coins crayons cookies eggs erasers flowers keys marbles muffins pears pencils "
    "plums postcards ribbons seeds shells stamps stickers stones"
).split()


@dataclass(frozen=True)
class Story:
    """A word problem with blanks: `{name}`, `{friend}`, `{things}` and every number by its name."""

    text: str
    numbers: Callable[[Random], dict[str, int]]
    steps: str
    check: str


def _between(**ranges: tuple[int, int]) -> Callable[[Random], dict[str, int]]:
    return lambda random: {name: random.randint(*ends) for name, ends in ranges.items()}


def _shared(random: Random) -> dict[str, int]:
    friends, each = random.randint(3, 9), random.randint(4, 15)
    boxes = random.choice([n for n in range(2, 10) if (friends * each) % n == 0])
    return {"boxes": boxes, "in_a_box": friends * each // boxes, "friends": friends}


def _spent(random: Random) -> dict[str, int]:
    price, count, left = random.randint(2, 9), random.randint(3, 8), random.randint(5, 40)
    return {"money": price * count + left, "count": count, "price": price}


def _percent(random: Random) -> dict[str, int]:
    return {
        "price": 20 * random.randint(2, 15),
        "percent": 5 * random.randint(2, 10),
        "count": random.randint(2, 6),
    }


def _part(random: Random) -> dict[str, int]:
    bottom = random.choice([3, 4, 5, 6, 8, 10])
    return {"total": bottom * random.randint(4, 20), "top": random.randint(1, bottom - 2), "bottom": bottom}


def _pages(random: Random) -> dict[str, int]:
    a_day, days, read = random.randint(8, 25), random.randint(3, 9), random.randint(20, 90)
    return {"pages": a_day * days + read, "pages_read": read, "pages_a_day": a_day}


def _teams(random: Random) -> dict[str, int]:
    teams, size = random.randint(3, 9), random.randint(4, 8)
    girls = random.randint(teams, teams * size - teams)
    return {"girls": girls, "boys": teams * size - girls, "team_size": size}


STORIES = (
    Story(
        "{name} buys {packs} packs of {things} with {in_a_pack} {things} in each pack and gives {given_away} of them "
        "to {friend}. How many {things} does {name} have left?",
        _between(packs=(3, 9), in_a_pack=(6, 15), given_away=(2, 17)),
        """
        all_{things} = packs * in_a_pack # All {things}: packs times {things} in a pack.
        {things}_left = all_{things} - given_away # {things} left: all of them without those given away.
        """,
        "packs * in_a_pack - given_away",
    ),
    Story(
        "{name} has {boxes} boxes with {in_a_box} {things} each and shares all of them equally among {friends} "
        "friends. How many {things} does each friend get?",
        _shared,
        """
        all_{things} = boxes * in_a_box # All {things}: boxes times {things} in a box.
        {things}_for_each_friend = all_{things} // friends # {things} for each friend: all of them shared equally.
        """,
        "Fraction(boxes * in_a_box, friends)",
    ),
    Story(
        "{name} has {money} dollars and buys {count} {things} for {price} dollars each. How many dollars are left?",
        _spent,
        """
        money_spent = count * price # Money spent: how many were bought times the price of one.
        money_left = money - money_spent # Money left: the money at the start without what was spent.
        """,
        "money - count * price",
    ),
    Story(
        "A jacket costs {price} dollars and is sold at {percent} percent off. {name} buys {count} of these jackets. "
        "How many dollars does {name} pay?",
        _percent,
        """
        discount_on_one = price * Fraction(percent, 100) # Discount on one jacket: the percent of its price.
        sale_price = price - discount_on_one # Sale price: the price without the discount.
        total_paid = count * sale_price # Total paid: jackets times the sale price.
        """,
        "count * price * Fraction(100 - percent, 100)",
    ),
    Story(
        "There are {total} {things} in a jar. {name} takes {top}/{bottom} of them. How many {things} stay in the jar?",
        _part,
        """
        {things}_taken = total * Fraction(top, bottom) # {things} taken: the fraction of all of them.
        {things}_in_the_jar = total - {things}_taken # {things} that stay: all of them without those taken.
        """,
        "Fraction(total * (bottom - top), bottom)",
    ),
    Story(
        "A book has {pages} pages. {name} has read {pages_read} pages and reads {pages_a_day} pages a day from now on. "
        "How many more days does {name} need?",
        _pages,
        """
        pages_to_go = pages - pages_read # Pages to go: all pages without those already read.
        days_needed = pages_to_go // pages_a_day # Days needed: pages to go shared into pages a day.
        """,
        "Fraction(pages - pages_read, pages_a_day)",
    ),
    Story(
        "A sports club has {girls} girls and {boys} boys. They form teams of {team_size}. How many teams are there?",
        _teams,
        """
        children = girls + boys # Children: girls and boys together.
        teams = children // team_size # Teams: children shared into teams.
        """,
        "Fraction(girls + boys, team_size)",
    ),
    Story(
        "{name} earns {wage} dollars an hour and works {hours} hours a day for {days} days. Then {name} spends "
        "{spent} dollars on a gift for {friend}. How many dollars does {name} keep?",
        _between(wage=(9, 25), hours=(3, 8), days=(2, 6), spent=(10, 50)),
        """
        hours_worked = hours * days # Hours worked: hours a day times days.
        money_earned = wage * hours_worked # Money earned: the wage for an hour times the hours worked.
        money_kept = money_earned - spent # Money kept: money earned without what was spent.
        """,
        "wage * hours * days - spent",
    ),
    Story(
        "{name} collects {first} {things}. {friend} collects {more} more than that. How many {things} do they have "
        "together?",
        _between(first=(8, 60), more=(3, 35)),
        """
        {things}_of_the_friend = first + more # {things} of {friend}: those of {name} and the extra ones.
        {things}_together = first + {things}_of_the_friend # {things} together: both collections.
        """,
        "2 * first + more",
    ),
    Story(
        "{name} has {first} {things} and {friend} has {factor} times as many. How many more {things} does {friend} "
        "have than {name}?",
        _between(first=(6, 40), factor=(3, 9)),
        """
        {things}_of_the_friend = factor * first # {things} of {friend}: the factor times those of {name}.
        how_many_more = {things}_of_the_friend - first # How many more: the difference of the two.
        """,
        "(factor - 1) * first",
    ),
    Story(
        "A bus starts with {start} people. At the first stop {off} get off and {on} get on. At the second stop "
        "{second_on} more get on. How many people are on the bus now?",
        _between(start=(18, 45), off=(2, 17), on=(1, 15), second_on=(1, 12)),
        """
        after_getting_off = start - off # People after some get off: those at the start without those who leave.
        after_first_stop = after_getting_off + on # People after the first stop: and those who get on.
        people_now = after_first_stop + second_on # People now: and those who get on at the second stop.
        """,
        "start + on + second_on - off",
    ),
    Story(
        "A train goes {fast} kilometers an hour for {fast_hours} hours and then {slow} kilometers an hour for "
        "{slow_hours} hours. How many kilometers does it go in all?",
        _between(fast=(70, 140), fast_hours=(2, 6), slow=(30, 65), slow_hours=(1, 5)),
        """
        fast_part = fast * fast_hours # Fast part: its speed times its hours.
        slow_part = slow * slow_hours # Slow part: its speed times its hours.
        whole_way = fast_part + slow_part # Whole way: both parts.
        """,
        "fast * fast_hours + slow * slow_hours",
    ),
    Story(
        "{name} mixes {cups} cups of juice with water. For each cup of juice {water} cups of water are needed. A jug "
        "costs {price} dollars and holds one cup of the mixture. What do jugs for the whole mixture cost in dollars?",
        _between(cups=(3, 12), water=(2, 5), price=(2, 6)),
        """
        cups_of_water = cups * water # Cups of water: cups of juice times the water for each.
        cups_of_mixture = cups + cups_of_water # Cups of mixture: juice and water.
        cost_of_jugs = cups_of_mixture * price # Cost of the jugs: one for each cup, times the price.
        """,
        "cups * (1 + water) * price",
    ),
    Story(
        "A garden is {length} meters long and {width} meters wide. A fence around it costs {price} dollars a meter. "
        "{name} has already paid {paid} dollars. How many dollars are still to pay?",
        _between(length=(9, 30), width=(6, 20), price=(8, 25), paid=(20, 200)),
        """
        way_around = 2 * (length + width) # Way around: both long and both short sides.
        cost_of_fence = way_around * price # Cost of the fence: meters times the price of one.
        still_to_pay = cost_of_fence - paid # Still to pay: the cost without what was paid.
        """,
        "(length + width + length + width) * price - paid",
    ),
    Story(
        "{name} scored {first}, {second} and {third} points in three games. {friend} scored {friends_points} points in "
        "each of the same three games. How many more points than {friend} did {name} score in all?",
        lambda random: {
            "friends_points": (low := random.randint(5, 20)),
            "first": low + random.randint(1, 12),
            "second": low + random.randint(1, 12),
            "third": low + random.randint(1, 12),
        },
        """
        points_of_the_first = first + second + third # Points of {name}: all three games.
        points_of_the_friend = 3 * friends_points # Points of {friend}: three games with the same points.
        points_more = points_of_the_first - points_of_the_friend # How many more: the difference.
        """,
        "(first - friends_points) + (second - friends_points) + (third - friends_points)",
    ),
    Story(
        "A recipe for {people} people needs {grams} grams of flour. {name} cooks for {guests} people and has "
        "{at_home} grams at home. How many more grams are needed?",
        lambda random: {
            "people": (people := random.randint(2, 6)),
            "grams": people * 10 * random.randint(5, 12),
            "guests": people + random.randint(2, 8),
            "at_home": 10 * random.randint(3, 10),
        },
        """
        grams_for_one = grams // people # Grams for one person: the recipe shared by its people.
        grams_for_all = grams_for_one * guests # Grams for all guests: grams for one times guests.
        grams_missing = grams_for_all - at_home # Grams missing: what is needed without what is at home.
        """,
        "Fraction(grams * guests, people) - at_home",
    ),
)
