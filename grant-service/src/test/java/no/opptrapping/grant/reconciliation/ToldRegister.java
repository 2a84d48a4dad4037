package no.opptrapping.grant.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.reconciliation.MoneyWorld.Municipality;
import no.opptrapping.platform.events.IncomingEvent;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.testing.EventRecords;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The register as municipality-service would tell the broker of it. */
@ApplicationScoped
class ToldRegister {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KnownMunicipalities municipalities;
    private final String broker;

    ToldRegister(KnownMunicipalities municipalities, @ConfigProperty(name = "kafka.bootstrap.servers") String broker) {
        this.municipalities = municipalities;
        this.broker = broker;
    }

    static Municipality municipality(String number, String organisation) {
        return new Municipality(
                new MunicipalityId(UUID.randomUUID()),
                new MunicipalityNumber(number),
                Optional.of(new OrganisationNumber(organisation)));
    }

    Optional<KnownMunicipality> known(Municipality municipality, String on) {
        return municipalities.byId(municipality.id(), LocalDate.parse(on));
    }

    void awaitKnown(Municipality municipality, String on) {
        Poll.until(
                "municipality " + municipality.number(),
                () -> known(municipality, on).isPresent());
    }

    static String successor(Municipality to, String on, String share, boolean dutyBearer) {
        return """
                {"municipalityId":"%s","on":"%s","share":"%s","method":"whole","dutyBearer":%s}
                """.formatted(to.id(), on, share, dutyBearer);
    }

    void tell(Municipality municipality, long version, String name, String from, String to, String successors) {
        tell(municipality, version, name, from, to, successors, "[]");
    }

    /** Tells of one that another organisation may act for, in the tasks and from the one day until the other. */
    void tellRepresented(
            Municipality municipality, long version, Municipality by, String task, String from, String to) {
        var representative = """
                [{"organisationNumber":"%s","kind":"host","tasks":["%s"],"from":"%s","to":"%s"}]
                """.formatted(by.organisation().orElseThrow(), task, from, to);
        tell(municipality, version, "Naboen", null, null, "[]", representative);
    }

    private void tell(
            Municipality municipality,
            long version,
            String name,
            String from,
            String to,
            String successors,
            String representatives) {
        var data = """
                {"municipalityId":"%s","foundedOn":%s,"ceasedOn":%s,
                 "versions":[{"number":"%s","name":"%s","from":%s,"to":%s}],"predecessors":[],"successors":%s,
                 "organisationNumbers":[{"number":"%s","from":%s,"to":%s}],
                 "representatives":%s}
                """.formatted(
                        municipality.id(),
                        quoted(from),
                        quoted(to),
                        municipality.number(),
                        name,
                        quoted(from),
                        quoted(to),
                        successors,
                        municipality.organisation().orElseThrow(),
                        quoted(from),
                        quoted(to),
                        representatives);
        EventRecords.send(
                broker,
                new IncomingEvent(
                        UUID.nameUUIDFromBytes((municipality.id() + "/" + version).getBytes(StandardCharsets.UTF_8))
                                .toString(),
                        "municipality.v1",
                        "no.opptrapping.municipality.v1",
                        "/municipality-service",
                        municipality.id().toString(),
                        version,
                        Instant.parse("2019-10-01T00:00:00Z"),
                        parsed(data)));
    }

    private static String quoted(String date) {
        return date == null ? "null" : "\"" + date + "\"";
    }

    private static JsonNode parsed(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException mistake) {
            throw new AssertionError(mistake);
        }
    }
}
