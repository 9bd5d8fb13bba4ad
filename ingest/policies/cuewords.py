"""Single words that govern a policy, by what they say of it: that it is wanted, promised, refused, judged."""

from __future__ import annotations

from ingest.policies.cues import forms

_VERBS = {
    "want": "want seek hope aim intend wish plan prepare try need decide agree opt choose consider weigh work aspire "
    "strive attempt expect move",
    "propose": "propose urge recommend suggest advocate push press demand request ask lobby insist call argue appeal "
    "outline unveil introduce draft sponsor float",
    "promise": "promise pledge vow commit guarantee swear assure threaten offer",
    "support": "support back favor favour endorse welcome defend praise champion embrace applaud approve promote "
    "encourage tout prefer uphold justify hail maintain preserve",
    "oppose": "oppose reject criticise criticize condemn denounce slam blast protest object resist fight attack "
    "challenge block decry bash mock ridicule dismiss accuse blame deride deplore assail sue veto disagree",
    "warn": "warn caution fear worry threat",
    "doubt": "doubt question dispute",
    "end": "end stop ban prevent avoid refrain abandon abolish cancel drop halt lift overturn repeal rescind reverse "
    "revoke scrap suspend withdraw eliminate curb limit restrict",
    "adopt": "adopt enact pass implement impose institute launch sign ratify order allow authorize authorise require "
    "force permit direct instruct begin start continue resume expand announce create establish negotiate",
    "refuse": "refuse decline fail",
}
_OTHERS = {
    "propose": "proposal proposals plan plans call calls demand demands push bid request requests recommendation "
    "recommendations suggestion suggestions platform agenda proposed planned",
    "promise": "promise promises pledge pledges vow commitment commitments threat threats",
    "support": "support backing endorsement favor favour supporter supporters proponent proponents advocate advocates "
    "supportive",
    "oppose": "opposition criticism objection objections rejection condemnation against opponent opponents critic "
    "critics opposed critical",
    "warn": "warning warnings risk risks danger dangers concern concerns fears worries concerned afraid worried",
    "doubt": "skeptical sceptical doubts skepticism scepticism uncertain",
    "adopt": "decision decisions policy policies bill bills law laws legislation order orders measure measures rule "
    "rules effort efforts attempt attempts move moves step steps strategy strategies approach program programs",
    "judge": "mistake wrong right essential crucial vital important necessary illegal unconstitutional dangerous bad "
    "good best better unfair unlawful harmful necessary disaster irresponsible reckless effective goal idea way need",
    "should": "should must ought shall",
    "would": "would could might may",
    "will": "will won't",
}


def _words() -> dict[str, str]:
    found = {form: kind for kind, verbs in _VERBS.items() for verb in verbs.split() for form in forms(verb)}
    return found | {word: kind for kind, words in _OTHERS.items() for word in words.split() if word not in found}


CUE_WORDS: dict[str, str] = _words()
"""The words, in all their forms, with what they say."""
