"""What stories about percents share: things and people, prices, rising and falling."""

from ..nouns import word

PCT = "percent(?:age)?"
A = r"(?:an?|the|this|one|my|his|her|their|our|your)"
MODIFIER = (
    r"(?:new|used|old|winter|summer|leather|cotton|wool|woollen|red|blue|green|black|white|football|school|sports|"
    r"mobile|computer|video|electric|mountain|concert|train|bus|television|tv|restaurant|pair of|bottle of|box of|"
    r"bag of|tube of|jar of)"
)
ITEM = (
    r"(?:the (?:original |normal |regular |usual )?(?:price|cost) of )?"
    rf"{A} (?:{MODIFIER} )?(?!never|not|except)[a-z]+(?:'s price)?"
)
IT = rf"(?:it|they|{ITEM}|the price|the cost|its price)"
MAYBE_IT = rf"(?:{IT} )?"
MONEY = r"(?: (?:dollars|pounds|euros))?"
WHAT = r"(?:what is|what was|what's|find|calculate|work out|determine|what will be|what would be)"
PERSON = rf"(?:you|i|he|she|we|they|{word('who')})"
SUBJECT = (
    rf"(?:(?:the|an?|his|her|my|its) (?:price|cost|value|number|population|salary|wage|rent|weight|mass|height|"
    rf"length|"
    rf"score|speed|pay|fare|bill|membership|attendance)(?: of {A}? ?(?:{MODIFIER} )?[a-z]+)?|{A} [a-z]+'s "
    r"(?:price|population|salary|weight|height|value|wage|rent|score|pay))"
)
_THEN = "(?:then )?"
RISES = (
    rf"(?:{_THEN}(?:rises|increases|goes up|grows)|{_THEN}(?:rose|increased|went up|grew)|(?:is|was) "
    rf"{_THEN}(?:increased|raised))"
)
FALLS = (
    rf"(?:{_THEN}(?:falls|decreases|goes down|drops)|{_THEN}(?:fell|decreased|went down|dropped)|(?:is|was) "
    rf"{_THEN}(?:decreased|lowered|reduced))"
)
TAX = r"(?:sales tax|tax|vat|service charge|service|gst)"
ALL_OFF = (
    rf"(?:in|at|during) {A} sale,? (?:all )?(?:the )?prices are (?:reduced|cut) by {{percent:percent}}",
    r"(?:a|the) (?:shop|store) (?:has|gives|offers|takes) (?:an? )?{percent:percent} (?:off|discount on) "
    r"everything",
    r"everything (?:in (?:a|the) (?:shop|store|sale) )?is {percent:percent} off",
)
