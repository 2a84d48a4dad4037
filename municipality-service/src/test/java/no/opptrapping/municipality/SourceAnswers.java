package no.opptrapping.municipality;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Answers of the shape of the sources' own, about whom a test wants. */
final class SourceAnswers {
    private static final int PAGE = 100;

    private SourceAnswers() {}

    /** As many people of each age in each municipality. */
    static void population(OfficialSources sources, int year, Collection<String> numbers, int ofEachAge) {
        population(sources, year, new TreeSet<>(numbers).stream().collect(toMap(number -> number, _ -> ofEachAge)));
    }

    /** So many people of each age in a municipality. */
    static void population(OfficialSources sources, int year, Map<String, Integer> ofEachAge) {
        var regions = List.copyOf(new TreeSet<>(ofEachAge.keySet()));
        var ages = IntStream.rangeClosed(0, 105)
                .mapToObj(age -> age == 105 ? "105+" : "%03d".formatted(age))
                .toList();
        sources.stub(post(urlPathEqualTo("/pxweb/tables/07459/data"))
                .withQueryParam("outputFormat", equalTo("json-stat2"))
                .withRequestBody(matchingJsonPath("$.selection[?(@.variableCode == 'Region')].valueCodes[0]"))
                .willReturn(json("""
                        {"version":"2.0","class":"dataset","label":"07459","source":"Statistisk sentralbyrå",
                         "updated":"2027-02-25T07:00:00Z","id":["Region","Alder","ContentsCode","Tid"],
                         "size":[%d,106,1,1],
                         "dimension":{"Region":{"category":{"index":%s}},"Alder":{"category":{"index":%s}},
                          "ContentsCode":{"category":{"index":{"Personer1":0},"label":{"Personer1":"Personer"}}},
                          "Tid":{"category":{"index":{"%d":0}}}},
                         "value":[%s]}""".formatted(
                        regions.size(),
                        index(regions),
                        index(ages),
                        year,
                        regions.stream()
                                .map(region -> String.join(",", Collections.nCopies(106, "" + ofEachAge.get(region))))
                                .collect(joining(","))))));
    }

    private static String index(List<String> codes) {
        return IntStream.range(0, codes.size())
                .mapToObj(place -> "\"" + codes.get(place) + "\":" + place)
                .collect(joining(",", "{", "}"));
    }

    /** The groups of the day, in the edition of the years that it has begun in. */
    static void kostraGroups(OfficialSources sources, String date, Map<String, String> groups, int... editions) {
        sources.stub(get(urlPathEqualTo("/klass/classifications/112"))
                .willReturn(json(Arrays.stream(editions)
                        .mapToObj(year -> """
                                {"name":"KOSTRA-gruppering %d","validFrom":"%d-01-01"}""".formatted(year, year))
                        .collect(joining(",", "{\"versions\":[", "]}")))));
        sources.stub(get(urlPathEqualTo("/klass/classifications/131/correspondsAt"))
                .withQueryParam("targetClassificationId", equalTo("112"))
                .withQueryParam("date", equalTo(date))
                .willReturn(json(groups.entrySet().stream()
                        .map(group -> """
                                {"sourceCode":"%s","sourceName":"A","sourceShortName":"","targetCode":"%s",
                                 "targetName":"B","targetShortName":""}""".formatted(group.getKey(), group.getValue()))
                        .collect(joining(",", "{\"correspondenceItems\":[", "]}")))));
    }

    /** Every legal entity, in pages: by municipality number its organisation number and name. */
    static void entities(OfficialSources sources, Map<String, String[]> entities) {
        var all = new ArrayList<String>();
        entities.forEach((number, entity) -> all.add("""
                {"organisasjonsnummer":"%s","navn":"%s KOMMUNE",
                 "organisasjonsform":{"kode":"KOMM","beskrivelse":"Kommune"},
                 "forretningsadresse":{"land":"Norge","kommunenummer":"%s"},"konkurs":false}""".formatted(entity[0], entity[1], number)));
        var pages = (all.size() + PAGE - 1) / PAGE;
        for (var page = 0; page < pages; page++) {
            var of = all.subList(page * PAGE, Math.min((page + 1) * PAGE, all.size()));
            sources.stub(get(urlPathEqualTo("/enhetsregisteret/enheter"))
                    .withQueryParam("organisasjonsform", equalTo("KOMM"))
                    .withQueryParam("page", equalTo(Integer.toString(page)))
                    .willReturn(json("""
                            {"_embedded":{"enheter":[%s]},
                             "page":{"size":100,"totalElements":%d,"totalPages":%d,"number":%d}}""".formatted(String.join(",", of), all.size(), pages, page))));
        }
    }

