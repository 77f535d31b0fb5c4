"""Words that carry no subject: function words, and what nearly every write-up of a practice says."""

_FUNCTION_WORDS = """
    a about above across after afterwards again against all almost alone along already also although always am
    among amongst amoungst amount an and another any anyhow anyone anything anyway anywhere are around as at back
    be became because become becomes becoming been before beforehand behind being below beside besides between
    beyond bill both bottom but by call can cannot cant co con could couldnt cry de describe detail do done down
    due during each eg eight either eleven else elsewhere empty enough etc even ever every everyone everything
    everywhere except few fifteen fifty fill find fire first five for former formerly forty found four from front
    full further get give go had has hasnt have he hence her here hereafter hereby herein hereupon hers herself him
    himself his how however hundred i ie if in inc indeed interest into is it its itself keep last latter latterly
    least less ltd made many may me meanwhile might mill mine more moreover most mostly move much must my myself
    name namely neither never nevertheless next nine no nobody none noone nor not nothing now nowhere of off often
    on once one only onto or other others otherwise our ours ourselves out over own part per perhaps please put
    rather re same see seem seemed seeming seems serious several she should show side since sincere six sixty so
    some somehow someone something sometime sometimes somewhere still such system take ten than that the their them
    themselves then thence there thereafter thereby therefore therein thereupon these they thick thin third this
    those though three through throughout thru thus to together too top toward towards twelve twenty two un under
    until up upon us very via was we well were what whatever when whence whenever where whereafter whereas whereby
    wherein whereupon wherever whether which while whither who whoever whole whom whose why will with within
    without would yet you your yours yourself yourselves
"""
"""Of the Glasgow Information Retrieval Group, as in scikit-learn."""
_NUMBERS = """
    one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion first second
    third fourth fifth sixth tenth half twice thirds quarter percent plus total number numbers figures
"""
_TIMES = """
    day days daily week weeks weekly month months monthly year years yearly annual hour hours minute minutes time times
    january february march april may june july august september october november december spring summer autumn fall
    winter date dates period past earlier early late later soon long longer short shorter quick quickly slow slowly
"""
_STORYTELLING = """
    according act acts add added adds aim aimed aims allow allowed allows also answer answered approved around ask asked
    asks became began begin begun brings bring brought build built buy call called came carried carry change changed
    changes check checked checks choose chose chosen city cities close closed come comes count counted counts cover
    covered decide decided describe describes did different do does done don't draw draws drew end ended ends estimate
    estimated estimates expect expected fell find finds follow followed following found gain gained gave get gets give
    given gives go goes going good got grew grow grown hard held help helped helps high higher highest hold holds
    include included includes including instead join joined keep keeping keeps kept know known knows large larger
    largest lead leads learn learned led left let lets level like likely line list little live look looked looks lost
    low lower lowest made make makes making matter matters mean means meant meet meets met name named need needed needs
    new offer offered offers old older open opened order part partly parts people person persons place placed places
    plain plan planned plans point points possible programme programmes project projects put puts ran rate reach
    reached read reads ready real received report reported reports reports rest result results right rise rising rose
    run running runs said same saw say says see seen sees send sends sent set sets share shared shares show showed
    shown shows side sign signed similar simple single site size small smaller smallest source sources speak speaks
    spent start started starts stay stayed steps still stood stop stopped take taken takes taking tell tells thing
    things think told took total tried try turn turned turns type use used uses using usual usually value want wanted
    wants way ways went wide work worked working works worth write writes written wrote better best worse worst big
    bigger biggest compare compared comparison credit credited case cases copy copies main near right extra free real
    plainly partly roughly rather though whole aside apart along ahead away back forward inside outside together
    area areas problem problems page pages current currently nearly nearby fewer measured measure measures ones way
    solution solutions task tasks solve solved provide provided provides match matched style push pushed combined
    responded reviewed common unit units recent recently fully mostly having
    average thought cut cuts hundreds happened difference mainly looking created raised picked handled
"""
STOP_WORDS = frozenset(f"{_FUNCTION_WORDS} {_NUMBERS} {_TIMES} {_STORYTELLING}".split())

_FILLER = """
    a about above after again against all almost also although always am an and any anybody anyone anything are aren
    around as ask asks at be became because become been before being below best better between both but by can cannot
    could couldn did didn do does doesn doing don down during each either else enough ever every everybody everyone
    everything few find for from further get gets getting give given gives go goes going gone got had has hasn have
    haven having he help helped helping helps her here hers him his how i if in into is isn it its just keep keeps kind
    know known knows least less let lets like ll lot lots m made make makes making many may maybe me might mine more
    most much must my need needed needs neither never no nobody none nor not nothing now of off often on once one ones
    only onto or other others our ours out over own per perhaps please put puts quite rather re really s same shall
    she should shouldn since so some somebody someone something sometimes somewhere sort still such sure t take taken
    takes tell than that the their theirs them themselves then there these they thing things this those through thus to
    too toward towards tried tries try trying under until up upon us use used uses using usually ve very via want wanted
    wants was wasn way ways we well were weren what when where whether which while who whole whom whose why will with
    within without won work worked working works would wouldn yet you your yours d
    come comes came coming people person persons
    arent cant couldnt didnt doesnt dont hasnt havent isnt shouldnt thats wasnt whats wont wouldnt
city cities town towns municipal municipality municipalities local government governments
"""
FILLER = frozenset(_FILLER.split())
"""Words that say nothing of what is asked; every practice is a city's, so `city` is one of them."""

LIGHT = STOP_WORDS - FILLER
"""Words that say little of what is asked: numbers, times, and what every story says."""
