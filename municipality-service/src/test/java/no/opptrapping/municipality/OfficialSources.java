package no.opptrapping.municipality;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Stands in for the official sources, with answers of the shape of theirs. */
final class OfficialSources {
    private static final List<String> NAMES = List.of("klass", "pxweb", "enhetsregisteret", "kartverket");

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    void start() {
        server.start();
        // The services ask for the addresses at every question, so that they need not be started anew.
        NAMES.forEach(name -> System.setProperty("opptrapping.sync." + name + ".url", server.baseUrl() + "/" + name));
    }

    void stop() {
        NAMES.forEach(name -> System.clearProperty("opptrapping.sync." + name + ".url"));
        server.stop();
    }

    /** Forgets all answers and questions, and that anything ever failed. */
    void reset() {
        server.resetAll();
        CircuitBreakerMaintenance.get().resetAll();
    }

    void stub(MappingBuilder mapping) {
        server.stubFor(mapping);
    }

    void verify(int times, RequestPatternBuilder request) {
        server.verify(times, request);
    }

    /** What Klass tells of changes. */
    void changes(String tag, String... rows) {
        stub(get(urlPathEqualTo("/klass/classifications/131/changes"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json;charset=UTF-8")
                        .withHeader("ETag", tag)
                        .withBody("{\"codeChanges\":[" + String.join(",", rows) + "]}")));
    }

    /** The numbers that Klass lists on a day, and the one for "not stated". */
    void codes(String day, Collection<String> numbers) {
        stub(get(urlPathEqualTo("/klass/classifications/131/codesAt"))
                .withQueryParam("date", equalTo(day))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json;charset=UTF-8")
                        .withBody("{\"codes\":["
                                + numbers.stream()
                                        .map(number -> code(number, "Kommune"))
                                        .collect(Collectors.joining(","))
                                + "," + code("9999", "Uoppgitt") + "]}")));
    }

    /** One row of Klass' changes. */
    String row(String oldCode, String oldName, String newCode, String newName, String on) {
        return """
                {"oldCode":"%s","oldName":"%s","oldShortName":"","newCode":"%s","newName":"%s","newShortName":"",
                 "changeOccurred":"%s"}""".formatted(oldCode, oldName, newCode, newName, on);
    }

    private static String code(String number, String name) {
        return """
                {"code":"%s","parentCode":null,"level":"1","name":"%s","shortName":"","presentationName":"",
                 "validFrom":null,"validTo":null,"notes":""}""".formatted(number, name);
    }
}
