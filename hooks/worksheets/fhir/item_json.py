"""Items as the JSON of one release of FHIR."""

from typing import Any

from ..exercises.questionnaire_items import Answer, AnswerTest, Enabled, Item
from .addresses import Addresses
from .releases import Release
from .rich_text import plain, xhtml

Json = dict[str, Any]

HL7 = "http://hl7.org/fhir"
CORE = f"{HL7}/StructureDefinition"
SDC = f"{HL7}/uv/sdc/StructureDefinition"
FHIRPATH = "text/fhirpath"


def item_json(item: Item, addresses: Addresses, release: Release) -> Json:
    """An item with all that is in it. `addresses` names the systems of its codes."""
    written: Json = {"linkId": item.link_id}
    if extensions := _extensions(item):
        written = {"extension": extensions} | written
    if item.text:
        written["text"] = plain(item.text) if item.is_prose else item.text
        if item.is_prose and (rich := xhtml(item.text)):
            written["_text"] = {"extension": [_extension(f"{CORE}/rendering-xhtml", "String", rich)]}
    written["type"] = release.choice if item.type == "choice" else item.type
    if item.enabled and item.enabled.tests:
        written |= _enable_when(item.enabled, addresses)
    if item.repeats:
        written["repeats"] = True
    if item.calculated:
        written["readOnly"] = True
    if item.answers:
        system = addresses.answers(item.link_id)
        written["answerOption"] = [_answer_option(answer, system, release) for answer in item.answers]
    if item.items:
        written["item"] = [item_json(one, addresses, release) for one in item.items]
    return written


def _extensions(item: Item) -> list[Json]:
    found = []
    if item.control:
        coded = _coded(f"{HL7}/questionnaire-item-control", item.control)
        found.append(_extension(f"{CORE}/questionnaire-itemControl", "CodeableConcept", coded))
    if item.is_row:
        found.append(_extension(f"{CORE}/questionnaire-choiceOrientation", "Code", "horizontal"))
    if item.is_instruction:
        coded = _coded(f"{HL7}/questionnaire-display-category", "instructions")
        found.append(_extension(f"{CORE}/questionnaire-displayCategory", "CodeableConcept", coded))
    if item.most:
        found.append(_extension(f"{CORE}/questionnaire-maxOccurs", "Integer", item.most))
    if item.calculated:
        found.append(_expression("calculatedExpression", item.calculated))
    if item.enabled and item.enabled.expression:
        found.append(_expression("enableWhenExpression", item.enabled.expression))
    return found


def _extension(url: str, type_: str, value: object) -> Json:
    return {"url": url, f"value{type_}": value}


def _coded(system: str, code: str) -> Json:
    return {"coding": [{"system": system, "code": code}]}


def _expression(name: str, expression: str) -> Json:
    value = {"language": FHIRPATH, "expression": expression}
    return _extension(f"{SDC}/sdc-questionnaire-{name}", "Expression", value)


def _answer_option(answer: Answer, system: str, release: Release) -> Json:
    weight = {} if answer.weight is None else {"extension": [_extension(release.weight, "Decimal", answer.weight)]}
    return weight | {"valueCoding": {"system": system, "code": answer.code, "display": answer.words}}


def _enable_when(enabled: Enabled, addresses: Addresses) -> Json:
    tests = [_test(test, addresses) for test in enabled.tests]
    behaviour = {"enableBehavior": "any" if enabled.any_ else "all"} if len(tests) > 1 else {}
    return {"enableWhen": tests} | behaviour


def _test(test: AnswerTest, addresses: Addresses) -> Json:
    written: Json = {"question": test.question, "operator": test.operator}
    if isinstance(test.wanted, str):
        return written | {"answerCoding": {"system": addresses.answers(test.question), "code": test.wanted}}
    return written | {"answerBoolean": test.wanted}
