"""What the schemas of QTI 2.1, of content packages and of SCORM 1.2 say of the elements that our packages use.

The schemas are in no package that can be installed. This is written from their text; docs/exercises.md tells what was
compared, and when.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

# What a schema says of each element that a package may hold: the attributes that it needs, those that it may have, and
# its children in their order, as a regular expression, of those that a package uses. `#` stands for words.
XSI, XML = "{http://www.w3.org/2001/XMLSchema-instance}", "{http://www.w3.org/XML/1998/namespace}"
BODY = f"id class {XML}lang label"
INTERACTION = f"{BODY} {XML}base shuffle"
CHOICE = f"{BODY} fixed templateIdentifier showHide"
DECLARED, RULE = "identifier cardinality", "(responseCondition|setOutcomeValue)"
BLOCK = "(p|choiceInteraction|orderInteraction|matchInteraction)"

# imsqti_v2p1.xsd
GRAMMAR = {
    "assessmentItem": (
        "identifier title timeDependent",
        f"{XML}lang {XSI}schemaLocation label toolName toolVersion adaptive",
        "(responseDeclaration )*(outcomeDeclaration )*(itemBody )?(responseProcessing )?(modalFeedback )*",
    ),
    "responseDeclaration": (DECLARED, "baseType", "(defaultValue )?(correctResponse )?(mapping )?"),
    "outcomeDeclaration": (
        DECLARED,
        "baseType view interpretation longInterpretation normalMaximum normalMinimum masteryValue",
        "(defaultValue )?",
    ),
    "correctResponse": ("", "interpretation", "(value )+"),
    "defaultValue": ("", "interpretation", "(value )+"),
    "value": ("", "fieldIdentifier baseType", "#"),
    "mapping": ("", "lowerBound upperBound defaultValue", "(mapEntry )+"),
    "mapEntry": ("mapKey mappedValue", "caseSensitive", ""),
    "itemBody": ("", BODY, f"({BLOCK} )+"),
    "choiceInteraction": (
        "responseIdentifier",
        f"{INTERACTION} maxChoices minChoices orientation",
        "(prompt )?(simpleChoice )+",
    ),
    "orderInteraction": (
        "responseIdentifier",
        f"{INTERACTION} maxChoices minChoices orientation",
        "(prompt )?(simpleChoice )+",
    ),
    "matchInteraction": (
        "responseIdentifier",
        f"{INTERACTION} maxAssociations minAssociations",
        "(prompt )?simpleMatchSet simpleMatchSet ",
    ),
    "simpleMatchSet": ("", "", "(simpleAssociableChoice )*"),
    "simpleChoice": ("identifier", CHOICE, "#"),
    "simpleAssociableChoice": ("identifier matchMax", f"{CHOICE} matchMin matchGroup", "#"),
    "prompt": ("", BODY, "#"),
    "p": ("", f"{BODY} {XML}base", "#(a )*"),
    "a": ("href", f"{BODY} {XML}base type", "#"),
    "responseProcessing": ("", "template templateLocation", f"({RULE} )*"),
    "responseCondition": ("", "", "responseIf (responseElseIf )*(responseElse )?"),
    "responseIf": ("", "", f"match ({RULE} )*"),
    "match": ("", "", "((variable|correct) ){2}"),
    "variable": ("identifier", "weightIdentifier", ""),
    "correct": ("identifier", "", ""),
    "setOutcomeValue": ("identifier", "", "(baseValue|mapResponse) "),
    "baseValue": ("baseType", "", "#"),
    "mapResponse": ("identifier", "", ""),
    "modalFeedback": ("outcomeIdentifier identifier showHide", "title", "#(p )*"),
    "assessmentTest": (
        "identifier title",
        f"{XSI}schemaLocation toolName toolVersion",
        "(outcomeDeclaration )*(testPart )+",
    ),
    "testPart": ("identifier navigationMode submissionMode", "", "(assessmentSection )+"),
    "assessmentSection": ("identifier title visible", "fixed required keepTogether", "(assessmentItemRef )*"),
    "assessmentItemRef": ("identifier href", "required fixed category", ""),
}
# imscp_v1p1.xsd; for SCORM 1.2 imscp_rootv1p1p2.xsd says the same of these, and adlcp_rootv1p2.xsd adds an attribute.
ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
PACKAGING = {
    "manifest": ("identifier", f"version {XSI}schemaLocation {XML}base", "(metadata )?organizations resources "),
    "metadata": ("", "", "(schema )?(schemaversion )?"),
    "schema": ("", "", "#"),
    "schemaversion": ("", "", "#"),
    "organizations": ("", "default", "(organization )*"),
    "organization": ("identifier", "structure", "(title )?(item )*"),
    "item": ("identifier", "identifierref isvisible parameters", "(title )?(item )*"),
    "title": ("", "", "#"),
    "resources": ("", f"{XML}base", "(resource )*"),
    "resource": ("identifier type", f"href {XML}base {ADL}scormtype", "(metadata )?(file )*(dependency )*"),
    "file": ("href", "", ""),
    "dependency": ("identifierref", "", ""),
}
# The values that a schema lists, and its types of identifiers, of numbers, and of true or false.
TYPES = "boolean|directedPair|duration|file|float|identifier|integer|pair|point|string|uri"
NAMED = r"[A-Za-z_][\w.-]*"
LISTED = {
    "cardinality": "multiple|ordered|record|single",
    "baseType": TYPES,
    "showHide": "show|hide",
    "navigationMode": "linear|nonlinear",
    "submissionMode": "individual|simultaneous",
    **dict.fromkeys(("adaptive", "timeDependent", "shuffle", "visible", "isvisible"), "true|false"),
    **dict.fromkeys(("maxChoices", "maxAssociations", "matchMax"), r"\d+"),
    **dict.fromkeys(("lowerBound", "upperBound", "defaultValue", "mappedValue"), r"-?\d+(\.\d+)?"),
    **dict.fromkeys(("identifier", "responseIdentifier", "outcomeIdentifier", "default"), NAMED),
    f"{ADL}scormtype": "asset|sco",
    "version": ".{1,20}",
}


def bare(tag: str) -> str:
    """A tag without its namespace."""
    return tag.rpartition("}")[2]


def wrong_in(root: Element, grammar: dict[str, tuple[str, str, str]]) -> list[str]:
    """What of an XML tree a grammar does not know: [words]."""
    wrong = []
    for element in root.iter():
        name = bare(element.tag)
        needed, may, content = grammar[name]
        attributes, needed = set(element.attrib), set(needed.split())
        if not needed <= attributes <= needed | set(may.split()):
            wrong.append(f"{name}: attributes {sorted(attributes)}")
        for key, value in element.attrib.items():
            if key in LISTED and not re.fullmatch(LISTED[key], value):
                wrong.append(f"{name} {key}: {value}")
        words = "".join([element.text or "", *(child.tail or "" for child in element)]).strip()
        if words and "#" not in content:
            wrong.append(f"{name}: words {words!r}")
        children = "".join(f"{bare(child.tag)} " for child in element)
        if not re.fullmatch(content.replace("#", ""), children):
            wrong.append(f"{name}: children {children}")
    return wrong
