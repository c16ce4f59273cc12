"""The words of saying, as pieces of patterns."""

SAID = (
    r"(?:said|says|told|tells|adds|added|notes|noted|remarks|remarked|explains|explained|shares|shared"
    r"|continues|continued|recalls"
    r"|recalled|teases|teased|reveals|revealed|admits|admitted|wrote|writes|tweeted|posted|confirms|confirmed"
    r"|states|stated|comments"
    r"|commented|jokes|joked|quips|quipped|muses|mused|replies|replied|responds|responded|answers|answered"
    r"|insists|insisted|declares"
    r"|declared|announces|announced|observes|observed|concludes|concluded|reflects|reflected|laughs|laughed"
    r"|confesses|confessed|hints"
    r"|hinted|promises|promised|acknowledges|acknowledged|gushes|gushed|exclaims|exclaimed|elaborates"
    r"|elaborated|points out|pointed out"
    r"|goes on|went on|remembers|remembered|argues|argued|suggests|suggested|maintains|maintained|warns"
    r"|warned|cautions|cautioned|vows"
    r"|vowed|emphasizes|emphasized|stresses|stressed|claims|claimed|clarifies|clarified|opines|opined"
    r"|enthuses|enthused|chimes in"
    r"|chimed in|sums up|summed up|agrees|agreed|asks|asked|wonders|wondered|begins|began|expresses|expressed"
    r"|calls|called|describes"
    r"|described|credits|praised|praises|offers|offered|counters|countered|laments|lamented|sighs|sighed"
    r"|mentions|mentioned|captioned"
    r"|reiterates|reiterated|asserts|asserted|deadpans|deadpanned|cracks|cracked)"
)
TOLD_ON = (
    r"(?:adding|saying|noting|telling|explaining|continuing|writing|joking|concluding|revealing|admitting|sharing"
    r"|teasing|stating|remarking|insisting|recalling|confessing)"
)
AUX = (
    r"(?:has|have|had|also|later|then|recently|once|previously|further|even|first|simply|went on to|goes on to"
    r"|would|did|only|just|exclusively|quickly|[a-z]+ly|reportedly)"
)
TELLING = r"(?:tell|say|add|note|explain|share|admit|reveal|write)"
NOUN = (
    r"(?:actress|actor|star|showrunner|creator|producer|executive producer|executive|exec|author|writer|novelist"
    r"|director|comedian|performer|co-creator|filmmaker|host)"
)
