package no.opptrapping.municipality.registry.rest;

/** Answers that the API's document shows, and that a test asks the running service for. */
final class MunicipalityExamples {
    static final String TRONDHEIM = """
            {"municipalityId": "f39b7b17-509e-5f96-bc45-1de43312caf6", "number": "5001", "name": "Trondheim - Tråante",
             "county": {"number": "50", "name": "Trøndelag - Trööndelage"},
             "from": "2023-01-01", "to": null, "organisationNumber": "942110464"}
            """;

    static final String PAGE = "{\"items\": [" + TRONDHEIM + "]}";

    static final String HARAM = """
            {"municipalityId": "0bcd8c93-4f64-5855-b7eb-7bbb7436eb89", "number": "1580", "name": "Haram",
             "county": {"number": "15", "name": "Møre og Romsdal"},
             "from": "2024-01-01", "to": null, "organisationNumber": "830002022"}
            """;

    static final String ENTRY = """
            {"organisationNumber": "830002022", "source": "A letter from the municipality, 1 June 2026"}
            """;

    static final String HISTORY = """
            {"municipalityId": "da506580-088c-50a8-8d34-b5805aca78d9", "foundedOn": "2020-01-01",
             "ceasedOn": "2024-01-01",
             "versions": [{"number": "1507", "name": "Ålesund",
               "county": {"number": "15", "name": "Møre og Romsdal"}, "from": "2020-01-01", "to": "2024-01-01"}],
             "predecessors": [{"municipalityId": "b0cf8860-9230-5bf8-b1eb-47b816e74048", "number": "1504", "name": "Ålesund",
               "on": "2020-01-01", "share": "1", "method": "whole", "dutyBearer": true}],
             "successors": [{"municipalityId": "e116cf40-9a6b-5d6a-8093-a8f2ad6b42d8", "number": "1508",
               "name": "Ålesund", "on": "2024-01-01", "share": "0.8621253647", "method": "estimated", "dutyBearer": true}],
             "organisationNumbers": [{"number": "920415288", "from": "2020-01-01", "to": "2024-01-01",
               "standing": "confirmed", "source": "reference data, read in 2023"}]}
            """;

    static final String MERGER = """
            {"items": [{"on": "2013-01-01", "kind": "merger",
              "before": [{"municipalityId": "268de9ba-ce2f-530b-8367-a0c77ae3f1d5", "number": "1901", "name": "Harstad",
                "share": null, "method": null, "dutyBearer": null},
               {"municipalityId": "5ae36591-7b8c-561b-9e80-1d7cac76da28", "number": "1915", "name": "Bjarkøy",
                "share": null, "method": null, "dutyBearer": null}],
              "after": [{"municipalityId": "125b5068-ef0f-5ce7-b7c9-502588d22f08", "number": "1903", "name": "Harstad",
                "share": null, "method": null, "dutyBearer": null}],
              "dutyBearerReason": null}]}
            """;

    static final String COUNTIES = """
            {"items": [{"number": "15", "name": "Møre og Romsdal", "from": null, "to": null}]}
            """;

    static final String VIKEN = """
            {"number": "30", "name": "Viken", "from": "2020-01-01", "to": "2024-01-01",
             "predecessors": [{"number": "01", "name": "Østfold", "on": "2020-01-01", "municipalities": 18,
                               "numbers": ["0101", "0104"]}],
             "successors": [{"number": "31", "name": "Østfold", "on": "2024-01-01", "municipalities": 12,
                             "numbers": ["3001", "3002"]}]}
            """;

    private MunicipalityExamples() {}
}
