package no.opptrapping.grant.allocation.rest;

/** What a comparison looks like in the API document. */
final class ComparisonExample {
    static final String BY_COUNTY = """
            {"structureDate": "2025-01-01", "populationYear": 2024, "by": "county", "beyond": "50",
             "sides": [
               {"runId": "0b6f9f0e-3a0c-4f0e-9a51-5d7a6f0b1a11", "name": "Etter kriterier",
                "schemeId": "7f1d2c7e-55a1-4b0e-8a05-0f5a5b7c9d01", "year": 2025, "structureDate": "2025-01-01",
                "moved": 0, "sum": 1000000, "gini": "0.083333"},
               {"schemeId": "7f1d2c7e-55a1-4b0e-8a05-0f5a5b7c9d01", "year": 2024, "moved": 1, "sum": 900000,
                "gini": "0.120000", "tally": {"winners": 2, "losers": 1, "unchanged": 0, "unknown": 0},
                "largestLoss": {"key": "1508", "name": "Ålesund", "municipalities": 1, "inhabitants": "58509",
                 "amounts": [300000, 3300000], "perInhabitant": ["5.13", "56.40"], "changes": [-3000000],
                 "changesPerInhabitant": ["-51.27"]}}],
             "total": {"key": "all", "name": "Hele landet", "municipalities": 3, "inhabitants": "70000",
              "amounts": [1000000, 900000], "perInhabitant": ["14.29", "12.86"], "changes": [100000],
              "changesPerInhabitant": ["1.43"],
              "tallies": [{"winners": 2, "losers": 1, "unchanged": 0, "unknown": 0}]},
             "items": [{"key": "15", "name": "Møre og Romsdal", "municipalities": 3, "inhabitants": "70000",
              "amounts": [1000000, 900000], "perInhabitant": ["14.29", "12.86"], "changes": [100000],
              "changesPerInhabitant": ["1.43"],
              "tallies": [{"winners": 2, "losers": 1, "unchanged": 0, "unknown": 0}]}]}
            """;

    private ComparisonExample() {}
}
