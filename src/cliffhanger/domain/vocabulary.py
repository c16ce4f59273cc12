"""The closed lists of words that the project speaks; foreign words are mapped onto them at a source's door."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """What is known of the successor of a season. Cancelled is not ended."""

    LIMBO = "limbo"
    RENEWED = "renewed"
    ENDING = "ending"
    CANCELLED = "cancelled"
    IN_PRODUCTION = "in_production"
    DATED = "dated"
    RETURNED = "returned"
    LIMITED = "limited"


class Status(StrEnum):
    """A catalogue's word for a whole series on the day of its file: not a dated decision."""

    RETURNING = "returning"
    ENDED = "ended"
    CANCELLED = "cancelled"
    IN_PRODUCTION = "in_production"
    PLANNED = "planned"


class Kind(StrEnum):
    """What a series is meant to be."""

    SCRIPTED = "scripted"
    LIMITED = "limited"
    DOCUMENTARY = "documentary"
    REALITY = "reality"
    TALK = "talk"
    GAME = "game"
    NEWS = "news"
    ANIMATION = "animation"
    SPORTS = "sports"
    VARIETY = "variety"


class Modality(StrEnum):
    """How a claim is meant; only an event may change a show's state."""

    EVENT = "event"
    PLAN = "plan"
    HOPE = "hope"
    RUMOUR = "rumour"
    DENIAL = "denial"
    HYPOTHETICAL = "hypothetical"


class Commitment(StrEnum):
    """How far a speaker commits to a return."""

    ORDER = "order"
    INTENT = "intent"
    HOPE = "hope"
    DOUBT = "doubt"
    DENIAL = "denial"


class Tier(StrEnum):
    """How near a source stands to the decision."""

    OFFICIAL = "official"
    TRADE = "trade press"
    TALENT = "talent interview"
    CATALOGUE = "catalogue"
    PRESS = "other press"
    RUMOUR = "rumour"


class PlatformClass(StrEnum):
    """The kinds of buyer whose habits of renewal differ."""

    BROADCAST = "broadcast"
    CABLE = "cable"
    PREMIUM = "premium cable"
    STREAMING = "streaming"
    PUBLIC = "public"
    ASIA = "asian network"
    OTHER = "other"
    UNKNOWN = "unknown"


class Verdict(StrEnum):
    """What an identity judgement says of two ids."""

    SAME = "same"
    DIFFERENT = "different"


class Predicate(StrEnum):
    """What a claim can say of a show, a season or an episode.

    Where Wikidata has a property for it, its id stands in ``WIKIDATA``.
    Date predicates carry their interval in ``valid_from`` and ``valid_to``.
    """

    TITLE = "title"
    ALIAS = "alias"
    SAME_AS = "same_as"
    KIND = "kind"
    STATUS = "status"
    START_YEAR = "start_year"
    END_YEAR = "end_year"
    NETWORK = "network"
    COUNTRY = "country"
    LANGUAGE = "language"
    GENRE = "genre"
    CONTENT_RATING = "content_rating"
    RECOMMENDED_AGE = "recommended_age"
    THEME = "theme"
    SETTING = "setting"
    SEASON_COUNT = "season_count"
    EPISODE_COUNT = "episode_count"
    PREMIERE_DATE = "premiere_date"
    FINALE_DATE = "finale_date"
    LAST_AIR_DATE = "last_air_date"
    MEAN_AIR_DATE = "mean_air_date"
    FILMING_START = "filming_start"
    FILMING_END = "filming_end"
    ANNOUNCEMENT_DATE = "announcement_date"
    ORDERED = "ordered"
    RENEWED = "renewed"
    CANCELLED = "cancelled"
    ENDING = "ending"
    RESCUED = "rescued"
    IN_LIMBO = "in_limbo"
    NEXT_SEASON_LISTED = "next_season_listed"
    SPIN_OFF_OF = "spin_off_of"
    FOLLOWS = "follows"
    BASED_ON = "based_on"
    UNIVERSE = "universe"
    CREATOR = "creator"
    CREW = "crew"
    CAST = "cast"
    GUEST = "guest"
    STATEMENT = "statement"
    ENDS_ON_CLIFFHANGER = "ends_on_cliffhanger"
    IMAGE = "image"
    AVAILABLE_ON = "available_on"
    SCORE = "score"
    CHART_RANK = "chart_rank"
    VIEWING = "viewing"


DATE_PREDICATES = frozenset(
    {
        Predicate.PREMIERE_DATE,
        Predicate.FINALE_DATE,
        Predicate.LAST_AIR_DATE,
        Predicate.MEAN_AIR_DATE,
        Predicate.FILMING_START,
        Predicate.FILMING_END,
        Predicate.ANNOUNCEMENT_DATE,
    }
)

FATES = frozenset(
    {
        Predicate.RENEWED,
        Predicate.CANCELLED,
        Predicate.ENDING,
        Predicate.ORDERED,
        Predicate.RESCUED,
        Predicate.IN_LIMBO,
    }
)
"""What decides whether a show goes on."""

WIKIDATA: dict[Predicate, str] = {
    Predicate.TITLE: "P1476",
    Predicate.NETWORK: "P449",
    Predicate.COUNTRY: "P495",
    Predicate.LANGUAGE: "P364",
    Predicate.GENRE: "P136",
    Predicate.SEASON_COUNT: "P2437",
    Predicate.EPISODE_COUNT: "P1113",
    Predicate.PREMIERE_DATE: "P580",
    Predicate.FINALE_DATE: "P582",
    Predicate.FOLLOWS: "P155",
    Predicate.BASED_ON: "P144",
    Predicate.SPIN_OFF_OF: "P2512",
    Predicate.CREATOR: "P170",
    Predicate.UNIVERSE: "P1434",
    Predicate.CAST: "P161",
    Predicate.IMAGE: "P18",
}


