package no.opptrapping.municipality.indicators.rest;

/** What the API's document shows of requests and answers. */
final class IndicatorExamples {
    static final String POPULATION = """
            {"code": "population", "kind": "quantity",
             "name": {"nb": "Folkemengde 1. januar", "nn": "Folkemengd 1. januar", "en": "Population on 1 January"},
             "unit": "persons", "source": "Statistics Norway, table 07459", "licence": "CC BY 4.0"}""";

    static final String LIST = "{\"items\": [" + POPULATION + "]}";

    static final String VALUES = """
            {"code": "population", "kind": "quantity",
             "name": {"nb": "Folkemengde 1. januar", "nn": "Folkemengd 1. januar", "en": "Population on 1 January"},
             "unit": "persons", "source": "Statistics Norway, table 07459", "licence": "CC BY 4.0", "year": 2019,
             "structureDate": "2019-01-01", "version": 1,
             "items": [{"municipalityId": "5f0c7b7e-2a1d-4f6b-9c3e-8d2a1b4c6e70", "number": "0301", "name": "Oslo",
                        "value": "681071", "status": "final"}],
             "joint": [], "total": "5328212"}""";

    static final String VALUES_AS_CSV = """
            number,name,value,status
            0301,Oslo,681071,final
            """;

    static final String VALUES_AS_JSON_STAT = """
            {"version": "2.0", "class": "dataset", "id": ["Region", "ContentsCode", "Tid"],
             "dimension": {"Region": {"category": {"index": {"0301": 40}, "label": {"0301": "Oslo"}}},
                           "ContentsCode": {"category": {"index": {"population": 0}}},
                           "Tid": {"category": {"index": {"2019": 0}}}},
             "value": [681071], "extension": {"structureDate": "2019-01-01", "indicatorVersion": 1}}""";

    static final String VERSIONS = """
            {"items": [{"version": 1, "origin": "reference"}]}""";

    static final String TABLE = """
            {"table": "population-class", "structureDate": "2014-01-01", "populationDate": "2012-01-01", "edition": null,
             "items": [{"code": "5000-9999",
                        "name": {"nb": "5 000–9 999 innbyggere", "nn": "5 000–9 999 innbyggjarar",
                                 "en": "5,000–9,999 inhabitants"},
                        "municipalities": 90, "numbers": ["0719"], "estimated": ["0719"]}],
             "notClassified": [], "total": 428}""";

    static final String DEFINITION = """
            {"code": "staffed-housing-places", "kind": "quantity",
             "name": {"nb": "Plasser i bolig med bemanning", "nn": "Plassar i bustad med bemanning",
                      "en": "Places in staffed housing"},
             "unit": "places", "source": "The municipalities' own count", "licence": "CC BY 4.0"}""";

    static final String CHANGE = """
            {"code": "staffed-housing-places", "kind": "quantity",
             "name": {"nb": "Plasser i bemannet bolig", "nn": "Plassar i bemanna bustad",
                      "en": "Places in staffed housing"},
             "unit": "places", "source": "The municipalities' own count, as reported", "licence": "CC BY 4.0"}""";

    static final String UPLOAD = """
            {"values": [{"number": "0301", "value": "640"},
                        {"number": "1103", "value": "82.5", "status": "provisional"}]}""";

    static final String UPLOAD_AS_CSV = """
            number;value;status
            0301;640;final
            1103;82,5;provisional
            """;

    static final String UPLOADED = """
            {"code": "staffed-housing-places", "year": 2019, "structureDate": "2019-01-01", "version": 1, "values": 2,
             "missing": ["1101"]}""";

    private IndicatorExamples() {}
}
