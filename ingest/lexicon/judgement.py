"""Words that judge: whoever calls something so says that it is good, bad, right or wrong."""

from __future__ import annotations

from ingest.lexicon.words import listed

GOOD = listed(
    """
    admirable amazing ambitious appropriate attractive beautiful best better blessing bold boost brave brilliant
    clever commendable courageous crucial decent deserved desirable dream effective encouraging essential excellent
    exciting exemplary extraordinary fair fantastic fine fitting generous genius gift good great greatest happy
    helpful heroic historic honest honor honorable honour honourable hopeful humane ideal important impressive
    incredible indispensable inspiring invaluable joy justified landmark lifeline lovely magnificent marvellous
    marvelous miracle necessary outstanding perfect pleased pleasure popular positive powerful precious prestigious
    privilege promising proper proud proudest prudent qualified reasonable refreshing relief remarkable responsible
    right robust sensible significant smart sound special splendid strong stunning success superb superior terrific
    tremendous triumph useful valuable victory vital welcome win win-win wise wonderful worthwhile worthy
    """
)
"""Words of praise and of weight."""

BAD = listed(
    """
    abhorrent absurd abuse abysmal appalling arbitrary arrogant assault astonishing atrocious attack awful bad
    barbaric betrayal bizarre blow blunder blunt bully burden cheap clumsy corrupt counterproductive cowardly crazy
    crooked cruel curse cynical daft damaging danger dangerous dead deadly deceptive deplorable despicable
    disappointed disappointing disaster disastrous discredited disgrace disgraceful disgusting dishonest
    disqualifying distraction disturbing divisive dreadful embarrassing embarrassment excessive excuse expensive
    extreme extremist failure false farce farcical flawed folly foolish fraud futile ghastly gimmick grotesque
    half-hearted harmful hateful heartless hollow hopeless horrible horrific horrifying humiliating humiliation
    hypocrisy hypocrite hypocritical illegitimate immoral inadequate incompetent inconclusive inconsistent
    indefensible ineffective inexcusable inhumane insane insult insulting intolerable irrelevant irresponsible joke
    lamentable laughable lazy lie lies ludicrous luxury meaningless menace mess misguided misleading mistake
    mistaken mockery monstrous naive naïve negligent nightmare nonsense nonsensical obscene obsolete offensive
    outdated outrage outrageous overblown painful pathetic perverse phoney phony pity pointless poor premature
    problem punitive racist rash recipe reckless regrettable repugnant ridiculous rigged risk rubbish sad scandal
    scandalous selfish senseless serious sexist sham shame shameful shocking sick silly sinister slap sloppy
    smokescreen stunt stupid terrible theatre threat timid toothless top-heavy toxic tragedy tragic troubling ugly
    unacceptable unbelievable unconscionable undemocratic unfair unfit unfortunate unhelpful unhinged unjust
    unjustified unnecessary unprecedented unqualified unrealistic unreasonable unwise useless vague vile waste
    wasteful weak wicked woeful worrisome worrying worse worst worthless wrong
    """
)
"""Words of blame."""

JUDGING = listed(
    """
    abandon betray botch cheapen damage deserve disgrace disregard distort embarrass endanger exploit harm humiliate
    hurt ignore insult mishandle mislead mock neglect overlook overreach overstate ruin sabotage squander trample
    trivialise trivialize underestimate undermine violate waste wreck
    """
)
"""Verbs that judge by themselves what somebody does."""

FEELING = listed(
    """
    angry appalled ashamed concerned delighted devastated disgusted frustrated furious glad grateful happy
    heartbroken honored honoured horrified indebted outraged relieved saddened sorry thankful thrilled upset worried
    """
)
"""How somebody feels about something and so judges it."""

STRONG = BAD - listed(
    """
    abuse assault attack bad blow blunt burden cheap corrupt curse danger dead disaster distraction excessive excuse
    expensive extreme extremist false fraud hollow illegitimate inadequate joke lie lies luxury mess mistake
    outdated pity poor premature problem racist recipe risk sad serious sick sinister slap theatre threat tragedy
    unnecessary waste weak worse worst wrong
    """
) | listed(
    """
    admirable amazing appallingly badly betrayed brilliant commendable courageous disgracefully excellent exemplary
    fantastic heroic incredible magnificent marvellous marvelous outstanding remarkable shamefully splendid superb
    terrific tremendous unfairly wonderful wrongly
    """
)
"""Words that judge wherever they stand, and not only as what is said of something."""
