"""The Economist's season means of IMDb ratings for dramas of the United States."""