    static void gone(OfficialSources sources, String number) {
        sources.stub(get(urlPathEqualTo("/enhetsregisteret/enheter/" + number))
                .willReturn(aResponse()
                        .withStatus(410)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"organisasjonsnummer\":\"" + number + "\",\"slettedato\":\"2027-01-15\"}")));
    }

    /** The name of each municipality as Norwegian, but for Kåfjord, which has three. */
    static void names(OfficialSources sources, Map<String, String[]> municipalities) {
        sources.stub(get(urlPathEqualTo("/kartverket/fylkerkommuner"))
                .willReturn(json(municipalities.entrySet().stream()
                        .map(one -> municipality(one.getKey(), one.getValue()[0]))
                        .collect(joining(
                                ",", "[{\"fylkesnavn\":\"Alle\",\"fylkesnummer\":\"00\",\"kommuner\":[", "]}]")))));
    }

    private static String municipality(String number, String name) {
        return number.equals("5540") ? """
                {"kommunenummer":"5540","kommunenavn":"Gáivuotna","kommunenavnNorsk":"Kåfjord",
                 "gyldigeNavn":[{"navn":"Gáivuotna","prioritet":1,"sprak":"Northern Sami"},
                  {"navn":"Kåfjord","prioritet":2,"sprak":"Norwegian"},
                  {"navn":"Kaivuono","prioritet":3,"sprak":"Kven Finnish"}],
                 "punktIOmrade":{"coordinates":[20.7,69.4],"type":"Point"},"samiskForvaltningsomrade":true}""" : """
                {"kommunenummer":"%s","kommunenavn":"%s","gyldigeNavn":[
                  {"navn":"%s","prioritet":1,"sprak":"Norwegian"},{"navn":null,"prioritet":2,"sprak":null}],
                 "samiskForvaltningsomrade":false}""".formatted(number, name, name);
    }

    /** The counties as they are registered, but for one that has another name from 2027 on. */
    static void counties(OfficialSources sources, List<Map<String, Object>> counties, String renamed, String name) {
        sources.stub(get(urlPathEqualTo("/klass/classifications/104/codes"))
                .withQueryParam("from", equalTo("2025-01-01"))
                .withQueryParam("to", equalTo("2030-01-01"))
                .willReturn(json(counties.stream()
                                .map(county -> county(
                                        county.get("number").toString(),
                                        county.get("name").toString(),
                                        renamed,
                                        name))
                                .collect(joining(",", "{\"codes\":[", ","))
                        + code("99", "Uoppgitt", "2025-01-01", "2030-01-01") + "]}")));
    }

    private static String county(String number, String name, String renamed, String newName) {
        return number.equals(renamed)
                ? code(number, name, "2025-01-01", "2027-01-01") + ","
                        + code(number, newName, "2027-01-01", "2030-01-01")
                : code(number, name, "2025-01-01", "2030-01-01");
    }

    private static String code(String code, String name, String from, String to) {
        return """
                {"code":"%s","parentCode":null,"level":"1","name":"%s","shortName":"","presentationName":"",
                 "validFrom":null,"validTo":null,"validFromInRequestedRange":"%s","validToInRequestedRange":"%s",
                 "notes":""}""".formatted(code, name, from, to);
    }

    private static ResponseDefinitionBuilder json(String body) {
        return aResponse()
                .withHeader("Content-Type", "application/json;charset=UTF-8")
                .withBody(body.getBytes(UTF_8));
    }
}
