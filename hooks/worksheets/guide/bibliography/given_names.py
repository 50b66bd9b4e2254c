"""Common given names, without accents: by them a list of people is told from one person with several family names."""

import unicodedata

GIVEN_NAMES = frozenset(
    """
    aaron abigail adam adrian agnes ahmed alan albert alberto alejandro alessandro alex alexander alexandra alfred alice
    alicia alison amanda amir amit amy ana anders andrea andreas andrew andre anette angela anita anja ann anna anne
    annette antoine anton antonio arjun arne arthur astrid barbara beatrice ben benjamin bernard bernd beth birgit bjorn
    bob brenda brian bruce bruno camille carla carlos carmen carol caroline catherine cecilia charles charlotte chiara
    chris christian christina christine christoph christopher claire clara claudia colin connie craig cynthia dan daniel
    daniela dariusz david deborah debra denise dennis diana diane dirk dolores dominik donald donna dorothy douglas eduardo
    edward elaine elena elisabeth elizabeth ellen emily emma eric erik ernst esther eva evelyn fatima felix fernando
    francesca francesco francis francisco frank franz frederick fritz gabriel gabriele gary george georg gerald gerhard
    giovanni giulia giuseppe gloria gordon graham greg gregory gunter hannah hans harold harry heather heidi heinrich
    helen helena helga henri henry herbert hiroshi howard hugo ian ines inge ingrid irene isabel isabella ivan jack
    jacob jacqueline jacques james jamie jan jane janet janice jason javier jean jeffrey jennifer jens jeremy jessica
    jill jim joan joanna joanne joao joel johan johann johannes john jonathan jorge jose josef joseph joshua juan judith
    julia julian julie jurgen justin karen karin karl katarzyna kate katharina katherine kathleen kathryn katie kazuo
    keith kelly kenneth kenji kevin kim kimberly klaus krzysztof lars laura lauren laurent lena leonard leslie linda lisa
    lois lorenzo louis louise lucas lucia lucy luigi luis luisa lukas magdalena manfred marc marco margaret maria marie
    marina mario marion marjorie mark markus marta martha martin martina mary mathias matthew matthias maureen max mehmet
    melanie melissa michael michel michele michelle miguel mikael mohamed mohammad mohammed monica monika nancy natalia
    nathan neil nicholas nicola nicolas nicole nina nora olaf oliver olivier oscar pablo pamela paola paolo patricia
    patrick paul paula paulo pedro peggy per peter petra philip philipp philippe phillip phyllis pierre pietro priya
    rachel raj ralf ralph ravi raymond rebecca rene renee ricardo richard rita robert roberta roberto robin roger roland
    ronald rosa rosemary ross roy russell ruth sally samuel sandra sara sarah scott sean sebastian sergio sharon sheila
    shelly shirley silvia simon sofia sonia sophie stanley stefan stefanie stephanie stephen steven stuart sue susan
    susanne suzanne sven sylvia takashi tanya teresa terry theresa thomas tim timothy tobias todd tom toshio tracy ulrich
    ulrike ursula uwe vanessa vera veronica victor victoria vincent virginia walter wayne wendy werner wilhelm william
    wolfgang xavier yoko yolanda yusuf yuki yvonne
    """.split()
)


def is_given_name(word: str) -> bool:
    """Whether a word is a common given name, whatever its accents; of `Anne-Marie` the first part counts."""
    letters = unicodedata.normalize("NFD", word.lower().partition("-")[0])
    return "".join(letter for letter in letters if not unicodedata.combining(letter)) in GIVEN_NAMES