class Metric(StrEnum):
    """What an observation measures; its unit stands behind each name."""

    IMDB_RATING = "imdb_rating"  # points, 1 to 10
    IMDB_VOTES = "imdb_votes"  # votes
    EPISODES_LISTED = "episodes_listed"  # episodes
    EPISODES_RATED = "episodes_rated"  # episodes
    FIRST_EPISODE_NUMBER = "first_episode_number"  # lowest IMDb id number in a season
    MEDIAN_EPISODE_NUMBER = "median_episode_number"  # median IMDb id number in a season
    LAST_EPISODE_NUMBER = "last_episode_number"  # highest IMDb id number in a season
    FIRST_LISTED = "first_listed"  # days since 1970-01-01
    FIRST_RATED = "first_rated"  # days since 1970-01-01
    TRACKED_SINCE = "tracked_since"  # days since 1970-01-01
    WEEKLY_RANK = "weekly_rank"  # rank, 1 is first
    WEEKLY_HOURS = "weekly_hours"  # hours
    WEEKLY_VIEWS = "weekly_views"  # views = hours / runtime
    WEEKS_IN_TOP10 = "weeks_in_top10"  # weeks
    HOURS_91_DAYS = "hours_91_days"  # hours in a title's first 91 days
    VIEWS_91_DAYS = "views_91_days"  # views in a title's first 91 days
    PAGE_VIEWS = "page_views"  # views by people of its Wikipedia article, in the period observed
    OWN_VIEWERS = "own_viewers"  # viewers in a period, of the user's own platform
    OWN_HOURS = "own_hours"  # hours viewed in a period, likewise
    OWN_COMPLETION = "own_completion"  # percent of those who began that finished, likewise
    OWN_COST = "own_cost"  # money, in the currency of its scope
    CONSECUTIVE_WEEKS = "consecutive_weeks"  # weeks in the Top 10 in a row, up to the one observed
    WEEKS_AT_1 = "weeks_at_1"  # weeks in first place
    AUDIENCE_HOURS = "audience_hours"  # hours, in the days from release that the scope names
    AUDIENCE_VIEWS = "audience_views"  # views = hours / runtime, likewise
    STARTERS = "starters"  # viewers who saw two minutes of an episode, likewise
    COMPLETERS = "completers"  # viewers who saw 90 % of the season, likewise
    COMPLETION_RATE = "completion_rate"  # completers / starters, likewise
    HALF_YEAR_HOURS = "half_year_hours"  # hours
    HALF_YEAR_VIEWS = "half_year_views"  # views = hours / runtime
    RUNTIME = "runtime"  # hours
    METASCORE = "metascore"  # points, 0 to 100
    METACRITIC_USER_SCORE = "metacritic_user_score"  # points, 0 to 100
    TOMATOMETER = "tomatometer"  # percent of critics' reviews
    POPCORNMETER = "popcornmeter"  # percent of audience reviews
    REVIEW_COUNT = "review_count"  # reviews
    TMDB_VOTE_AVERAGE = "tmdb_vote_average"  # points, 0 to 10
    TMDB_VOTES = "tmdb_votes"  # votes
    TMDB_POPULARITY = "tmdb_popularity"  # TMDB's own index
    TVMAZE_RATING = "tvmaze_rating"  # points, 0 to 10
    RATINGS_SHARE = "ratings_share"  # share of all ratings cast in the season's year
    RATING_PERCENTILE = "rating_percentile"  # percent of the reference seasons rated lower
    VOTES_PERCENTILE = "votes_percentile"  # percent of the reference seasons with fewer votes
    # Places of a season among all seasons of its TV season (September to August), 0 to 99, by one late snapshot.
    SEASON_VOTES = "season_votes"  # votes an episode
    SEASON_VOTES_SLATE = "season_votes_slate"  # the same over the median of its platform's slate
    SEASON_VOTES_HELD = "season_votes_held"  # votes of the last episode over the second's
    SEASON_VOTES_TREND = "season_votes_trend"  # slope of votes over the episodes between the first and the last
    SEASON_VOTES_FINALE = "season_votes_finale"  # votes of the last episode over the three before
    SEASON_VOTES_CHANGE = "season_votes_change"  # votes an episode over those of the season before
    SEASON_VOTES_SINCE_FIRST = "season_votes_since_first"  # the same over those of the first season
    SEASON_VOTES_LEAST = "season_votes_least"  # votes of its least voted episode over its mean
    SEASON_VOTES_FIRST = "season_votes_first"  # votes of its first episode over its mean
    SEASON_RATING = "season_rating"  # mean rating of its episodes
    SEASON_RATING_SLATE = "season_rating_slate"  # the same less the median of its platform's slate
    SEASON_RATING_CHANGE = "season_rating_change"  # the same less that of the season before
    SEASON_RATING_FINALE = "season_rating_finale"  # rating of the last episode less the season's mean
    # Of the seasons that its platform, or platforms of its kind, had begun 18 months to 5 years before.
    SEASON_PLATFORM_RETURNED = "season_platform_returned"  # percent that were followed by another before it began
    SEASON_CLASS_RETURNED = "season_class_returned"  # the same of the kind of platform
