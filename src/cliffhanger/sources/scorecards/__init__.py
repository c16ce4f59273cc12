"""Renew / cancel scorecards of the TV seasons 2013-14 to 2018-19, compiled by Metacritic: a status in words."""
