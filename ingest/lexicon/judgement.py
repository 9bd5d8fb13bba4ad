"""Words that judge: whoever calls something so says that it is good, bad, right or wrong."""

from __future__ import annotations

from ingest.lexicon.words import listed

GOOD = listed(
    """
    admirable amazing ambitious appropriate attractive beautiful best better bold brave brilliant clever commendable
    courageous crucial decent deserved desirable effective encouraging essential excellent exciting exemplary
    extraordinary fair fantastic fine fitting generous genius good great greatest happy helpful heroic historic
    honest honorable honourable hopeful humane ideal important impressive incredible indispensable inspiring
    invaluable justified landmark lovely magnificent marvellous marvelous necessary outstanding perfect pleased
    popular positive powerful precious prestigious promising proper proud proudest prudent qualified reasonable
    refreshing remarkable responsible right robust sensible significant smart sound special splendid strong stunning
    superb superior terrific tremendous triumph useful valuable vital welcome wise wonderful worthwhile worthy
    """
)
"""Words of praise and of weight."""

BAD = listed(
    """
    abhorrent absurd abuse abysmal appalling arbitrary arrogant astonishing atrocious awful bad barbaric betrayal
    bizarre blunder blunt bully burden cheap clumsy corrupt counterproductive cowardly crazy crooked cruel cynical
    daft damaging dangerous dead deadly deceptive deplorable despicable disappointed disappointing disaster
    disastrous discredited disgrace disgraceful disgusting dishonest disqualifying disturbing divisive dreadful
    embarrassing embarrassment excessive expensive extreme extremist failure false farce farcical flawed folly
    foolish fraud futile ghastly grotesque half-hearted harmful hateful heartless hollow hopeless horrible horrific
    horrifying humiliating humiliation hypocrisy hypocrite hypocritical illegitimate immoral inadequate incompetent
    inconclusive inconsistent indefensible ineffective inexcusable inhumane insane insult insulting intolerable
    irrelevant irresponsible joke lamentable laughable lazy lie lies ludicrous meaningless menace mess misguided
    misleading mistake mistaken mockery monstrous naive naïve negligent nightmare nonsense nonsensical obscene
    obsolete offensive outdated outrage outrageous overblown painful pathetic perverse phoney phony pointless poor
    premature punitive racist rash reckless regrettable repugnant ridiculous rigged rubbish sad scandal scandalous
    selfish senseless serious sexist sham shame shameful shocking sick silly sinister sloppy stunt stupid terrible
    theatre threat timid toothless top-heavy toxic tragedy tragic troubling ugly unacceptable unbelievable
    unconscionable undemocratic unfair unfit unfortunate unhelpful unhinged unjust unjustified unnecessary
    unprecedented unqualified unrealistic unreasonable unwise useless vague vile waste wasteful weak wicked woeful
    worrisome worrying worse worst worthless wrong
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
    abuse bad blunt burden cheap corrupt dead disaster excessive expensive extreme extremist false fraud hollow
    illegitimate inadequate joke lie lies mess mistake outdated poor premature racist sad serious sick sinister
    theatre threat tragedy unnecessary waste weak worse worst wrong
    """
) | listed(
    """
    admirable amazing appallingly badly betrayed brilliant commendable courageous disgracefully excellent exemplary
    fantastic heroic incredible magnificent marvellous marvelous outstanding remarkable shamefully splendid superb
    terrific tremendous unfairly wonderful wrongly
    """
)
"""Words that judge wherever they stand, and not only as what is said of something."""
